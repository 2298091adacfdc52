import { writeFile } from 'node:fs/promises';

import { caddyConfiguration, nginxConfiguration } from '@commands/serve/server-configurations';

/** Where the generated configurations are kept. */
export const configurationFiles = [
  { path: 'src/commands/serve/Caddyfile', text: caddyConfiguration },
  { path: 'src/commands/serve/nginx.conf', text: nginxConfiguration },
] as const;

/** Writes the Caddy and nginx configurations again from the one source of headers. */
export async function main(): Promise<number> {
  for (const { path, text } of configurationFiles) {
    await writeFile(path, text());
    console.log(path);
  }
  return 0;
}
