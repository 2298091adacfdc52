/** A value that may be bound to a `?` of a statement. */
export type SqlValue = string | number | boolean | null;

/**
 * A cell of a result. BIGINT arrives as a number when it fits 2^53 - 1 and is an error beyond; ENUM arrives as text;
 * DECIMAL, HUGEINT (a `sum` of integers), dates and nested types do not cross: cast them in SQL to DOUBLE, BIGINT or
 * VARCHAR.
 */
export type Cell = string | number | boolean | null;

/**
 * One result, column by column; every column has `rowCount` cells. Numeric columns without nulls are typed arrays (32-bit
 * integers as Int32Array, other numbers as Float64Array).
 */
export interface ResultTable {
  readonly rowCount: number;
  readonly columns: Readonly<Record<string, ArrayLike<Cell>>>;
}

export interface QueryOptions {
  readonly values?: readonly SqlValue[];
  /** An aborted query is dropped while it waits and cancelled while it runs; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /**
   * For what nobody waits for yet: asked while nothing else waits, and when something else is asked meanwhile, given up and
   * begun anew after it.
   */
  readonly behind?: boolean;
  /**
   * Name of a question that is asked again and again (`visit-distribution`). Once its answers have come quickly, they
   * are asked for in one message each and without waiting for one another; they can then no longer be cancelled
   * while they run, only dropped.
   */
  readonly question?: string;
}

/**
 * The one narrow door to DuckDB. Two implementations: `wasm-engine.ts` in the browser, `native-engine.ts` in Node
 * (tests, benchmarks, headless commands). Both run DuckDB 1.4.3 and both are locked before any row goes in.
 */
export interface Engine {
  readonly version: string;
  /**
   * Runs one statement; the order of rows is the statement's. Values are bound to its `?`: 32-bit integers as INTEGER,
   * other whole numbers as BIGINT, numbers as DOUBLE. Without values several statements may stand in one text, separated
   * by `;`; the last one answers. No `;` at the end.
   */
  query(sql: string, options?: QueryOptions): Promise<ResultTable>;
  /** Runs statements for their effect (tables, views). */
  run(sql: string, options?: QueryOptions): Promise<void>;
  /**
   * Parses and binds one statement without running it.
   *
   * @throws Error in the words of DuckDB, also for a text of several statements
   */
  check(sql: string, options?: Pick<QueryOptions, 'signal'>): Promise<void>;
  close(): Promise<void>;
}

/**
 * An engine with a second way to ask it: through `overlay` a table or view that was made there hides that of the same
 * name, and what is made there is seen there only. Both are locked; closing either closes both.
 */
export interface LayeredEngine extends Engine {
  readonly overlay: Engine;
}
