/** A cell of a table that a reader has asked for in SQL. */
export type TableCell = string | number | boolean | null;

/** Groups that are told apart by colour, line and name. */
export const mostGroups = 12;

/** Why columns cannot be analysed as asked. */
export type ColumnsRefused =
  | { readonly reason: 'event-not-0-1' | 'cause-not-whole' | 'time-not-number'; readonly column: string }
  | { readonly reason: 'too-many-groups'; readonly column: string; readonly groups: number }
  | { readonly reason: 'no-rows' };

export type Analysed<T> =
  | { readonly refused: null; readonly value: T }
  | { readonly refused: ColumnsRefused; readonly value: null };

export interface NamedColumn {
  readonly name: string;
  readonly cells: ArrayLike<TableCell>;
}

/** Thrown inside an analysis of columns, caught where it began. */
export class ColumnsError extends Error {
  readonly refused: ColumnsRefused;

  constructor(refused: ColumnsRefused) {
    super(refused.reason);
    this.refused = refused;
  }
}

/** What an analysis gives, or why it refuses; programming errors go on. */
export function analysed<T>(work: () => T): Analysed<T> {
  try {
    return { refused: null, value: work() };
  } catch (error) {
    if (error instanceof ColumnsError) return { refused: error.refused, value: null };
    throw error;
  }
}

/** Numbers of a column, `NaN` where a cell is null. */
export function numbersOf({ name, cells }: NamedColumn): Float64Array {
  return Float64Array.from({ length: cells.length }, (_, row) => {
    const cell = cells[row] ?? null;
    if (cell === null) return Number.NaN;
    if (typeof cell === 'number') return cell;
    throw new ColumnsError({ reason: 'time-not-number', column: name });
  });
}

/** 1 for an event, 0 for none, `NaN` for null: of a column of truth values, or of zeros and ones. */
export function eventsOf({ name, cells }: NamedColumn): Float64Array {
  return Float64Array.from({ length: cells.length }, (_, row) => {
    const cell = cells[row] ?? null;
    if (cell === null) return Number.NaN;
    if (typeof cell === 'boolean') return cell ? 1 : 0;
    if (cell === 0 || cell === 1) return cell;
    throw new ColumnsError({ reason: 'event-not-0-1', column: name });
  });
}

/** Highest number of a cause. */
export const mostCauses = 8;

/** 0 for censored, 1 and more for the causes, `NaN` for null. */
export function causesOf({ name, cells }: NamedColumn): Float64Array {
  return Float64Array.from({ length: cells.length }, (_, row) => {
    const cell = cells[row] ?? null;
    if (cell === null) return Number.NaN;
    const cause = typeof cell === 'boolean' ? Number(cell) : cell;
    if (typeof cause === 'number' && Number.isInteger(cause) && cause >= 0 && cause <= mostCauses)
      return cause;
    throw new ColumnsError({ reason: 'cause-not-whole', column: name });
  });
}

export interface ColumnLevels {
  readonly levels: readonly string[];
  /** Place of each row's level, -1 where the cell is null. */
  readonly index: Int32Array;
}

/**
 * The groups of a column: numbers in their order, everything else in that of its text; one group called `all` without
 * a column.
 */
export function levelsOfColumn(column: NamedColumn | null, rows: number, most = mostGroups): ColumnLevels {
  if (column === null) return { levels: ['all'], index: new Int32Array(rows) };
  const { name, cells } = column;
  const seen = new Set<string | number | boolean>();
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row] ?? null;
    if (cell !== null) seen.add(cell);
  }
  if (seen.size > most)
    throw new ColumnsError({ reason: 'too-many-groups', column: name, groups: seen.size });
  const ordered = [...seen].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
  );
  const place = new Map(ordered.map((level, at) => [level, at]));
  return {
    levels: ordered.map(String),
    index: Int32Array.from({ length: cells.length }, (_, row) => {
      const cell = cells[row] ?? null;
      return cell === null ? -1 : (place.get(cell) ?? -1);
    }),
  };
}
