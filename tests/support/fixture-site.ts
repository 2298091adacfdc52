import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import type { Header } from '@commands/serve/security-headers';
import { type RunningServer, startServer } from '@commands/serve/start-server';
import { build, transformWithOxc } from 'vite';

export interface FixtureSite {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the small page of the egress tests with the headers given, with or without the app's own guard. */
export async function startFixtureSite(options: {
  readonly headers: readonly Header[];
  readonly guarded: boolean;
  /** Adds the driver of DuckDB's worker to the page. */
  readonly engine?: boolean;
}): Promise<FixtureSite> {
  const directory = await mkdtemp(join(tmpdir(), 'cml-fixture-'));
  await cp('tests/browser/fixture-site', directory, { recursive: true });
  const guard = options.guarded
    ? (await transformWithOxc(await readFile('src/app/guard.ts', 'utf8'), 'guard.ts')).code
    : '';
  await writeFile(join(directory, 'guard.js'), guard);
  if (options.engine === true) await buildDriver(join(directory, 'engine-driver.js'));
  else await writeFile(join(directory, 'engine-driver.js'), '');
  const server: RunningServer = await startServer({
    mounts: [
      { prefix: '/', directory },
      { prefix: '/duckdb/', directory: 'node_modules/@duckdb/duckdb-wasm/dist' },
    ],
    headers: options.headers,
  });
  return {
    url: server.url,
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function buildDriver(path: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { tsconfigPaths: true },
    build: {
      outDir: dirname(path),
      emptyOutDir: false,
      minify: false,
      rollupOptions: {
        input: 'tests/browser/fixture-site/engine-driver.ts',
        output: { entryFileNames: 'engine-driver.js' },
        preserveEntrySignatures: false,
      },
    },
  });
}
