import type { SqlValue } from './engine';

/**
 * A bound value as the argument of `EXECUTE`: 32-bit integers are INTEGER, other integers that a number holds exactly
 * BIGINT, every other number DOUBLE. Text can only ever be text: DuckDB knows no escape in it but the doubled quote.
 *
 * @throws RangeError for NaN, an infinity, or text with a NUL character
 */
export function boundValue(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
    if (isInteger32(value)) return `${value}::INTEGER`;
    return Number.isSafeInteger(value) ? `${value}::BIGINT` : `'${value}'::DOUBLE`;
  }
  if (value.includes('\0')) throw new RangeError('a bound text holds a NUL character');
  return `'${value.replaceAll("'", "''")}'::VARCHAR`;
}

/** -0 is a double: as an integer it would lose its sign. */
export function isInteger32(value: number): boolean {
  return Object.is(value | 0, value);
}
