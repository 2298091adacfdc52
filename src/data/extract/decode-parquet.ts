import { RecordBatchReader, type Schema } from 'apache-arrow';
import { Compression, ParquetFile, type ParquetMetaData, type RecordBatch } from 'parquet-wasm/esm';
import { type AnnouncedSizes, refuseForgedSizes } from './announced-sizes';
import { conformSchema } from './conform-schema';
import { batchRows, type DecodedFacts, type DecodedFile, type DecodeOrder } from './decoder';
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
 * Looks at the footer of a Parquet file, its codecs and its schema, and decodes no row.
 *
 * @throws AppError `unsupported-codec`, `unsupported-type`, `damaged-file`, and what `refuseForgedSizes` and
 *   `conformSchema` say
 */
export async function inspectParquet(order: DecodeOrder): Promise<DecodedFacts> {
  const { file, facts } = await openParquet(order);
  file.free();
  return facts;
}

/**
 * Opens a Parquet file: footer, codecs and schema first, then rows in batches. Only the declared columns are decoded,
 * and the blob is read in slices, never whole.
 *
 * @throws AppError as `inspectParquet` does
 */
export async function decodeParquet(order: DecodeOrder): Promise<DecodedFile> {
  const damaged = damagedFile(order);
  const { file, facts, columns } = await openParquet(order);
  const stream = await file.stream({ batchSize: batchRows, columns: [...columns] }).catch((cause) => {
    throw damaged(cause);
  });
  const reader = stream.getReader() as ReadableStreamDefaultReader<RecordBatch>;
  return {
    facts,
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

const damagedFile =
  ({ table, path }: DecodeOrder) =>
  (cause: unknown) =>
    extractFailure('damaged-file', { table: table.name, file: path }, cause);

async function openParquet(order: DecodeOrder) {
  const file = await ParquetFile.fromFile(order.blob).catch((cause: unknown) => {
    throw damagedFile(order)(cause);
  });
  const metadata = file.metadata();
  refuseCodecs(metadata, order);
  refuseForgedSizes(parquetSizes(metadata), order);
  const { columns, extraColumns, missingColumns } = conformSchema(
    readSchema(file, order),
    order.table,
    order.path,
  );
  const facts: DecodedFacts = {
    announcedRows: metadata.fileMetadata().numRows(),
    extraColumns,
    missingColumns,
  };
  return { file, facts, columns };
}

/** What the footer says of the rows and bytes of a file. */
function parquetSizes(metadata: ParquetMetaData): AnnouncedSizes {
  const groups = Array.from({ length: metadata.numRowGroups() }, (_, index) => metadata.rowGroup(index));
  return {
    rows: metadata.fileMetadata().numRows(),
    groups: groups.map((group) => ({
      rows: group.numRows(),
      compressedBytes: group.compressedSize(),
      bytes: group.totalByteSize(),
      values: group.columns().map((column) => column.numValues()),
    })),
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
