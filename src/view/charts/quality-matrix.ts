import type { MatrixCell, QualityMatrix } from '@core/analyses/quality-matrix';
import * as Plot from '@observablehq/plot';
import type { FigureWords } from './figure-words';

export interface QualityMatrixWords extends FigureWords {
  /** The sentence of a rule. */
  readonly rule: (rule: string) => string;
  /** The name of a centre or a year; `null` is the small centres together. */
  readonly level: (level: string | null) => string;
  readonly tip: (rule: string, cell: MatrixCell) => string;
}

interface PlacedCell extends MatrixCell {
  readonly rule: string;
  readonly column: number;
}

const rowHeight = 46;
const cellTop = 20;
const axisHeight = 46;

export const qualityMatrixHeight = (rows: number): number => rows * rowHeight + axisHeight;

/** Ink stays legible on the fullest cell in both themes. */
const fullest = 0.5;

/**
 * A line of cells per rule under its sentence, a column per centre or year: the fuller a cell, the larger the share of
 * its judged rows that break the rule. A dash stands where no row could be judged; shares are written where they fit.
 */
export function qualityMatrixChart(
  matrix: QualityMatrix,
  words: QualityMatrixWords,
  width: number,
): Plot.PlotOptions {
  const { columns, rows } = matrix;
  const cellWidth = (width - 2) / Math.max(1, columns.length);
  const cells = rows.flatMap(({ rule, cells }) =>
    cells.map((cell, column): PlacedCell => ({ ...cell, rule, column })),
  );
  const y = (cell: { readonly rule: string }) => rows.findIndex(({ rule }) => rule === cell.rule) * rowHeight;
  const box = {
    x1: (cell: PlacedCell) => cell.column,
    x2: (cell: PlacedCell) => cell.column + 1,
    y1: (cell: PlacedCell) => y(cell) + cellTop,
    y2: (cell: PlacedCell) => y(cell) + rowHeight - 4,
    insetLeft: 0.5,
    insetRight: 0.5,
  };
  const middle = {
    x: (cell: PlacedCell) => cell.column + 0.5,
    y: (cell: PlacedCell) => y(cell) + (cellTop + rowHeight - 4) / 2,
  };
  return {
    width,
    height: qualityMatrixHeight(rows.length),
    marginLeft: 1,
    marginRight: 1,
    marginTop: 0,
    marginBottom: axisHeight,
    x: { domain: [0, columns.length], axis: null },
    y: { domain: [rows.length * rowHeight, 0], axis: null },
    marks: [
      Plot.rect(cells, { ...box, fill: 'var(--sunken)' }),
      Plot.rect(
        cells.filter(({ broken }) => broken > 0),
        {
          ...box,
          fill: 'var(--series-2)',
          // The root tells small shares apart, where faults are; the table has the numbers.
          fillOpacity: ({ share }: PlacedCell) => 0.08 + (fullest - 0.08) * Math.sqrt(share ?? 0),
          stroke: 'var(--series-2)',
          strokeOpacity: cellWidth < 30 ? 0 : 0.35,
        },
      ),
      Plot.text(
        cells.filter(({ share }) => share === null),
        { ...middle, text: () => '–', fill: 'var(--ink-faint)' },
      ),
      Plot.text(
        cells.filter(({ broken }) => broken > 0),
        {
          ...middle,
          text: (cell: PlacedCell) => shareText(cell, cellWidth, words),
          fill: 'var(--ink)',
          fontVariant: 'tabular-nums',
        },
      ),
      Plot.text(rows, {
        x: 0,
        y: (row: { readonly rule: string }) => y(row) + cellTop / 2 + 2,
        text: ({ rule }: { readonly rule: string }) => words.rule(rule),
        textAnchor: 'start',
        lineWidth: width / 11,
        textOverflow: 'ellipsis',
      }),
      Plot.text(columns, {
        x: (_: unknown, column: number) => column + 0.5,
        frameAnchor: 'bottom',
        dy: 24,
        rotate: -90,
        text: ({ level }: { readonly level: string | null }) => words.level(level),
        fill: 'var(--ink-soft)',
      }),
      Plot.tip(
        cells,
        Plot.pointer({
          ...middle,
          maxRadius: Math.max(cellWidth, rowHeight),
          title: (cell: PlacedCell) => words.tip(cell.rule, cell),
          fill: 'var(--surface)',
          stroke: 'var(--line-strong)',
        }),
      ),
    ],
  };
}

function shareText({ share }: MatrixCell, cellWidth: number, words: FigureWords): string {
  if (share === null || cellWidth < 30) return '';
  const percent = share * 100;
  if (percent < 1) return '<1';
  return words.number(Math.round(percent));
}
