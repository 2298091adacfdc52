import { type RecordBatch, RecordBatchReader, RecordBatchStreamWriter } from 'apache-arrow';
import { isWholeStream } from './arrow-end';
import { conformSchema } from './conform-schema';
import { batchRows, type DecodedBatch, type DecodedFile, type DecodeOrder } from './decoder';
import { extractFailure } from './failure-code';

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
    const wanted = batch.select([...columns]);
    for (let from = 0; from < wanted.numRows; from += batchRows) {
      const piece =
        wanted.numRows <= batchRows ? wanted : wanted.slice(from, Math.min(from + batchRows, wanted.numRows));
      const bytes = RecordBatchStreamWriter.writeAll([piece]).toUint8Array(true);
      yield { rows: piece.numRows, bytes: bytes as Uint8Array<ArrayBuffer> };
    }
  }
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
