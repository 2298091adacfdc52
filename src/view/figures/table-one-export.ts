import type { ReleasedTableOne } from '@core/analyses/released-table-one';
import { type DisclosurePolicy, roundedWith } from '@core/disclosure/policy';
import type { SampleUse } from '@core/domain/sample-standing';
import { releasedCountText } from '@language/released-text';
import { sampleNotes } from '@language/sample-note';
import type { Words } from '@language/use-words';
import { csvText, escaped } from './table-file';
import { type NumberLook, releasedLines, tableNotes } from './table-one-text';

/** What stands around the numbers of an exported table. Names are the user's own text. */
export interface TableContext {
  readonly names: readonly string[];
  /** Per cohort that has a definition: its sentences. */
  readonly definitions: readonly { readonly name: string; readonly sentences: readonly string[] }[];
  readonly look: NumberLook;
  readonly tests: boolean;
  readonly samples: SampleUse;
  readonly policy: DisclosurePolicy;
}

interface Printed {
  readonly head: readonly string[];
  readonly lines: readonly { readonly cells: readonly string[]; readonly isPart: boolean }[];
  readonly notes: readonly string[];
}

function printed(table: ReleasedTableOne, words: Words, context: TableContext): Printed {
  const { names, look, tests } = context;
  const compared = names.length > 1 && table.disjoint;
  const head = [
    words.say('comparison.characteristic'),
    ...table.patients.map((count, g) =>
      words.say('comparison.column', { name: names[g] ?? '', count: releasedCountText(words, count) }),
    ),
    ...(compared
      ? names.slice(1).map((name) => words.say('comparison.differenceOf', { name, first: names[0] ?? '' }))
      : []),
    ...(compared && tests ? [words.say('comparison.p'), words.say('comparison.test')] : []),
  ];
  const lines = releasedLines(table, words, look).map((line) => ({
    isPart: line.isPart,
    cells: [
      line.label,
      ...line.cells,
      ...(compared ? names.slice(1).map((_, k) => line.differences[k] ?? '') : []),
      ...(compared && tests ? [line.p, line.test] : []),
    ],
  }));
  const definitions = context.definitions.map(
    ({ name, sentences }) => `${words.say('comparison.definition', { name })} ${sentences.join(' ')}`,
  );
  const notes = [
    ...tableNotes(words, table, { look, tests, groups: names.length }),
    ...sampleNotes(words, context.samples),
    words.say('comparison.note.released', roundedWith(context.policy)),
    words.say('comparison.restIs'),
    ...definitions,
  ];
  return { head, lines, notes };
}

/** Table 1 as CSV. */
export function tableOneCsv(table: ReleasedTableOne, words: Words, context: TableContext): string {
  const { head, lines, notes } = printed(table, words, context);
  return csvText(
    [
      head,
      ...lines.map(({ cells, isPart }) => (isPart ? [`  ${cells[0]}`, ...cells.slice(1)] : cells)),
      [],
      ...notes.map((note) => [note]),
    ],
    words,
  );
}

/** Table 1 as a page of its own that Word opens as a table: rules above, below and under the head, nothing else. */
export function tableOneHtml(table: ReleasedTableOne, words: Words, context: TableContext): string {
  const { head, lines, notes } = printed(table, words, context);
  const title = escaped(words.say('comparison.tableOneTitle'));
  const aligned = (column: number) => (column === 0 ? ' align="left"' : ' align="right" nowrap');
  const cell = (text: string, column: number, isPart: boolean) => {
    const indent = column === 0 && isPart ? ' style="padding-left: 1.5em"' : '';
    return `<td${aligned(column)}${indent} valign="top">${escaped(text)}</td>`;
  };
  return [
    '<!doctype html>',
    `<html lang="${words.language}"><head><meta charset="utf-8"><title>${title}</title><style>`,
    'body { font-family: Calibri, Arial, sans-serif; font-size: 10pt; }',
    'table { border-collapse: collapse; border-top: 1.5pt solid black; border-bottom: 1.5pt solid black; }',
    'th { border-bottom: 0.75pt solid black; } th, td { padding: 2pt 6pt; } p { font-size: 9pt; }',
    '</style></head><body>',
    `<h1 style="font-size: 12pt">${title}</h1>`,
    '<table><thead><tr>',
    ...head.map(
      (text, column) =>
        `<th align="${column === 0 ? 'left' : 'right'}" valign="bottom" scope="col">${escaped(text)}</th>`,
    ),
    '</tr></thead><tbody>',
    ...lines.map(
      ({ cells, isPart }) => `<tr>${cells.map((text, column) => cell(text, column, isPart)).join('')}</tr>`,
    ),
    '</tbody></table>',
    ...notes.map((note) => `<p>${escaped(note)}</p>`),
    '</body></html>',
    '',
  ].join('\n');
}

/** Text with tabs between the columns: what a spreadsheet takes from the clipboard. */
export function tableOneTabs(table: ReleasedTableOne, words: Words, context: TableContext): string {
  const { head, lines, notes } = printed(table, words, context);
  const rows = [head, ...lines.map(({ cells }) => cells), [], ...notes.map((note) => [note])];
  return rows.map((row) => row.map((text) => text.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n');
}
