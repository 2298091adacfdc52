import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { buildApp } from '@commands/build/build-app';

import { checksumFile, sha256Of } from './checksums';
import { checksumsOfAnotherBuild, differingPaths } from './rebuild';

/** Builds the release, builds it again in another folder, and prints its fingerprint when both are the same. */
export async function main(): Promise<number> {
  await buildApp({ force: true });
  const list = join('dist', checksumFile);
  const differing = differingPaths(await readFile(list, 'utf8'), await checksumsOfAnotherBuild());
  if (differing.length > 0) {
    console.error(`Two builds of the same sources differ:\n${differing.join('\n')}`);
    return 1;
  }
  console.log(`Two builds, in two folders, are the same. Fingerprint of dist/${checksumFile}:`);
  console.log(await sha256Of(list));
  return 0;
}
