/** A column of a reference case: `null` is a missing value (`NaN`), "Inf" and "-Inf" the infinities. */
export function numbers(column: unknown): Float64Array {
  if (!Array.isArray(column)) throw new TypeError('reference case: a column of numbers was expected');
  const values: readonly unknown[] = column;
  return Float64Array.from(values, (value) => {
    if (value === null) return Number.NaN;
    if (value === 'Inf') return Number.POSITIVE_INFINITY;
    return value === '-Inf' ? Number.NEGATIVE_INFINITY : Number(value);
  });
}

export function numbersOrNothing(column: unknown): Float64Array | undefined {
  return column === undefined ? undefined : numbers(column);
}

/** A rectangular table of numbers, row by row. */
export function table(rows: unknown): number[][] {
  if (!Array.isArray(rows)) throw new TypeError('reference case: a table was expected');
  return rows.map((row) => Array.from(numbers(row)));
}

export function strings(column: unknown): (string | null)[] {
  if (!Array.isArray(column)) throw new TypeError('reference case: a column of names was expected');
  const values: readonly unknown[] = column;
  return values.map((value) => (value === null ? null : String(value)));
}
