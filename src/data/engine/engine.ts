/** A value that may be bound to a `?` of a statement. */
export type SqlValue = string | number | boolean | null;

/** A cell of a result: 64-bit integers and decimals are cast in SQL before they cross (see README, decisions). */
export type Cell = string | number | boolean | null;

/** One result, column by column; every column has `rowCount` cells. Numeric columns without nulls are typed arrays. */
export interface ResultTable {
  readonly rowCount: number;
  readonly columns: Readonly<Record<string, ArrayLike<Cell>>>;
}

export interface QueryOptions {
  readonly values?: readonly SqlValue[];
  /** An aborted query is dropped while it waits and cancelled while it runs; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * The one narrow door to DuckDB. Two implementations: `wasm-engine.ts` in the browser, `native-engine.ts` in Node
 * (tests, benchmarks, headless commands). Both run DuckDB 1.4.3 and both are locked before any row goes in.
 */
export interface Engine {
  readonly version: string;
  /** Runs one statement; the order of rows is the statement's. */
  query(sql: string, options?: QueryOptions): Promise<ResultTable>;
  /** Runs statements for their effect (tables, views). */
  run(sql: string, options?: QueryOptions): Promise<void>;
  close(): Promise<void>;
}
