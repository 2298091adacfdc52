import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder with the kinds of files a built site has, and what removes it. */
export interface SmallSite {
  readonly directory: string;
  remove(): Promise<void>;
}

/** An empty but valid WebAssembly module: the magic number and version 1. */
const emptyModule = Buffer.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

/** The files of the small site by the kind of response they stand for. */
export const smallSitePaths = {
  html: '/',
  js: '/assets/index-1a2b3c4d.js',
  worker: '/assets/engine-worker-5e6f7a8b.js',
  css: '/assets/index-9c0d1e2f.css',
  wasm: '/assets/engine-3a4b5c6d.wasm',
  json: '/extract/manifest.json',
  parquet: '/extract/patient.parquet',
  svg: '/icon.svg',
} as const;

export async function writeSmallSite(): Promise<SmallSite> {
  const directory = await mkdtemp(join(tmpdir(), 'cml-site-'));
  const contents: Record<string, string | Buffer> = {
    'index.html': '<!doctype html><title>small site</title>',
    'assets/index-1a2b3c4d.js': 'export const one = 1;',
    'assets/engine-worker-5e6f7a8b.js': 'self.postMessage(1);',
    'assets/index-9c0d1e2f.css': 'body { margin: 0; }',
    'assets/engine-3a4b5c6d.wasm': emptyModule,
    'extract/manifest.json': '{"tables":[]}',
    'extract/patient.parquet': 'PAR1',
    'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '.hidden': 'nobody sees this',
  };
  for (const [name, content] of Object.entries(contents)) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), content);
  }
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}
