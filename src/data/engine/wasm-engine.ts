import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import type { Engine, LayeredEngine, QueryOptions, ResultTable } from './engine';
import { engineFailure, namedEngineError } from './engine-failure';
import { lockEngine } from './engine-lock';
import { QuickQuestions } from './quick-questions';
import { RequestQueue } from './request-queue';
import { startWorker } from './trusted-worker';
import { WasmSession } from './wasm-session';

/** The engine of the page: the narrow door, and one more for the rows that the decoder makes. */
export interface WasmEngine extends LayeredEngine {
  /**
   * Adds the rows of one Arrow IPC stream (never an IPC file) as a new table; the bytes are transferred and gone.
   * Rows are not counted here: duckdb-wasm can drop rows without an error, so the caller compares the counts.
   */
  insertArrowStream(
    table: string,
    bytes: Uint8Array,
    options?: { readonly signal?: AbortSignal },
  ): Promise<void>;
}

export interface WasmEngineOptions {
  readonly memoryLimit?: string;
}

/** Milliseconds that DuckDB computes before it looks at its messages: how long a cancelled query can still block. */
const pollingMilliseconds = 20;

/** The script of DuckDB's worker, as the browser asks for it. */
export const wasmWorkerAddress = (): string => new URL(workerUrl, location.href).href;

/**
 * Starts DuckDB-WASM (the `eh` bundle, from this origin) in its own worker, in memory, locked.
 *
 * @throws AppError `engine-unavailable` when it does not start, `engine-not-locked` when a road out stays open
 */
export async function startWasmEngine(options: WasmEngineOptions = {}): Promise<WasmEngine> {
  const worker = startWorker(wasmWorkerAddress());
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const stopped = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(engineFailure('engine-stopped')));
  });
  const start = async () => {
    await database.instantiate(new URL(wasmUrl, location.href).href);
    await database.open({ path: ':memory:', query: { queryPollingInterval: pollingMilliseconds } });
    const session = new WasmSession(database, await database.connectInternal());
    const above = new WasmSession(database, await database.connectInternal());
    await lockEngine(
      (sql) => session.ask(sql),
      (sql) => above.ask(sql),
      { memoryLimit: options.memoryLimit ?? '3GB' },
    );
    return usableEngine(database, { session, above }, stopped, await database.getVersion());
  };
  try {
    return await Promise.race([stopped, start()]);
  } catch (error) {
    await database.terminate();
    throw error instanceof Error && error.name === 'AppError'
      ? error
      : engineFailure('engine-unavailable', error);
  }
}

function usableEngine(
  database: AsyncDuckDB,
  { session, above }: { readonly session: WasmSession; readonly above: WasmSession },
  stopped: Promise<never>,
  version: string,
): WasmEngine {
  const inserts = new Inserts(database);
  const closings: (() => void)[] = [];
  const close = async () => {
    for (const end of closings) end();
    await database.terminate();
  };
  const engineOn = (one: WasmSession) => {
    const { request, queue, engine } = sessionEngine(one, version, close);
    closings.push(() => queue.close(engineFailure('engine-stopped')));
    stopped.catch((reason: Error) => queue.close(reason));
    return { request, engine };
  };
  const { request, engine } = engineOn(session);
  return Object.freeze({
    ...engine,
    overlay: Object.freeze(engineOn(above).engine),
    insertArrowStream: (table: string, bytes: Uint8Array, options: { readonly signal?: AbortSignal } = {}) =>
      request(() => inserts.insert(table, bytes), options.signal),
  });
}

/** One session as an engine; `close` ends the database. */
function sessionEngine(session: WasmSession, version: string, close: () => Promise<void>) {
  const queue = new RequestQueue();
  const quick = new QuickQuestions();
  // No race against `stopped` here: what never settles would keep every answer. Closing the queue rejects them.
  const named = <T>(work: () => Promise<T>) =>
    work().catch((error: unknown) => {
      throw namedEngineError(error);
    });
  const request = <T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> =>
    queue.enqueue(
      () => named(work),
      () => session.cancel(),
      signal,
    );
  const query = (sql: string, options: QueryOptions = {}): Promise<ResultTable> => {
    const { question, values, signal, behind } = options;
    if (behind === true) {
      return queue.enqueueBehind(
        () => named(() => session.ask(sql, options)),
        () => session.cancel(),
        signal,
      );
    }
    if (question === undefined) return request(() => session.ask(sql, options), signal);
    if (!quick.has(question)) {
      return request(() => quick.timed(question, () => session.ask(sql, options), signal), signal);
    }
    return queue.enqueueTogether(
      () => named(() => quick.timed(question, () => session.askAtOnce(sql, values), signal)),
      signal,
    );
  };
  const engine: Engine = {
    version,
    query,
    run: (sql: string, options: QueryOptions = {}) =>
      request(async () => {
        await session.ask(sql, options);
      }, options.signal),
    check: (sql: string, options: Pick<QueryOptions, 'signal'> = {}) =>
      request(() => session.check(sql), options.signal),
    close,
  };
  return { request, queue, engine };
}

/** A stream that fails poisons its connection: every insert has its own, opened while the one before is at work. */
class Inserts {
  readonly #database: AsyncDuckDB;
  #fresh: Promise<number>;

  constructor(database: AsyncDuckDB) {
    this.#database = database;
    this.#fresh = database.connectInternal();
    this.#fresh.catch(() => undefined);
  }

  async insert(table: string, bytes: Uint8Array): Promise<void> {
    const connection = await this.#fresh;
    this.#fresh = this.#database.connectInternal();
    this.#fresh.catch(() => undefined);
    try {
      await this.#database.insertArrowFromIPCStream(connection, bytes, { name: table, create: true });
    } finally {
      void this.#database.disconnect(connection).catch(() => undefined);
    }
  }
}
