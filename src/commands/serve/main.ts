import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { extractFolderFault } from './extract-folder';
import { startServer } from './start-server';

const usage = `npm run serve -- [--port 4173] [--host 127.0.0.1] [--dist dist] [--extract DIR]
  --extract DIR   the dashboard opens on the extract of this folder instead of the demonstration; the folder must hold
                  the manifest.json of the extract, because a page cannot list a folder`;

/** Serves the built dashboard on loopback until it is interrupted. */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '4173' },
      host: { type: 'string', default: '127.0.0.1' },
      dist: { type: 'string', default: 'dist' },
      extract: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const dist = resolve(values.dist);
  if (!existsSync(join(dist, 'index.html'))) {
    console.error(
      `${values.dist}/index.html is missing: run "npm run build" first, or "npm start", which does both.`,
    );
    return 1;
  }
  const fault = values.extract === undefined ? null : extractFolderFault(values.extract);
  if (fault !== null) {
    console.error(`--extract ${values.extract}: ${fault}`);
    return 1;
  }
  const extract =
    values.extract === undefined ? [] : [{ prefix: '/extract/', directory: resolve(values.extract) }];
  const server = await startServer({
    mounts: [{ prefix: '/', directory: dist }, ...extract],
    host: values.host,
    port: Number(values.port),
    portsToTry: 20,
  });
  console.log(`The dashboard is at ${server.url} (Ctrl+C stops it).`);
  await new Promise((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  await server.close();
  return 0;
}
