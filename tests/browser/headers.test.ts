import { readdir } from 'node:fs/promises';

import { cacheControl } from '@commands/serve/cache-control';
import { securityHeaders } from '@data/egress/security-headers';
import { browserTest } from '@tests/support/chromium';
import { openDashboard } from '@tests/support/dashboard';
import { rawRequest } from '@tests/support/raw-request';
import { describe, expect } from 'vitest';

describe('every response that the dashboard causes', () => {
  browserTest(
    'carries the full header set, the scripts of workers and the wasm included',
    async ({ page, context }) => {
      const seen = new Map<string, Promise<Record<string, string>>>();
      context.on('response', (response) => seen.set(new URL(response.url()).pathname, response.allHeaders()));
      await openDashboard(page);

      const kinds = {
        page: /^\/$/,
        script: /^\/assets\/index-[\w-]+\.js$/,
        style: /^\/assets\/.+\.css$/,
        "the engine's worker": /^\/assets\/duckdb-browser-eh\.worker-.+\.js$/,
        "the decoder's worker": /^\/assets\/decode\.worker-.+\.js$/,
        "the engine's wasm": /^\/assets\/duckdb-eh-.+\.wasm$/,
        "the decoder's wasm": /^\/assets\/parquet_wasm_bg-.+\.wasm$/,
        manifest: /^\/extract\/manifest\.json$/,
        table: /^\/extract\/.+\.parquet$/,
      };
      for (const [kind, pattern] of Object.entries(kinds)) {
        expect(
          [...seen.keys()].filter((path) => pattern.test(path)),
          kind,
        ).not.toEqual([]);
      }
      for (const [path, pending] of seen) {
        const headers = await pending;
        for (const [name, value] of securityHeaders) expect(headers[name.toLowerCase()], path).toBe(value);
        const kept = path.startsWith('/assets/') ? cacheControl.immutable : cacheControl.everythingElse;
        expect(headers['cache-control'], path).toBe(kept);
        if (path.endsWith('.wasm')) expect(headers['content-type'], path).toBe('application/wasm');
        // What is smaller than a packet is served as it is.
        if (/\.(js|css|wasm)$/.test(path) && Number(headers['content-length']) >= 1024) {
          expect(headers['content-encoding'], path).toMatch(/^(br|gzip)$/);
        }
      }
    },
  );

  browserTest('also when it is an error', async ({ siteUrl }) => {
    for (const [path, method, status] of [
      ['/nothing', 'GET', 404],
      ['/assets/nothing.js', 'GET', 404],
      ['/', 'POST', 405],
    ] as const) {
      const response = await rawRequest(siteUrl, path, { method });
      expect(response.status).toBe(status);
      for (const [name, value] of securityHeaders) {
        expect(response.headers[name.toLowerCase()], `${method} ${path}`).toBe(value);
      }
    }
  });

  browserTest('names every file in assets by its content, so that it may be kept', async ({ siteUrl }) => {
    const entries = await readdir('dist/assets', { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    expect(files.length, siteUrl).toBeGreaterThan(5);
    expect(files.filter((name) => !/-[\w-]{8}\.\w+(\.br|\.gz)?$/.test(name))).toEqual([]);
  });
});
