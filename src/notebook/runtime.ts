import '@session/guard';
import { type CellDefinition, type CellState, define as defineCell } from 'observable:define';
import { observe } from 'observable:generators';
import { AppError } from '@core/base/app-error';
import { demonstrationExtract } from '@data/extract/demonstration-extract';
import type { ExtractSource } from '@data/extract/extract-file';
import { Runtime } from '@observablehq/runtime';
import { startFirstEngine, takeEngine } from '@session/first-engine';
import { openExtract } from '@session/open-extract';
import { maySee, policyInForce, policyPath, rowRights } from '@session/policy-in-force';
import { checkThisPage, protectionFailure } from '@session/self-check';
import { Plot } from '@view/charts/plot-library';
import { cellObserver } from './cell-observer';
import { NotebookDatabase } from './notebook-database';
import { notebookHead } from './notebook-head';
import { Inputs } from './notebook-inputs';
import { notebookWords } from './notebook-words';

startFirstEngine();

const place = document.querySelector('main') ?? document.body;

/** Puts a value into its place in a text: an element as it is, everything else as text. */
function fill(name: string, value: unknown): void {
  const element = document.getElementById(name);
  element?.replaceChildren(value instanceof Node ? value : String(value));
}

/** The width of the text, in CSS pixels, whenever it changes; a page that is not laid out has none to draw with. */
function widths(change: (width: number) => void): () => void {
  const observer = new ResizeObserver(([entry]) => {
    const width = entry?.contentRect.width ?? 0;
    if (width > 0) change(width);
  });
  observer.observe(place);
  return () => observer.disconnect();
}

const runtime = new Runtime({
  Plot: () => Plot,
  Inputs: () => Inputs,
  words: () => notebookWords,
  width: () => observe<number>(widths),
  fill: () => fill,
});
const main = runtime.module();
let opened: NotebookDatabase | null = null;
let tell: (database: NotebookDatabase) => void = () => undefined;
// What asks the extract waits until one stands, and is computed again when another does.
main.variable().define('db', [], () =>
  observe<NotebookDatabase>((change) => {
    tell = change;
    if (opened !== null) change(opened);
  }),
);

const head = notebookHead(document.getElementById('notebook-head'), open);
open(demonstrationExtract(new URL('../extract/', document.baseURI).href), true);

/** Opens an extract; what was computed on the one before stays until it stands, and when it does not. */
function open(source: ExtractSource, demonstration = false): void {
  const opening = openExtract(source, {
    startEngine: takeEngine,
    onProgress: head.progress,
    // As in the dashboard: what may be real waits until every way out of this page is seen closed.
    admit: async ({ synthetic, engine }) => {
      // A notebook may show the rows that it asks for.
      if (!maySee(await policyInForce(null, `../${policyPath}`), rowRights))
        throw new AppError('rows-not-shown');
      if (demonstration && synthetic === true) return;
      head.checking();
      const failure = protectionFailure(await checkThisPage(engine));
      if (failure !== null) throw failure;
    },
  });
  head.opening();
  opening.then(
    (extract) => {
      const before = opened;
      head.opened(extract);
      opened = new NotebookDatabase(extract);
      tell(opened);
      void before?.extract.engine.close();
    },
    (error: unknown) => head.failed(error),
  );
}

/** Called by every cell of the page. */
export function define(state: CellState, definition: CellDefinition): void {
  defineCell(main, state, definition, cellObserver);
}
