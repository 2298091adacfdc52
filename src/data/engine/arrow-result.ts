import { type Data, type RecordBatch, RecordBatchReader, Type, type Utf8, type Vector } from 'apache-arrow';
import { textsOf } from './arrow-text';
import type { Cell, ResultTable } from './engine';
import { exactNumber, ResultColumn, refuseTwin, typeRefused } from './result-column';

type ColumnKind = 'integer' | 'number' | 'bigint' | 'cells';

/**
 * Reads the Arrow IPC stream that DuckDB answers with; only reads, because apache-arrow's builders compile code at
 * run time and the page's Content-Security-Policy forbids that.
 *
 * @param parts the schema message and the record batches, in order
 * @throws RangeError for a type that JavaScript would hold wrongly (DECIMAL, HUGEINT, dates, nested types)
 */
export function readArrowResult(parts: readonly Uint8Array[]): ResultTable {
  const reader = RecordBatchReader.from(joined(parts)).open();
  const fields = reader.schema.fields;
  refuseTwin(fields.map((field) => field.name));
  const kinds = fields.map((field) => columnKind(field.type, field.name));
  const columns = kinds.map((kind) => new ResultColumn(kind === 'bigint' ? 'number' : kind));
  let rowCount = 0;
  for (const batch of reader) {
    rowCount += batch.numRows;
    fields.forEach((field, index) => {
      columns[index]?.add(readCells(batch, index, kinds[index] ?? 'cells', field.name));
    });
  }
  return {
    rowCount,
    columns: Object.fromEntries(fields.map((field, index) => [field.name, columns[index]?.finish() ?? []])),
  };
}

/**
 * The same statement with text in place of ENUM columns, or `null` when its result has none.
 *
 * @param header the schema message of the result
 */
export function textInsteadOfCodes(header: Uint8Array, sql: string): string | null {
  const { fields } = RecordBatchReader.from(header).open().schema;
  if (!fields.some((field) => field.type.typeId === Type.Dictionary)) return null;
  refuseTwin(fields.map((field) => field.name));
  const cells = fields.map(({ name, type }) => {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    return type.typeId === Type.Dictionary ? `${quoted}::varchar as ${quoted}` : quoted;
  });
  // The line break closes a comment at the end of the statement.
  return `select ${cells.join(', ')} from (${sql.replace(/;\s*$/, '')}\n)`;
}

function columnKind(type: { readonly typeId: Type }, column: string): ColumnKind {
  const int = type as { readonly bitWidth?: number; readonly isSigned?: boolean };
  switch (type.typeId) {
    case Type.Int:
      if (int.bitWidth === 64) return 'bigint';
      return int.bitWidth === 32 && int.isSigned === false ? 'number' : 'integer';
    case Type.Float:
      return 'number';
    case Type.Utf8:
    case Type.LargeUtf8:
    case Type.Bool:
    case Type.Null:
      return 'cells';
    default:
      throw typeRefused(column, String(type));
  }
}

function readCells(batch: RecordBatch, index: number, kind: ColumnKind, column: string): ArrayLike<Cell> {
  const vector = batch.getChildAt(index) as Vector | null;
  const data = batch.data.children[index] as Data | undefined;
  if (vector === null || data === undefined) return [];
  const bare = vector.nullCount === 0;
  if (kind === 'bigint') {
    if (!bare)
      return Array.from(vector, (cell) => (cell === null ? null : exactNumber(cell as bigint, column)));
    return Float64Array.from(data.values as BigInt64Array, (cell) => exactNumber(cell, column));
  }
  if (kind !== 'cells' && bare) return (data.values as Float64Array).subarray(0, batch.numRows);
  if (data.typeId === Type.Utf8 && data.offset === 0) return textsOf(data as Data<Utf8>, batch.numRows);
  return vector.toArray === undefined ? [] : Array.from(vector as Iterable<Cell>);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((bytes, part) => bytes + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
