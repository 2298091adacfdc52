import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { configurationFiles } from '@commands/headers/main';
import { cacheControl } from '@commands/serve/cache-control';
import {
  caddyConfiguration,
  localCaddyConfiguration,
  nginxConfiguration,
} from '@commands/serve/server-configurations';
import { startServer } from '@commands/serve/start-server';
import { securityHeaders } from '@data/egress/security-headers';
import { rawRequest } from '@tests/support/raw-request';
import { smallSitePaths, writeSmallSite } from '@tests/support/small-site';
import { until } from '@tests/support/until';
import { describe, expect, it } from 'vitest';

const comparedHeaders = [
  ...securityHeaders.map(([name]) => name.toLowerCase()),
  'cache-control',
  'content-type',
];

const paths = { ...smallSitePaths, missing: '/nothing.html', 'missing asset': '/assets/nothing-00000000.js' };

const commandOf = (name: string) => name.split(' ')[0] ?? name;

interface Running {
  readonly process: ChildProcess;
  readonly port: number;
}

const servers = {
  nginx: async (name: string, root: string, folder: string, port: number) => {
    const site = nginxConfiguration({ listen: `127.0.0.1:${port}`, root, tls: [] });
    const file = join(folder, 'nginx.conf');
    await writeFile(join(folder, 'site.conf'), site);
    await writeFile(
      file,
      `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr;
       events {}
       http { access_log off; client_body_temp_path ${folder}/body; include ${folder}/site.conf; }`,
    );
    return spawn(name, ['-e', 'stderr', '-p', folder, '-c', file], { stdio: 'ignore' });
  },
  caddy: async (name: string, root: string, folder: string, port: number) => {
    const file = join(folder, 'Caddyfile');
    const site = caddyConfiguration({ listen: `http://127.0.0.1:${port}`, root, tls: [] });
    await writeFile(file, `{\n  admin off\n  auto_https off\n}\n${site}`);
    const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    return spawn(name, ['run', '--config', file, '--adapter', 'caddyfile'], { stdio: 'ignore', env });
  },
  'caddy on this machine': async (name: string, root: string, folder: string, port: number) => {
    const file = join(folder, 'Caddyfile.local');
    await writeFile(file, localCaddyConfiguration(port));
    const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    const command = ['run', '--config', file, '--adapter', 'caddyfile'];
    return spawn(commandOf(name), command, { stdio: 'ignore', env, cwd: root });
  },
} as const;

describe.each(configurationFiles)('$path', ({ path, text }) => {
  it('is what the one source of headers writes today', async () => {
    const stored = await readFile(path, 'utf8');
    expect(stored, `${path} has drifted; run "npm run headers" and commit what it writes`).toBe(text());
  });
});

describe.each(Object.entries(servers))('%s with its configuration', (name, start) => {
  const installed = isInstalled(commandOf(name));

  it.skipIf(!installed)('sends what the local server sends', { timeout: 60_000 }, async () => {
    const site = await writeSmallSite();
    await chmod(site.directory, 0o755);
    const folder = await mkdtemp(join(tmpdir(), 'cml-server-'));
    const local = await startServer({ mounts: [{ prefix: '/', directory: site.directory }] });
    const other: Running = await freePort().then(async (port) => ({
      port,
      process: await start(name, site.directory, folder, port),
    }));
    const origin = `http://127.0.0.1:${other.port}/`;
    try {
      await until(() => rawRequest(origin, '/').catch(() => undefined), { what: `${name} to answer` });
      for (const [kind, path] of Object.entries(paths)) {
        const [expected, actual] = [await rawRequest(local.url, path), await rawRequest(origin, path)];
        expect(actual.status, kind).toBe(expected.status);
        // The words and type of an error page are each server's own.
        const names = expected.status === 200 ? comparedHeaders : comparedHeaders.slice(0, -1);
        const pick = (headers: typeof actual.headers) => names.map((header) => [header, headers[header]]);
        expect(pick(actual.headers), kind).toEqual(pick(expected.headers));
      }
      expect((await rawRequest(origin, '/.hidden')).status).toBe(404);
      expect((await rawRequest(origin, smallSitePaths.js)).headers['cache-control']).toBe(
        cacheControl.immutable,
      );
    } finally {
      other.process.kill();
      await once(other.process, 'exit');
      await local.close();
      await site.remove();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

function isInstalled(name: string): boolean {
  try {
    execFileSync(name, [name === 'nginx' ? '-v' : 'version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
