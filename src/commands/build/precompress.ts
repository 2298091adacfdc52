import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip, constants as zlib } from 'node:zlib';

import { compressedKinds, fileKind } from '@commands/serve/content-type';

const smallestFile = 1024;
const largeFile = 4_000_000;

/**
 * The 34 MB engine decides the levels: brotli 6 takes 2.1 s for 6.14 MB, 7 takes 3.8 s for 6.03 MB, 9 takes
 * 10.8 s for 5.89 MB; gzip 6 takes 0.6 s for 7.71 MB (Node 20, one core).
 */
const levels = {
  large: { brotli: 6, gzip: 6 },
  small: { brotli: 10, gzip: 9 },
} as const;

const codings = {
  '.br': (content: Buffer, level: 'large' | 'small') =>
    promisify(brotliCompress)(content, {
      params: {
        [zlib.BROTLI_PARAM_QUALITY]: levels[level].brotli,
        [zlib.BROTLI_PARAM_LGWIN]: 24,
        [zlib.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  '.gz': (content: Buffer, level: 'large' | 'small') =>
    promisify(gzip)(content, { level: levels[level].gzip }),
} as const;

export interface Precompressed {
  readonly files: number;
  /** Taken from the cache, because their content was compressed before. */
  readonly reused: number;
}

/** Stores `.br` and `.gz` copies beside the files of a built site; a content seen before is taken from the cache. */
export async function precompress(dist: string, cache: string): Promise<Precompressed> {
  await mkdir(cache, { recursive: true });
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && compressedKinds.has(fileKind(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  let files = 0;
  let reused = 0;
  await Promise.all(
    paths.map(async (path) => {
      if ((await stat(path)).size < smallestFile) return;
      const content = await readFile(path);
      const level = content.length > largeFile ? 'large' : 'small';
      const digest = createHash('sha256').update(JSON.stringify(levels[level])).update(content).digest('hex');
      await Promise.all(
        Object.entries(codings).map(async ([suffix, compress]) => {
          const cached = join(cache, digest + suffix);
          files += 1;
          if (await exists(cached)) reused += 1;
          else {
            // Written aside first: a build that is interrupted leaves no half file under a good name.
            await writeFile(`${cached}.${process.pid}`, await compress(content, level));
            await rename(`${cached}.${process.pid}`, cached);
          }
          await copyFile(cached, path + suffix);
        }),
      );
    }),
  );
  return { files, reused };
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
