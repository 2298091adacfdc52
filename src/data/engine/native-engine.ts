import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBResult,
  type DuckDBType,
  DuckDBTypeId,
  INTEGER,
  SQLNULL,
  VARCHAR,
} from '@duckdb/node-api';
import { numberType, refuseDefinition } from './bound-value';
import type { Cell, Engine, LayeredEngine, QueryOptions, ResultTable, SqlValue } from './engine';
import { engineFailure, namedEngineError } from './engine-failure';
import { lockEngine } from './engine-lock';
import { RequestQueue } from './request-queue';
import { exactNumber, ResultColumn, refuseTwin, typeRefused } from './result-column';

export interface NativeEngineOptions {
  readonly memoryLimit?: string;
  /** The one folder whose files SQL may read (an extract on disk); without it SQL reads no file. */
  readonly readableDirectory?: string;
  readonly threads?: number;
}

/**
 * Starts native DuckDB in memory, locked like the page's engine: the same SQL gives the same result in both.
 * For Node only (tests, benchmarks, headless commands).
 */
export async function startNativeEngine(options: NativeEngineOptions = {}): Promise<LayeredEngine> {
  // Before anything else: a native DuckDB that may look for extensions waits minutes for a host it cannot reach.
  const instance = await DuckDBInstance.create(':memory:', {
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
    // As in the page: what does not fit in memory is refused, and no row is spilled into a file.
    temp_directory: '',
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
  });
  const connection = await instance.connect();
  const above = await instance.connect();
  const ask = (sql: string, values?: readonly SqlValue[]) => askConnection(connection, sql, values);
  await lockEngine(ask, (sql) => askConnection(above, sql), {
    memoryLimit: options.memoryLimit ?? '3GB',
    ...(options.readableDirectory === undefined ? {} : { readableDirectory: options.readableDirectory }),
  });
  const version = (await ask('select version() as version')).columns.version?.[0];
  const closings: (() => void)[] = [];
  const close = async () => {
    for (const end of closings) end();
    instance.closeSync();
  };
  const engineOn = (one: DuckDBConnection) => {
    const { end, engine } = connectionEngine(one, String(version), close);
    closings.push(end);
    return engine;
  };
  return Object.freeze({ ...engineOn(connection), overlay: Object.freeze(engineOn(above)) });
}

/** One connection as an engine; `end` leaves it, `close` ends the database. */
function connectionEngine(connection: DuckDBConnection, version: string, close: () => Promise<void>) {
  const queue = new RequestQueue();
  const ask = (sql: string, values?: readonly SqlValue[]) => askConnection(connection, sql, values);
  const request = (sql: string, { values, signal, behind }: QueryOptions) =>
    queue[behind === true ? 'enqueueBehind' : 'enqueue'](
      () =>
        ask(sql, values).catch((error: unknown) => {
          throw namedEngineError(error);
        }),
      () => connection.interrupt(),
      signal,
    );
  const engine: Engine = {
    version,
    query: (sql: string, queryOptions: QueryOptions = {}) => request(sql, queryOptions),
    run: async (sql: string, queryOptions: QueryOptions = {}) => {
      await request(sql, queryOptions);
    },
    check: (sql: string, { signal }: Pick<QueryOptions, 'signal'> = {}) =>
      queue.enqueue(
        () =>
          checkStatement(connection, sql).catch((error: unknown) => {
            throw namedEngineError(error);
          }),
        () => undefined,
        signal,
      ),
    close,
  };
  const end = () => {
    queue.close(engineFailure('engine-stopped'));
    connection.interrupt();
    connection.closeSync();
  };
  return { engine, end };
}

async function askConnection(
  connection: DuckDBConnection,
  sql: string,
  values: readonly SqlValue[] = [],
): Promise<ResultTable> {
  if (values.length > 0) refuseDefinition(sql);
  const result =
    values.length === 0
      ? await connection.run(sql)
      : await connection.run(sql, values.map(nativeValue), values.map(nativeType));
  return readNativeResult(result);
}

async function checkStatement(connection: DuckDBConnection, sql: string): Promise<void> {
  const { count } = await connection.extractStatements(sql);
  if (count > 1) throw new Error('Invalid Input Error: Cannot prepare multiple statements at once!');
  const prepared = await connection.prepare(sql);
  prepared.destroySync();
}

const nativeTypes = { INTEGER, BIGINT, DOUBLE } as const;

function nativeValue(value: SqlValue): string | number | bigint | boolean | null {
  return typeof value === 'number' && numberType(value) === 'BIGINT' ? BigInt(value) : value;
}

function nativeType(value: SqlValue): DuckDBType {
  if (value === null) return SQLNULL;
  if (typeof value === 'boolean') return BOOLEAN;
  return typeof value === 'string' ? VARCHAR : nativeTypes[numberType(value)];
}

async function readNativeResult(result: DuckDBResult): Promise<ResultTable> {
  const names = result.columnNames();
  refuseTwin(names);
  const kinds = names.map((name, index) => columnKind(result.columnTypeId(index), name));
  const columns = kinds.map((kind) => new ResultColumn(kind));
  let rowCount = 0;
  for (const chunk of await result.fetchAllChunks()) {
    rowCount += chunk.rowCount;
    columns.forEach((column, index) => {
      const cells = chunk.convertColumnValues<Cell>(index, (value) =>
        typeof value === 'bigint' ? exactNumber(value, names[index] ?? '') : (value as Cell),
      );
      const typed = kinds[index] !== 'cells' && !cells.includes(null);
      column.add(typed ? Float64Array.from(cells as number[]) : cells);
    });
  }
  return {
    rowCount,
    columns: Object.fromEntries(names.map((name, index) => [name, columns[index]?.finish() ?? []])),
  };
}

function columnKind(type: DuckDBTypeId, column: string): 'integer' | 'number' | 'cells' {
  switch (type) {
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
      return 'integer';
    case DuckDBTypeId.UINTEGER:
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UBIGINT:
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return 'number';
    case DuckDBTypeId.VARCHAR:
    case DuckDBTypeId.ENUM:
    case DuckDBTypeId.BOOLEAN:
    case DuckDBTypeId.SQLNULL:
      return 'cells';
    default:
      throw typeRefused(column, DuckDBTypeId[type]);
  }
}
