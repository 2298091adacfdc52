import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { notebookInputs, notebookPages } from './src/commands/build/notebook-pages.ts';

/** The files of a project share what they import: to import it anew for each took as long as the tests. */
const project = (name: string, include: readonly string[], extra: object = {}) => ({
  extends: true as const,
  test: { name, include: [...include], isolate: false, ...extra },
});

const inChromium = {
  testTimeout: 120_000,
  hookTimeout: 240_000,
  globalSetup: ['tests/browser/setup.ts'],
};
/** Those that watch how long the page is held up, or drag with the pointer. */
const aloneInChromium = ['numbers-timed', 'statistics-worker', 'explorer'].map(
  (name) => `tests/browser/${name}.test.ts`,
);

const { name: app, version } = JSON.parse(readFileSync('package.json', 'utf8'));

export default defineConfig({
  define: { __APPLICATION__: JSON.stringify(`${app} ${version}`) },
  base: './',
  plugins: [notebookPages(), react()],
  resolve: { tsconfigPaths: true },
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    sourcemap: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: { index: 'index.html', ...notebookInputs() } },
  },
  test: {
    environment: 'node',
    maxWorkers: '100%',
    hookTimeout: 60_000,
    expect: { requireAssertions: true },
    projects: [
      project('unit', ['tests/unit/**/*.test.{ts,tsx}'], { testTimeout: 60_000 }),
      project('reference', ['tests/reference/**/*.test.ts'], { testTimeout: 60_000 }),
      project('spec', ['tests/spec/**/*.test.ts'], { testTimeout: 60_000 }),
      project('generative', ['tests/generative/**/*.test.ts'], { testTimeout: 300_000 }),
      project('queries', ['tests/queries/**/*.test.ts'], { testTimeout: 60_000 }),
      project('contracts', ['tests/contracts/**/*.test.ts'], { testTimeout: 60_000 }),
      project('architecture', ['tests/architecture/**/*.test.ts'], { testTimeout: 60_000 }),
      // Two pages at once: one alone leaves half of a small machine idle.
      project('browser', ['tests/browser/**/*.test.ts'], {
        ...inChromium,
        exclude: aloneInChromium,
        maxWorkers: 2,
        sequence: { groupOrder: 1 },
      }),
      project('browser-alone', aloneInChromium, {
        ...inChromium,
        fileParallelism: false,
        sequence: { groupOrder: 2 },
      }),
    ],
  },
});
