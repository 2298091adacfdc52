import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

import { buildInputs } from '@commands/build/build-inputs';

import { checksumFile } from './checksums';

/** Files that a build reads without becoming part of the site. */
const aroundTheBuild = ['package.json', 'tsconfig.json'];

/**
 * Copies the sources into another folder, builds the release there in a process of its own, and returns its checksums: equal to
 * those of `dist` when nothing of the place, the time or the environment went in.
 */
export async function checksumsOfAnotherBuild(): Promise<string> {
  const elsewhere = await mkdtemp(join(tmpdir(), 'cml-release-'));
  try {
    for (const path of [...buildInputs, ...aroundTheBuild]) {
      await mkdir(dirname(join(elsewhere, path)), { recursive: true });
      await cp(path, join(elsewhere, path), { recursive: true });
    }
    await symlink(resolve('node_modules'), join(elsewhere, 'node_modules'), 'dir');
    const { PATH = '', HOME = '' } = process.env;
    await promisify(execFile)(process.execPath, ['src/commands/run.mjs', 'build', '--force'], {
      cwd: elsewhere,
      env: { PATH, HOME },
    });
    return await readFile(join(elsewhere, 'dist', checksumFile), 'utf8');
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
}

/** Paths whose line differs between two lists of checksums, or stands in one of them only. */
export function differingPaths(one: string, other: string): readonly string[] {
  const lines = (text: string) => new Set(text.split('\n').filter((line) => line !== ''));
  const [first, second] = [lines(one), lines(other)];
  const alone = [...first].filter((line) => !second.has(line));
  const alsoAlone = [...second].filter((line) => !first.has(line));
  return [...new Set([...alone, ...alsoAlone].map((line) => line.slice(line.indexOf('  ') + 2)))].sort();
}
