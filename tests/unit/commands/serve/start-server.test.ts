import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gzipSync } from 'node:zlib';

import { cacheControl } from '@commands/serve/cache-control';
import { type RunningServer, startServer } from '@commands/serve/start-server';
import { securityHeaders } from '@data/egress/security-headers';
import { rawRequest } from '@tests/support/raw-request';
import { type SmallSite, smallSitePaths, writeSmallSite } from '@tests/support/small-site';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let site: SmallSite;
let server: RunningServer;
const script = smallSitePaths.js;

beforeAll(async () => {
  site = await writeSmallSite();
  const path = join(site.directory, script);
  await writeFile(`${path}.br`, brotliCompressSync('export const one = 1;'));
  await writeFile(`${path}.gz`, gzipSync('export const one = 1;'));
  server = await startServer({ mounts: [{ prefix: '/', directory: site.directory }] });
});

afterAll(async () => {
  await server.close();
  await site.remove();
});

describe('the local server', () => {
  it.each([
    ...Object.entries(smallSitePaths).map(([kind, path]) => [kind, path, 'GET', 200] as const),
    ['a file that is not there', '/nothing.html', 'GET', 404] as const,
    ['an asset that is not there', '/assets/nothing-00000000.js', 'GET', 404] as const,
    ['a method it does not know', '/', 'POST', 405] as const,
    ['a path that cannot be decoded', '/%E0%A4%A', 'GET', 404] as const,
  ])('sends the full header set with %s', async (_kind, path, method, status) => {
    const response = await rawRequest(server.url, path, { method });
    expect(response.status).toBe(status);
    for (const [name, value] of securityHeaders) expect(response.headers[name.toLowerCase()]).toBe(value);
    expect(response.headers['cache-control']).toBe(
      status === 200 && path.startsWith('/assets/') ? cacheControl.immutable : cacheControl.everythingElse,
    );
  });

  it('serves WebAssembly under the type that compiles while it streams', async () => {
    const { headers } = await rawRequest(server.url, smallSitePaths.wasm);
    expect(headers['content-type']).toBe('application/wasm');
  });

  it('sends the copy compressed at build time to a client that takes it', async () => {
    const ask = (encoding: string) =>
      rawRequest(server.url, script, { headers: { 'accept-encoding': encoding } });
    const [brotli, gzip, refused, plain] = [
      await ask('gzip, deflate, br, zstd'),
      await ask('gzip'),
      await ask('br;q=0, gzip;q=0.0'),
      await ask('identity'),
    ];
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe('export const one = 1;');
    expect(brotli.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(refused.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe('export const one = 1;');
    expect(new Set([brotli, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3);
    expect(plain.headers.vary).toBe('Accept-Encoding');
  });

  it('answers an unchanged file without its content', async () => {
    const first = await rawRequest(server.url, script);
    const second = await rawRequest(server.url, script, {
      headers: { 'if-none-match': `"old", ${first.headers.etag}` },
    });
    expect(second.status).toBe(304);
    expect(second.body).toHaveLength(0);
    expect(second.headers['content-security-policy']).toBe(first.headers['content-security-policy']);
  });

  it('answers HEAD with the headers of GET and no content', async () => {
    const head = await rawRequest(server.url, script, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers['content-length']).toBe(String('export const one = 1;'.length));
    expect(head.body).toHaveLength(0);
  });

  it.each([
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/assets/%00.js',
    '/.hidden',
    '/assets',
  ])('keeps %s outside', async (path) => {
    expect((await rawRequest(server.url, path)).status).toBe(404);
  });

  it('refuses a name that was made to point at loopback', async () => {
    const response = await rawRequest(server.url, '/', {
      headers: { host: `registry.example:${server.port}` },
    });
    expect(response.status).toBe(421);
    expect(
      (await rawRequest(server.url, '/', { headers: { host: `localhost:${server.port}` } })).status,
    ).toBe(200);
  });

  it('takes the next free port when the one it is given is taken', async () => {
    const mounts = [{ prefix: '/', directory: site.directory }];
    const second = await startServer({ mounts, port: server.port, portsToTry: 20 });
    expect(second.port).toBeGreaterThan(server.port);
    await second.close();
    await expect(startServer({ mounts, port: server.port })).rejects.toThrow('EADDRINUSE');
  });

  it('shows another folder in the place of the demonstration extract', async () => {
    const own = await mkdtemp(join(tmpdir(), 'cml-extract-'));
    await mkdir(join(own, 'parts'));
    await writeFile(join(own, 'manifest.json'), '{"tables":["own"]}');
    await copyFile(join(own, 'manifest.json'), join(own, 'parts', 'a.json'));
    const second = await startServer({
      mounts: [
        { prefix: '/', directory: site.directory },
        { prefix: '/extract/', directory: own },
      ],
    });
    expect((await rawRequest(second.url, '/extract/manifest.json')).body.toString()).toBe(
      '{"tables":["own"]}',
    );
    expect((await rawRequest(second.url, '/extract/parts/a.json')).status).toBe(200);
    expect((await rawRequest(second.url, smallSitePaths.parquet)).status).toBe(404);
    expect((await rawRequest(second.url, script)).status).toBe(200);
    await second.close();
    await rm(own, { recursive: true });
  });
});
