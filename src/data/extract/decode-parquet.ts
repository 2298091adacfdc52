import { RecordBatchReader, type Schema } from 'apache-arrow';
import { Compression, ParquetFile, type ParquetMetaData, type RecordBatch } from 'parquet-wasm/esm';
import { conformSchema } from './conform-schema';
import { batchRows, type DecodedFile, type DecodeOrder } from './decoder';
import { extractFailure } from './failure-code';

/** Brotli and LZO are left out on purpose: their decoders had memory faults, and no writer needs them here. */
const acceptedCodecs: ReadonlySet<Compression> = new Set([
  Compression.UNCOMPRESSED,
  Compression.SNAPPY,
  Compression.GZIP,
  Compression.ZSTD,
  Compression.LZ4_RAW,
]);

/**
 * Opens a Parquet file: footer, codecs and schema first, then rows in batches. Only the declared columns are decoded,
 * and the blob is read in slices, never whole.
 *
 * @throws AppError `unsupported-codec`, `unsupported-type`, `damaged-file`, and what `conformSchema` says
 */
export async function decodeParquet(order: DecodeOrder): Promise<DecodedFile> {
  const { blob, path, table } = order;
  const damaged = (cause: unknown) =>
    extractFailure('damaged-file', { table: table.name, file: path }, cause);
  const file = await ParquetFile.fromFile(blob).catch((cause: unknown) => {
    throw damaged(cause);
  });
  const metadata = file.metadata();
  refuseCodecs(metadata, order);
  const conformed = conformSchema(readSchema(file, order), table, path);
  const stream = await file
    .stream({ batchSize: batchRows, columns: [...conformed.columns] })
    .catch((cause) => {
      throw damaged(cause);
    });
  const reader = stream.getReader() as ReadableStreamDefaultReader<RecordBatch>;
  return {
    facts: {
      announcedRows: metadata.fileMetadata().numRows(),
      extraColumns: conformed.extraColumns,
      missingColumns: conformed.missingColumns,
    },
    next: async () => {
      try {
        const { done, value } = await reader.read();
        if (done) {
          file.free();
          return null;
        }
        const rows = value.numRows;
        return { rows, bytes: value.intoIPCStream() as Uint8Array<ArrayBuffer> };
      } catch (cause) {
        throw damaged(cause);
      }
    },
  };
}

function refuseCodecs(metadata: ParquetMetaData, order: DecodeOrder): void {
  for (let group = 0; group < metadata.numRowGroups(); group += 1) {
    for (const column of metadata.rowGroup(group).columns()) {
      const codec = column.compression();
      if (acceptedCodecs.has(codec)) continue;
      throw extractFailure('unsupported-codec', {
        table: order.table.name,
        file: order.path,
        codec: Compression[codec] ?? String(codec),
      });
    }
  }
}

function readSchema(file: ParquetFile, { table, path }: DecodeOrder): Schema {
  try {
    return RecordBatchReader.from(file.schema().intoIPCStream()).open().schema;
  } catch (cause) {
    throw extractFailure('unreadable-schema', { table: table.name, file: path }, cause);
  }
}
