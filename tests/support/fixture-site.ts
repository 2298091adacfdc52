import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startServer } from '@commands/serve/start-server';
import type { Header } from '@data/egress/security-headers';
import { build, transformWithOxc } from 'vite';

export interface FixtureSite {
  readonly url: string;
  /** What is served; gone when the site is closed. */
  readonly directory: string;
  close(): Promise<void>;
}

type Driver = 'engine' | 'statistics' | 'self-check';

/** Serves a small page with the headers given, with or without the app's own guard. */
export async function startFixtureSite(options: {
  readonly headers: readonly Header[];
  readonly guarded: boolean;
  /** Adds to the page what lets a test ask DuckDB's worker, the worker of statistics, or the self-check. */
  readonly driver?: Driver;
}): Promise<FixtureSite> {
  const directory = await mkdtemp(join(tmpdir(), 'cml-fixture-'));
  await cp('tests/browser/fixture-site', directory, { recursive: true });
  const guard = options.guarded
    ? (await transformWithOxc(await readFile('src/session/guard.ts', 'utf8'), 'guard.ts')).code
    : '';
  await writeFile(join(directory, 'guard.js'), guard);
  if (options.driver === undefined) await writeFile(join(directory, 'driver.js'), '');
  else await buildDriver(options.driver, directory);
  const server: RunningServer = await startServer({
    mounts: [
      { prefix: '/', directory },
      { prefix: '/duckdb/', directory: 'node_modules/@duckdb/duckdb-wasm/dist' },
    ],
    headers: options.headers,
  });
  return {
    url: server.url,
    directory,
    close: async () => {
      await server.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function buildDriver(name: Driver, directory: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    base: './',
    worker: { format: 'es' },
    resolve: { tsconfigPaths: true },
    build: {
      outDir: directory,
      emptyOutDir: false,
      minify: false,
      rollupOptions: {
        input: `tests/browser/fixture-site/${name}-driver.ts`,
        output: { entryFileNames: 'driver.js' },
        preserveEntrySignatures: false,
      },
    },
  });
}
