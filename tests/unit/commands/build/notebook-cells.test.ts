import { readdirSync, readFileSync } from 'node:fs';
import { builtNotebook } from '@commands/build/notebook-cells';
import { notebookPages } from '@commands/build/notebook-pages';
import { notebookIds } from '@features/notebooks/notebook-list';
import { toNotebook } from '@observablehq/notebook-kit';
import { describe, expect, it } from 'vitest';

/** A text of a cell as it is written: `@{…}` stands for an expression in it. */
const open = (text: string) => text.replaceAll('@', '$');

const built = (cell: object) => builtNotebook(toNotebook({ cells: [{ id: 3, ...cell }] }), 'x.html');

describe('a cell', () => {
  it.each([
    [{ mode: 'python', value: '1' }, /kind "python"/],
    [{ mode: 'r', value: '1' }, /kind "r"/],
    [{ mode: 'node', value: '1' }, /kind "node"/],
    [{ mode: 'ojs', value: '1' }, /kind "ojs"/],
    [{ mode: 'tex', value: 'x' }, /kind "tex"/],
    [{ mode: 'sql', value: 'select 1', database: 'warehouse' }, /database="warehouse"/],
    [{ mode: 'html', value: open('<b>@{1}</b>') }, /an expression in HTML/],
    [{ mode: 'js', value: 'import * as d3 from "npm:d3";' }, /npm:d3/],
    [{ mode: 'js', value: "const x = await import('jsr:@std/x')" }, /jsr:/],
    [{ mode: 'js', value: 'import "https://foreign.invalid/x.js"' }, /foreign/],
    [{ mode: 'ts', value: "import { a } from '../../elsewhere'" }, /elsewhere/],
    [{ mode: 'js', value: 'FileAttachment("x.csv").csv()' }, /ask db/],
    [{ mode: 'js', value: 'await fetch("x")' }, /ask db/],
  ] as const)('that the page could not have stops the build: %o', (cell, words) => {
    expect(() => built(cell)).toThrow(words);
    expect(() => built(cell)).toThrow(/^x\.html, cell 3: /);
  });

  it.each([
    { mode: 'sql', value: 'select 1' },
    { mode: 'sql', value: 'select 1', database: 'var:study' },
    { mode: 'js', value: 'import { kaplanMeier } from "../src/index.ts";' },
    { mode: 'html', value: '<b>1</b>' },
  ] as const)('that it can have stays as it is: %o', (cell) => {
    expect(built(cell).cells).toHaveLength(1);
    expect(built(cell).cells[0]?.value).toBe(cell.value);
  });

  it('of text gets a place for each value, filled by a cell of its own', () => {
    const { cells } = built({ mode: 'md', value: open('All **@{n}** of @{f(`@{m}`)}.') });
    expect(cells.map(({ id, mode, hidden, value }) => ({ id, mode, hidden, value }))).toEqual([
      {
        id: 3,
        mode: 'md',
        hidden: false,
        value: 'All **<span id="place-3-0"></span>** of <span id="place-3-1"></span>.',
      },
      { id: 4, mode: 'js', hidden: true, value: "fill('place-3-0', (n))" },
      { id: 5, mode: 'js', hidden: true, value: open("fill('place-3-1', (f(`@{m}`)))") },
    ]);
  });
});

describe('the notebooks of the folder', () => {
  const files = readdirSync('notebooks').filter((file) => file.endsWith('.html'));
  type Handler = (html: string, context: object) => Promise<string>;
  const { handler } = notebookPages().transformIndexHtml as unknown as { readonly handler: Handler };

  it('are those of the list', () => {
    expect(files).toEqual(notebookIds.map((id) => `${id}.html`));
  });

  it.each(files)(
    '%s becomes a page that reads as a small paper and holds no style and no foreign address',
    async (file) => {
      const source = readFileSync(`notebooks/${file}`, 'utf8');
      for (const part of ['**Question.**', '**Population.**', 'Plot.plot', '## Limits']) {
        expect(source).toContain(part);
      }
      const page = await handler(source, { path: `/notebooks/${file}`, filename: `notebooks/${file}` });
      expect(page).not.toMatch(/<style|https?:\/\/|style="/);
      expect(page).toContain('observable:runtime');
    },
  );

  it('alone are changed: the dashboard is a page as it is written', async () => {
    expect(await handler('<p>x</p>', { path: '/index.html' })).toBe('<p>x</p>');
  });
});
