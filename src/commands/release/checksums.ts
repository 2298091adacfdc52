import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { compareTexts } from './production-packages';

export const checksumFile = 'SHA256SUMS';

/** SHA-256 of a file, in hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/**
 * The checksums of every file below a folder, as `sha256sum --check SHA256SUMS` reads them, by path. Hidden files and the list
 * itself are left out.
 */
export async function checksumsOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== checksumFile && !path.split('/').some((step) => step.startsWith('.')))
    .sort(compareTexts);
  const lines: string[] = [];
  for (const path of paths) lines.push(`${await sha256Of(join(folder, path))}  ${path}\n`);
  return lines.join('');
}
