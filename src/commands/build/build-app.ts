import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { checksumFile, checksumsOf } from '@commands/release/checksums';
import { writeReleaseFiles } from '@commands/release/release-files';
import { build } from 'vite';

import { buildInputs } from './build-inputs';
import { type Precompressed, precompress } from './precompress';

const cache = 'node_modules/.cache/build';

export interface BuiltApp {
  /** False when nothing the site is made from has changed since it was built. */
  readonly built: boolean;
  readonly precompressed: Precompressed | undefined;
}

/** Builds the release of the current folder into `dist`: the site, compressed copies, what goes with it, checksums; unless it is there already. */
export async function buildApp(options: { readonly force?: boolean } = {}): Promise<BuiltApp> {
  const digest = await digestOf(buildInputs);
  const record = join('dist', '.inputs');
  const last = await readFile(record, 'utf8').catch(() => undefined);
  if (last === digest && options.force !== true) return { built: false, precompressed: undefined };
  // Made aside and moved in one step: `dist` is never half a site.
  // The runner of commands is a development server and says so; a site built like that carries React's slow build.
  process.env.NODE_ENV = 'production';
  const aside = join(cache, `site-${process.pid}`);
  await build({ mode: 'production', logLevel: 'warn', build: { outDir: aside, emptyOutDir: true } });
  await writeReleaseFiles(aside);
  const precompressed = await precompress(aside, join(cache, 'compressed'));
  // Of everything that is served, compressed copies included.
  await writeFile(join(aside, checksumFile), await checksumsOf(aside));
  await writeFile(join(aside, '.inputs'), digest);
  await rm('dist', { recursive: true, force: true });
  await rename(aside, 'dist');
  return { built: true, precompressed };
}

/** One digest of the names and contents of files and folders; a missing one counts as missing. */
async function digestOf(paths: readonly string[]): Promise<string> {
  const digest = createHash('sha256');
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (found === undefined) continue;
    const files = found.isDirectory()
      ? (await readdir(path, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort()
      : [path];
    for (const file of files) digest.update(`${file}\0`).update(await readFile(file));
  }
  return digest.digest('hex');
}
