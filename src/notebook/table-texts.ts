import type { Cell } from '@data/engine/engine';

export type TableRow = Readonly<Record<string, Cell>>;

export interface TableOptions {
  readonly caption?: string;
  /** Names of columns in the order to show; all of the first row by default. */
  readonly columns?: readonly string[];
  /** Heads of columns by their names. */
  readonly heads?: Readonly<Record<string, string>>;
  /** Rows that are shown. */
  readonly most?: number;
}

const mostShown = 200;

/** What a table of a notebook says: texts in lines, and which columns hold numbers alone. */
export interface TableTexts {
  readonly caption: string | undefined;
  readonly heads: readonly string[];
  readonly lines: readonly (readonly string[])[];
  readonly numeric: readonly boolean[];
}

/** Rows as the texts of a table: at most `most` of them, whole numbers as they are, an unknown value as a dash. */
export function tableTexts(rows: readonly TableRow[], options: TableOptions = {}): TableTexts {
  const { caption, columns = Object.keys(rows[0] ?? {}), heads = {}, most = mostShown } = options;
  const shown = rows.slice(0, most);
  return {
    caption,
    heads: columns.map((column) => heads[column] ?? column),
    lines: shown.map((row) => columns.map((column) => cellText(row[column] ?? null))),
    numeric: columns.map((column) =>
      shown.every((row) => row[column] === null || typeof row[column] === 'number'),
    ),
  };
}

const digits = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 5, useGrouping: false });

function cellText(cell: Cell): string {
  if (cell === null) return '–';
  return typeof cell === 'number' && !Number.isInteger(cell) ? digits.format(cell) : String(cell);
}
