import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes files that are made from something else, formatted; with `--check` it only compares.
 *
 * @param from     what they are made from, and the command that writes them, for the message
 * @returns the exit code: 1 when `--check` finds a difference
 */
export function writeGenerated(
  files: readonly GeneratedFile[],
  from: { readonly source: string; readonly command: string },
  args: readonly string[],
): number {
  const check = args.includes('--check');
  const drifted = files.filter(({ path, text }) => {
    const written = formatted(path, text);
    if (written === existing(path)) return false;
    if (!check) writeFileSync(path, written);
    return true;
  });
  for (const { path } of drifted) {
    console.log(check ? `${path} differs from ${from.source}; run \`${from.command}\`` : `wrote ${path}`);
  }
  return check && drifted.length > 0 ? 1 : 0;
}

function existing(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function formatted(path: string, text: string): string {
  const biome = join('node_modules', '@biomejs', 'biome', 'bin', 'biome');
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    input: text,
    encoding: 'utf8',
  });
}
