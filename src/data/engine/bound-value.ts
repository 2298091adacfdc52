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
  if (typeof value === 'number') return `'${Object.is(value, -0) ? '-0' : value}'::${numberType(value)}`;
  if (value.includes('\0')) throw new RangeError('a bound text holds a NUL character');
  return `'${value.replaceAll("'", "''")}'::VARCHAR`;
}

/**
 * The SQL type of a bound number; -0 is a double, because as an integer it would lose its sign.
 *
 * @throws RangeError for NaN or an infinity
 */
export function numberType(value: number): 'INTEGER' | 'BIGINT' | 'DOUBLE' {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  if (Object.is(value | 0, value)) return 'INTEGER';
  return Number.isSafeInteger(value) && value !== 0 ? 'BIGINT' : 'DOUBLE';
}

/** After comments. */
const definition = /^(?:\s|--[^\n]*\n)*(?:create|alter|drop)\b/i;

/**
 * Values cannot be bound to `create table … as`: SQL's own `prepare` does not take it, and the page has no other road.
 *
 * @throws RangeError for a statement that defines, in every engine
 */
export function refuseDefinition(sql: string): void {
  if (definition.test(sql)) {
    throw new RangeError('no values can be bound to a statement that defines a table; insert them into it');
  }
}
