import type { TableContract } from '@data/contracts/contract';
import type { FileFormat } from './table-file';

/** A file to decode; `table` says which columns are wanted and which types they may have. */
export interface DecodeOrder {
  readonly blob: Blob;
  readonly path: string;
  readonly format: FileFormat;
  readonly table: TableContract;
}

export interface DecodedFacts {
  /** Rows that the file's footer announces; `null` for an Arrow file, which announces none. */
  readonly announcedRows: number | null;
  readonly extraColumns: readonly string[];
  readonly missingColumns: readonly string[];
}

/** Some rows as one Arrow IPC stream (schema, one batch, end), ready for the engine. */
export interface DecodedBatch {
  readonly rows: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface DecodedFile {
  readonly facts: DecodedFacts;
  /** The next rows, `null` at the end. One batch is at most `batchRows` rows, so that memory stays bounded. */
  next(): Promise<DecodedBatch | null>;
}

/** Turns files into batches of rows, one file at a time. */
export interface Decoder {
  open(order: DecodeOrder): Promise<DecodedFile>;
  /** Stops at once, whatever is running. */
  close(): void;
}

/** Rows of one batch: DuckDB's row group, so that each insert compresses one; a multiple of 64, for slices of bitmaps. */
export const batchRows = 122_880;
