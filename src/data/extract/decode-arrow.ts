import {
  DataType,
  makeData,
  RecordBatch,
  RecordBatchReader,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  Utf8,
} from 'apache-arrow';
import { isWholeStream } from './arrow-end';
import { conformSchema } from './conform-schema';
import { batchRows, type DecodedBatch, type DecodedFile, type DecodeOrder } from './decoder';
import { extractFailure } from './failure-code';
import { isSoundBatch } from './sound-batch';

/**
 * Opens an Arrow IPC file or stream: read by apache-arrow, written again batch by batch as IPC streams, the only form
 * that the engine takes. The file is held in memory whole, as Arrow readers need its dictionaries.
 *
 * @throws AppError `compressed-arrow`, `unsupported-type`, `damaged-file`, and what `conformSchema` says
 */
export async function decodeArrow(order: DecodeOrder): Promise<DecodedFile> {
  const bytes = new Uint8Array(await order.blob.arrayBuffer());
  const reader = named(order, () => RecordBatchReader.from(bytes).open({ autoDestroy: true }));
  if (!isFile(bytes) && !named(order, () => isWholeStream(bytes))) {
    throw extractFailure('damaged-file', { table: order.table.name, file: order.path });
  }
  const conformed = conformSchema(reader.schema, order.table, order.path);
  const batches = pieces(reader, conformed.columns);
  return {
    facts: {
      announcedRows: null,
      extraColumns: conformed.extraColumns,
      missingColumns: conformed.missingColumns,
    },
    next: async () =>
      named(order, () => {
        const { done, value } = batches.next();
        return done ? null : value;
      }),
  };
}

/** A file starts with `ARROW1`, a stream with the continuation mark; `preflight` has seen one of the two. */
const isFile = (bytes: Uint8Array) => bytes[0] !== 0xff;

function* pieces(reader: Iterable<RecordBatch>, columns: readonly string[]): Generator<DecodedBatch> {
  for (const batch of reader) {
    const selected = batch.select([...columns]);
    if (!isSoundBatch(selected)) throw new RangeError('a buffer ends before its rows do');
    const wanted = withNarrowTexts(selected);
    for (let from = 0; from < wanted.numRows; from += batchRows) {
      const piece =
        wanted.numRows <= batchRows ? wanted : wanted.slice(from, Math.min(from + batchRows, wanted.numRows));
      const bytes = RecordBatchStreamWriter.writeAll([piece]).toUint8Array(true);
      yield { rows: piece.numRows, bytes: bytes as Uint8Array<ArrayBuffer> };
    }
  }
}

/** The writer of apache-arrow 17 cannot write a part of a column of large text (its ends are 64-bit): such columns become plain ones. */
function withNarrowTexts(batch: RecordBatch): RecordBatch {
  if (!batch.schema.fields.some(({ type }) => DataType.isLargeUtf8(type))) return batch;
  const fields = batch.schema.fields.map((field) =>
    DataType.isLargeUtf8(field.type) ? field.clone({ type: new Utf8() }) : field,
  );
  const children = batch.data.children.map((data) =>
    DataType.isLargeUtf8(data.type)
      ? makeData({
          type: new Utf8(),
          length: data.length,
          nullCount: data.nullCount,
          nullBitmap: data.nullBitmap,
          valueOffsets: Int32Array.from(data.valueOffsets as unknown as BigInt64Array, Number),
          data: data.values,
        })
      : data,
  );
  const struct = makeData({ type: new Struct(fields), length: batch.numRows, nullCount: 0, children });
  return new RecordBatch(new Schema(fields), struct);
}

function named<T>(order: DecodeOrder, work: () => T): T {
  const details = { table: order.table.name, file: order.path };
  try {
    return work();
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : '';
    if (/compression/i.test(words)) throw extractFailure('compressed-arrow', details, cause);
    if (/unrecognized type/i.test(words)) {
      throw extractFailure('unreadable-schema', details, cause);
    }
    throw extractFailure('damaged-file', details, cause);
  }
}
