import { readFileSync } from 'node:fs';
import { builtNotebook } from '@commands/build/notebook-cells';
import type { NativeExtract } from '@commands/native-extract/open-native-extract';
import { type Cell, toNotebook, transpile } from '@observablehq/notebook-kit';
import { Plot } from '@view/charts/plot-library';
import * as library from '../../src/index';
import { NotebookDatabase } from '../../src/notebook/notebook-database';
import { notebookWords } from '../../src/notebook/notebook-words';
import { type TableOptions, type TableRow, tableTexts } from '../../src/notebook/table-texts';

/** What a notebook shows: its tables head first, by their captions; the values in its texts; how many figures. */
export interface ShownNotebook {
  readonly tables: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly places: Readonly<Record<string, string>>;
  readonly figures: number;
}

const modes: Readonly<Record<string, string>> = {
  module: 'js',
  'text/x-typescript': 'ts',
  'text/markdown': 'md',
  'application/sql': 'sql',
};

/** The cells of a notebook as the build makes them, read without a browser's parser. */
function cellsOf(file: string): readonly Cell[] {
  const scripts = readFileSync(file, 'utf8').matchAll(/<script id="(\d+)"([^>]*)>\n([\s\S]*?)<\/script>/g);
  const cells = [...scripts].map(([, id, tag = '', text = '']) => {
    const named = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    return {
      id: Number(id),
      mode: modes[named('type') ?? ''] as Cell['mode'],
      value: text.replace(/^ {4}/gm, '').trim(),
      hidden: / hidden\b/.test(tag),
      ...(named('database') === undefined ? {} : { database: named('database') as string }),
      ...(named('output') === undefined ? {} : { output: named('output') as string }),
    };
  });
  return builtNotebook(toNotebook({ cells }), file).cells;
}

/** What a choice stands at before anybody touches it. */
const choice = (value: unknown) => ({ value });

/**
 * Runs the cells of a notebook in Node, on the library and on a native engine, in place of the page's runtime: the same
 * cells, as the kit translates them, each once and after those whose values it takes.
 */
export async function runInNode(file: string, extract: NativeExtract): Promise<ShownNotebook> {
  const tables: Record<string, readonly (readonly string[])[]> = {};
  const places: Record<string, string> = {};
  let figures = 0;
  const builtins: Readonly<Record<string, unknown>> = {
    db: new NotebookDatabase(extract as never),
    words: notebookWords,
    width: 800,
    Plot: { ...Plot, plot: () => (figures += 1) },
    Inputs: {
      table: (rows: readonly TableRow[], options: TableOptions) => {
        const { caption = '', heads, lines } = tableTexts(rows, options);
        tables[caption] = [heads, ...lines];
      },
      select: (all: readonly unknown[], { value = all[0] }: { value?: unknown }) => choice(value),
      range: ([from]: readonly unknown[], { value = from }: { value?: unknown }) => choice(value),
    },
    display: (value: unknown) => value,
    view: ({ value }: { readonly value: unknown }) => value,
    fill: (place: string, value: unknown) => {
      places[place] = String(value);
    },
    document: { createElement: () => ({}) },
    library,
  };
  const cells = cellsOf(file).flatMap((cell) => (cell.mode === 'md' ? [] : [transpile(cell)]));
  const values = new Map<object, Promise<unknown>>();
  const given = async (name: string): Promise<unknown> => {
    const cell = cells.find(({ output, outputs }) => output === name || outputs?.includes(name));
    if (cell === undefined) return builtins[name];
    const value = await run(cell);
    return cell.output === name ? value : (value as Record<string, unknown>)[name];
  };
  const run = (cell: (typeof cells)[number]): Promise<unknown> => {
    const known = values.get(cell);
    if (known !== undefined) return known;
    const body = cell.body.replaceAll(/import\("\.\.\/src\/index\.ts"\)/g, 'Promise.resolve(library)');
    const made = new Function('library', 'document', `return (${body})`)(library, builtins.document);
    const value = Promise.all((cell.inputs ?? []).map(given)).then((inputs) => made(...inputs));
    values.set(cell, value);
    return value;
  };
  for (const cell of cells) await run(cell);
  return { tables, places, figures };
}
