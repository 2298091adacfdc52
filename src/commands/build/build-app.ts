import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { build } from 'vite';

import { type Precompressed, precompress } from './precompress';

/** Everything the built site is made from; the Numbers screen carries the reference cases. */
const inputs = [
  'index.html',
  'notebooks',
  'src',
  'public',
  'data-contracts',
  'tests/reference',
  'vite.config.ts',
  'package-lock.json',
];
const cache = 'node_modules/.cache/build';

export interface BuiltApp {
  /** False when nothing the site is made from has changed since it was built. */
  readonly built: boolean;
  readonly precompressed: Precompressed | undefined;
}

/** Builds the site of the current folder into `dist`, compressed copies included, unless it is there already. */
export async function buildApp(options: { readonly force?: boolean } = {}): Promise<BuiltApp> {
  const digest = await digestOf(inputs);
  const record = join('dist', '.inputs');
  const last = await readFile(record, 'utf8').catch(() => undefined);
  if (last === digest && options.force !== true) return { built: false, precompressed: undefined };
  // Made aside and moved in one step: `dist` is never half a site.
  // The runner of commands is a development server and says so; a site built like that carries React's slow build.
  process.env.NODE_ENV = 'production';
  const aside = join(cache, `site-${process.pid}`);
  await build({ mode: 'production', logLevel: 'warn', build: { outDir: aside, emptyOutDir: true } });
  const precompressed = await precompress(aside, join(cache, 'compressed'));
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
