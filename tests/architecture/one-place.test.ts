import { describe, expect, it } from 'vitest';

import { onePlaceViolations, shapeViolations, sqlViolations } from './one-place-rules';
import { sourceFiles } from './source-files';

describe('things that have one place', () => {
  it('stand nowhere else in src', () => {
    expect(onePlaceViolations(sourceFiles('.ts', '.tsx'))).toEqual([]);
  });

  it.each([
    ['DuckDB in a feature', 'features/cohort/a.ts', `import * as duckdb from '@duckdb/duckdb-wasm';`],
    ['SQL text in the session', 'session/a.ts', `import text from '@data/queries/a.sql?raw';`],
    [
      'a request in the engine',
      'data/engine/a.ts',
      `export const a = () => fetch('./extract/manifest.json');`,
    ],
    ['a request by the window', 'view/ui/a.ts', `export const a = () => window.fetch('./x');`],
    ['a socket', 'app/a.ts', `export const a = new WebSocket('./x');`],
    ['storage', 'session/a.ts', `localStorage.setItem('theme', 'dark');`],
    ['storage by the window', 'session/a.ts', `window.sessionStorage.clear();`],
    ['history on a screen', 'features/cohort/a.ts', `window.history.back();`],
    ['dice in core', 'core/statistics/a.ts', 'export const a = Math.random();'],
    ['the date of today in core', 'core/domain/a.ts', 'export const a = new Date();'],
    ['code from text', 'view/charts/a.ts', `export const a = new Function('return 1')();`],
    [
      'a foreign link',
      'features/extract/A.tsx',
      `export const A = () => <a href="https://example.org/x">x</a>;`,
    ],
    [
      'a foreign link in a template',
      'data/extract/a.ts',
      `export const a = (x: string) => \`https://example.org/\${x}\`;`,
    ],
  ])('are found when misplaced: %s', (_what, path, text) => {
    expect(onePlaceViolations([{ path, text }])).toHaveLength(1);
  });

  it.each([
    [
      'a link in a comment',
      'core/domain/a.ts',
      '// https://doi.org/10.1080/01621459.1958.10501452\nexport const a = 1;',
    ],
    ['the name of the SVG language', 'view/charts/a.ts', `export const a = 'http://www.w3.org/2000/svg';`],
    ['a given date in core', 'core/domain/a.ts', 'export const a = (t: number) => new Date(t);'],
    ['a method called fetch', 'session/a.ts', 'export const a = (q: { refetch(): void }) => q.refetch();'],
  ])('are not mistaken for %s', (_what, path, text) => {
    expect(onePlaceViolations([{ path, text }])).toEqual([]);
  });
});

describe('the shape of the files', () => {
  it('is kept in src', () => {
    expect(shapeViolations(sourceFiles('.ts', '.tsx'))).toEqual([]);
  });

  it.each([
    ['a name that names nothing', 'core/base/utils.ts', ''],
    ['a folder that names nothing', 'view/common/button.ts', ''],
    ['a component in kebab-case', 'view/ui/data-table.tsx', ''],
    ['a long file', 'core/base/a.ts', '\n'.repeat(400)],
  ])('refuses %s', (_what, path, text) => {
    expect(shapeViolations([{ path, text }])).toHaveLength(1);
  });
});

describe('the SQL files', () => {
  it('open with question, grain and order', () => {
    const files = sourceFiles('.sql');
    expect(files.length).toBeGreaterThan(0);
    expect(sqlViolations(files)).toEqual([]);
  });

  it('are told which line is missing', () => {
    const text = '-- question: how many\n-- order: none\nselect 1';
    expect(sqlViolations([{ path: 'data/queries/a.sql', text }])).toEqual([
      'src/data/queries/a.sql:2 must be its header line; write "-- grain: one row per …"',
      'src/data/queries/a.sql:3 must be its header line; write "-- order: the columns the rows are ordered by"',
    ]);
  });
});
