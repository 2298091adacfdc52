import { type SampleSummary, sampleSummary } from '@core/statistics/descriptive/sample-summary';
import {
  type Analysed,
  analysed,
  ColumnsError,
  levelsOfColumn,
  type NamedColumn,
  numbersOf,
} from './answer-columns';
import { type GroupTest, levelTest, valueTest } from './group-test';

interface DescribedColumn {
  readonly name: string;
  /** Rows of each group in which the column is null. */
  readonly missing: readonly number[];
  readonly test: GroupTest;
}

export interface DescribedNumbers extends DescribedColumn {
  readonly kind: 'number';
  readonly summaries: readonly SampleSummary[];
}

export interface DescribedLevels extends DescribedColumn {
  readonly kind: 'category';
  /** Rows per group. */
  readonly levels: readonly { readonly level: string; readonly rows: readonly number[] }[];
  readonly known: readonly number[];
}

/** Columns described side by side for groups of rows. */
export interface ColumnTable {
  readonly groups: readonly string[];
  readonly rows: readonly number[];
  readonly groupUnknown: number;
  readonly columns: readonly (DescribedNumbers | DescribedLevels)[];
}

/** Levels of a described column. */
const mostLevels = 40;

/**
 * A Table 1 of rows, one subject each: numbers by their quartiles, everything else by the counts of its levels, per group.
 * Rows without a group are left out and counted. No row left: refused.
 */
export function columnTable(
  group: NamedColumn | null,
  columns: readonly NamedColumn[],
): Analysed<ColumnTable> {
  return analysed(() => {
    const rows = group?.cells.length ?? columns[0]?.cells.length ?? 0;
    const { levels, index } = levelsOfColumn(group, rows);
    const counts = levels.map((_, of) => index.reduce((sum, level) => (level === of ? sum + 1 : sum), 0));
    if (counts.every((count) => count === 0)) throw new ColumnsError({ reason: 'no-rows' });
    return {
      groups: levels,
      rows: counts,
      groupUnknown: rows - counts.reduce((sum, count) => sum + count, 0),
      columns: columns.map((column) =>
        isNumeric(column) ? numbers(column, index, levels.length) : categories(column, index, levels.length),
      ),
    };
  });
}

function isNumeric({ cells }: NamedColumn): boolean {
  return Array.from({ length: cells.length }, (_, row) => cells[row] ?? null).every(
    (cell) => cell === null || typeof cell === 'number',
  );
}

function numbers(column: NamedColumn, index: Int32Array, groups: number): DescribedNumbers {
  const values = numbersOf(column);
  const samples = Array.from({ length: groups }, (_, group) =>
    values.filter((_value, row) => index[row] === group),
  );
  const summaries = samples.map((sample) => sampleSummary(sample));
  const known = samples.map((sample) => sample.filter((value) => !Number.isNaN(value)));
  return {
    kind: 'number',
    name: column.name,
    summaries,
    missing: summaries.map(({ missing }) => missing),
    test: valueTest(known, true),
  };
}

function categories(column: NamedColumn, index: Int32Array, groups: number): DescribedLevels {
  const own = levelsOfColumn(column, index.length, mostLevels);
  const counts = Array.from({ length: groups }, () => new Array<number>(own.levels.length).fill(0));
  const missing = new Array<number>(groups).fill(0);
  index.forEach((group, row) => {
    const level = own.index[row] ?? -1;
    const of = counts[group];
    if (of === undefined) return;
    if (level < 0) missing[group] = (missing[group] ?? 0) + 1;
    else of[level] = (of[level] ?? 0) + 1;
  });
  return {
    kind: 'category',
    name: column.name,
    levels: own.levels.map((level, at) => ({ level, rows: counts.map((of) => of[at] ?? 0) })),
    known: counts.map((of) => of.reduce((sum, count) => sum + count, 0)),
    missing,
    test: levelTest(counts, true),
  };
}
