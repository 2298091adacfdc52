import type { ColumnType } from '@data/contracts/contract';
import { type DataType, type Decimal, type Dictionary, type Int, Precision, Type } from 'apache-arrow';
import type { ExtractFailureCode } from './failure-code';

/**
 * Whether a column of an Arrow schema may be read as a type of the contract. Nothing is cast silently: a type that is
 * not in this list is refused by name.
 *
 * | contract | accepted |
 * |---|---|
 * | INTEGER | signed and unsigned integers of any width, decimals without a fraction; the values must fit 32 bits, which is checked at load |
 * | DOUBLE | float32, float64, integers and decimals |
 * | VARCHAR | utf8, large utf8, and dictionaries of them |
 * | BOOLEAN | bool |
 *
 * A column of type Null (a writer that saw no value) is accepted for every type: it holds only nulls.
 *
 * @returns `null` when accepted, else why not
 */
export function typeRefusal(found: DataType, wanted: ColumnType): ExtractFailureCode | null {
  if (found.typeId === Type.Null) return null;
  if (isDate(found)) return 'date-type';
  if (!isReadable(found)) return 'unsupported-type';
  return accepts[wanted](found) ? null : 'wrong-type';
}

const accepts: Readonly<Record<ColumnType, (found: DataType) => boolean>> = {
  INTEGER: (found) => found.typeId === Type.Int || (isDecimal(found) && found.scale === 0),
  DOUBLE: (found) => found.typeId === Type.Int || found.typeId === Type.Float || isDecimal(found),
  VARCHAR: (found) => isText(found) || isDictionaryOfText(found),
  BOOLEAN: (found) => found.typeId === Type.Bool,
};

const isText = (found: DataType) => found.typeId === Type.Utf8 || found.typeId === Type.LargeUtf8;

const isDictionaryOfText = (found: DataType) =>
  found.typeId === Type.Dictionary && isText((found as Dictionary).dictionary);

/** DuckDB reads decimals of up to 128 bits. */
const isDecimal = (found: DataType): found is Decimal =>
  found.typeId === Type.Decimal && (found as Decimal).bitWidth === 128;

const isDate = (found: DataType) =>
  found.typeId === Type.Date || found.typeId === Type.Timestamp || found.typeId === Type.Time;

function isReadable(found: DataType): boolean {
  if (found.typeId === Type.Float) {
    return (found as unknown as { readonly precision: Precision }).precision !== Precision.HALF;
  }
  return (
    isText(found) ||
    isDictionaryOfText(found) ||
    isDecimal(found) ||
    found.typeId === Type.Int ||
    found.typeId === Type.Bool
  );
}

/** The type as a data manager writes it: `int64`, `float64`, `timestamp`, `dictionary of utf8`. */
export function typeName(found: DataType): string {
  if (found.typeId === Type.Dictionary) return `dictionary of ${typeName((found as Dictionary).dictionary)}`;
  if (found.typeId === Type.Int)
    return `${(found as Int).isSigned ? 'int' : 'uint'}${(found as Int).bitWidth}`;
  return String(found)
    .toLowerCase()
    .replace(/[^a-z0-9_ ]+.*$/, '');
}
