import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import {
  caddyConfiguration,
  localCaddyConfiguration,
  nginxConfiguration,
} from '@commands/serve/server-configurations';

import { sha256Of } from './checksums';
import { licenceTexts } from './licence-texts';
import { compareTexts, productionPackages, readLockFile } from './production-packages';
import { billOfMaterials } from './sbom';

/**
 * Adds to a built site what a hospital needs beside it: the bill of materials, the licences, and the configurations of the
 * servers.
 */
export async function writeReleaseFiles(site: string): Promise<void> {
  const lock = await readLockFile();
  const assets = (await readdir(join(site, 'assets'))).filter((name) => name.endsWith('.wasm'));
  const binaries = await Promise.all(
    assets.sort(compareTexts).map(async (name) => {
      return { path: `assets/${name}`, sha256: await sha256Of(join(site, 'assets', name)) };
    }),
  );
  const documents = join(site, 'documents');
  await mkdir(documents, { recursive: true });
  await writeFile(join(site, 'sbom.cdx.json'), billOfMaterials(lock, binaries));
  await writeFile(join(site, 'THIRD-PARTY-LICENSES.txt'), await licenceTexts(productionPackages(lock)));
  await writeFile(join(documents, 'Caddyfile'), caddyConfiguration());
  await writeFile(join(documents, 'Caddyfile.local'), localCaddyConfiguration());
  await writeFile(join(documents, 'nginx.conf'), nginxConfiguration());
}
