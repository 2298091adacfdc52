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
    [
      'the mark of what may leave, on a screen',
      'features/survival/a.ts',
      `import { released } from '@core/disclosure/release-mark';`,
    ],
    ['a download of its own', 'view/ui/a.ts', `export const a = (b: Blob) => URL.createObjectURL(b);`],
    ['the clipboard', 'features/survival/A.tsx', `void navigator.clipboard.writeText('x');`],
    ['exact numbers as a file', 'features/survival/SurvivalView.tsx', `saveControlFile('x', {});`],
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
  it('open with question, grain and order, and name the columns of their answer', () => {
    const files = sourceFiles('.sql');
    expect(files.length).toBeGreaterThan(0);
    expect(sqlViolations(files)).toEqual([]);
  });

  const header = '-- question: how many\n-- grain: one row per patient\n-- order: patient_key\n';
  const found = (text: string) => sqlViolations([{ path: 'data/queries/a.sql', text }]);

  it('are told which line is missing', () => {
    expect(found('-- question: how many\n-- order: none\nselect 1')).toEqual([
      'src/data/queries/a.sql:2 must be its header line; write "-- grain: one row per …"',
      'src/data/queries/a.sql:3 must be its header line; write "-- order: the columns the rows are ordered by"',
    ]);
  });

  it.each([
    ['a remark in place of the question', header.replace('question: ', '')],
    ['a question without words', header.replace('how many', '')],
    ['a grain without words', header.replace('one row per patient', '')],
    ['a remark in place of the order', header.replace('order: ', '')],
    ['an empty line in place of the question', header.replace('-- question: how many', '')],
  ])('are refused with %s', (_what, text) => {
    expect(found(`${text}select 1`)).toHaveLength(1);
  });

  it.each([
    ['everything', 'select * from patient'],
    ['everything of one table', 'select a.patient_key, b.* from a join b using (patient_key)'],
    ['everything but a column', 'SELECT\n  * exclude (sex)\nFROM patient'],
    ['everything, once each', 'select distinct * from patient'],
    ['everything of a step', 'with a as (select 1 as b) select * from a'],
    ['everything in one branch', 'select 1 as a union all select * from b'],
    ['everything into a table', 'create table a as select b, * from b'],
  ])('are refused when they answer with %s', (_what, text) => {
    expect(found(header + text)).toEqual([
      'src/data/queries/a.sql answers with select *; name the columns, they are what the caller reads',
    ]);
  });

  it.each([
    ['a count of rows', 'select count(*) as n from patient'],
    ['a product', 'select a * b as c, 2 * a as d from patient'],
    ['a step that takes everything', 'with a as (select * from b) select c from a'],
    ['a star in a remark', 'select a -- , *\n/* select * */ from b'],
    ['a star in a text', "select ', *' as a from b"],
  ])('may hold %s', (_what, text) => {
    expect(found(header + text)).toEqual([]);
  });
});
