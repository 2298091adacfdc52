import { checkedWorkerUrl } from '@data/engine/trusted-worker';
import { describe, expect, test } from 'vitest';

const page = 'http://127.0.0.1:4173/app/index.html';

describe('the URL of a worker', () => {
  test.each([
    '/app/assets/duckdb-browser-eh.worker-hQa-dcAV.js',
    '/app/assets/decode.worker-B2_x.js',
    '/src/data/extract/decode.worker.ts?worker_file&type=module',
    '/app/assets/statistics.worker-CsF4_qUO.js',
    '/app/assets/egress.worker-CWxaa1-5.js',
    './duckdb-browser-eh.worker.js',
  ])('%s is one of this app', (url) => {
    expect(checkedWorkerUrl(url, page)).toBe(new URL(url, page).href);
  });

  test.each([
    'http://elsewhere.invalid/duckdb-browser-eh.worker.js',
    'http://127.0.0.1:4174/decode.worker.js',
    '//elsewhere.invalid/decode.worker.js',
    'blob:http://127.0.0.1:4173/decode.worker.js',
    'data:text/javascript,/decode.worker.js',
    '/app/assets/other.worker.js',
    '/app/decode.worker.js/other.js',
    '/app/assets/decode.worker.js.map',
  ])('%s is refused', (url) => {
    expect(() => checkedWorkerUrl(url, page)).toThrow(TypeError);
  });
});
