import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { readArrowResult, textInsteadOfCodes } from './arrow-result';
import { boundValue, refuseDefinition } from './bound-value';
import type { QueryOptions, ResultTable, SqlValue } from './engine';
import { StatementCache } from './statement-cache';

/** Rewritten statements kept per connection. */
const keptRewrites = 256;

/**
 * One connection of duckdb-wasm. Statements go as pending queries, its only road that yields between steps and can be
 * cancelled. That road has two gaps: it binds no values, so a statement with values is prepared once by name and
 * executed; and it drops the dictionaries of ENUM columns, so such a statement is asked again with text in their place.
 */
export class WasmSession {
  readonly #database: AsyncDuckDB;
  readonly #connection: number;
  readonly #statements = new StatementCache((sql) => this.#start(sql));
  readonly #rewritten = new Map<string, string>();
  #cancelled = false;
  #waiting = false;

  constructor(database: AsyncDuckDB, connection: number) {
    this.#database = database;
    this.#connection = connection;
  }

  async ask(sql: string, options: QueryOptions = {}): Promise<ResultTable> {
    this.#cancelled = false;
    const { values = [] } = options;
    const header = await this.#execute(this.#rewritten.get(sql) ?? sql, values);
    const rewritten = textInsteadOfCodes(header, sql);
    if (rewritten === null) return readArrowResult(await this.#fetch(header));
    this.#remember(sql, rewritten);
    return readArrowResult(await this.#fetch(await this.#execute(rewritten, values)));
  }

  /**
   * The same in one message: nothing of the page can delay it, nothing can cancel it. `prepare` under one name
   * replaces the statement before.
   */
  async askAtOnce(sql: string, values: readonly SqlValue[] = []): Promise<ResultTable> {
    const answer = await this.#runAtOnce(this.#rewritten.get(sql) ?? sql, values);
    const rewritten = textInsteadOfCodes(answer, sql);
    if (rewritten === null) return readArrowResult([answer]);
    this.#remember(sql, rewritten);
    return readArrowResult([await this.#runAtOnce(rewritten, values)]);
  }

  /** Parses and binds one statement: duckdb-wasm prepares no text of several. */
  async check(sql: string): Promise<void> {
    const statement = await this.#database.createPrepared(this.#connection, sql);
    await this.#database.closePrepared(this.#connection, statement);
  }

  cancel(): void {
    this.#cancelled = true;
    if (this.#waiting) void this.#database.cancelPendingQuery(this.#connection).catch(() => undefined);
  }

  #remember(sql: string, rewritten: string): void {
    if (this.#rewritten.size >= keptRewrites) this.#rewritten.clear();
    this.#rewritten.set(sql, rewritten);
  }

  async #runAtOnce(sql: string, values: readonly SqlValue[]): Promise<Uint8Array> {
    if (values.length > 0) refuseDefinition(sql);
    const text =
      values.length === 0
        ? sql
        : // The line break closes a comment at the end of the statement.
          `prepare at_once as ${sql}\n;execute at_once(${values.map(boundValue).join(', ')})`;
    return this.#database.runQuery(this.#connection, text);
  }

  async #execute(sql: string, values: readonly SqlValue[]): Promise<Uint8Array> {
    if (values.length === 0) return this.#start(sql);
    refuseDefinition(sql);
    const name = await this.#statements.nameOf(sql);
    return this.#start(`execute ${name}(${values.map(boundValue).join(', ')})`);
  }

  /** @returns the schema of the result, once the result stands */
  async #start(sql: string): Promise<Uint8Array> {
    if (this.#cancelled) throw new Error('cancelled');
    this.#waiting = true;
    try {
      let header = await this.#database.startPendingQuery(this.#connection, sql, false);
      while (header === null) header = await this.#database.pollPendingQuery(this.#connection);
      return header;
    } finally {
      this.#waiting = false;
    }
  }

  async #fetch(header: Uint8Array): Promise<Uint8Array[]> {
    const parts = [header];
    for (;;) {
      const part = await this.#database.fetchQueryResults(this.#connection);
      // What was fetched until then is a part of the answer, and no answer.
      if (this.#cancelled) throw new Error('cancelled');
      if (part === null) continue;
      if (part.length === 0) return parts;
      parts.push(part);
    }
  }
}
