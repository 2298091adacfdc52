import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { generateExtract } from '@commands/generate/generate-extract';
import { readOptions } from '@commands/generate/generation-options';
import { extractFolderFault } from '@commands/serve/extract-folder';

import type { LargerExtract } from './bench-options';

/**
 * Lends the folder of a larger extract to `work`; one that was generated for it is deleted after, whatever happens,
 * an interruption included: it takes gigabytes.
 *
 * @throws Error when the folder that was named is no extract
 */
export async function withLargeExtract<T>(
  large: LargerExtract,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  if ('folder' in large) {
    const fault = extractFolderFault(large.folder);
    if (fault !== null) throw new Error(`--large ${large.folder}: ${fault}`);
    return work(resolve(large.folder));
  }
  const folder = await mkdtemp(join(tmpdir(), 'bench-extract-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const interrupted = () => process.exit(130);
  process.once('exit', remove);
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    console.error(`generating ${large.patients} patients`);
    await generateExtract(readOptions(['--patients', String(large.patients), '--out', folder]), (done) => {
      console.error(`${done} of ${large.patients} patients`);
    });
    return await work(folder);
  } finally {
    process.off('exit', remove);
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
    remove();
  }
}
