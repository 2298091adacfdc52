import type { ResultTable } from './engine';
import { engineFailure } from './engine-failure';

export interface LockOptions {
  /** Memory that tables and queries may take, in DuckDB's notation (`3GB`). */
  readonly memoryLimit: string;
  /** Native engine only: the one folder that SQL may read. In the browser SQL reads no file at all. */
  readonly readableDirectory?: string;
}

const lockedSettings: Readonly<Record<string, string>> = {
  autoload_known_extensions: 'false',
  autoinstall_known_extensions: 'false',
  allow_community_extensions: 'false',
  enable_external_access: 'false',
  lock_configuration: 'true',
};

/**
 * Grouping by a number of so few bits (2 million patients) takes a table as long as the numbers go instead of a hash
 * table: eight times faster over 30 million samples, and in the order of the number.
 */
const grouping = 'set perfect_ht_threshold = 21';

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Every attempt to reach a file or another host from SQL takes one of these roads; after the lock it must raise. */
const probe = "select count(*) from glob('*')";

/**
 * Tables live in a second in-memory database that compresses full row groups: DuckDB's default one does not, and an
 * extract of a million patients would not fit WASM's 4 GB. What is inserted on another connection lands in the default
 * one, `memory`, so both are looked through.
 */
const compressedMemory = ["attach ':memory:' as extract (compress)", "set search_path = 'extract,memory'"];

/** What is made through the overlay lives in a schema of its own, which is looked through first. */
const overlayPath = ['create schema extract.overlay', "set search_path = 'extract.overlay,extract,memory'"];

/**
 * Prepares where tables live, closes the roads out of DuckDB, then proves that they are closed, before any row goes in.
 *
 * `query` and `overlay` ask two connections of one database: what finds a table is a setting of each.
 *
 * The order matters: extensions off, memory limit, external access off, and the configuration locked last, after
 * which no statement can open anything again. The proof reads the settings back and runs one probe that must raise a
 * permission error.
 *
 * @throws AppError `engine-not-locked` when a setting reads otherwise or the probe is answered
 */
export async function lockEngine(
  query: (sql: string) => Promise<ResultTable>,
  overlay: (sql: string) => Promise<ResultTable>,
  options: LockOptions,
): Promise<void> {
  await query(compressedMemory.join('; '));
  await overlay([...overlayPath, grouping].join('; '));
  const settings = [
    grouping,
    'set autoload_known_extensions = false',
    'set autoinstall_known_extensions = false',
    'set allow_community_extensions = false',
    `set memory_limit = ${quoted(options.memoryLimit)}`,
    ...(options.readableDirectory === undefined
      ? []
      : [`set allowed_directories = [${quoted(options.readableDirectory)}]`]),
    'set enable_external_access = false',
    'set lock_configuration = true',
  ];
  await query(settings.join('; '));
  await assertLocked(query);
  await assertLocked(overlay);
}

/** Reads the locked settings back and runs the probe; rejects as `lockEngine` does. */
export async function assertLocked(query: (sql: string) => Promise<ResultTable>): Promise<void> {
  const names = Object.keys(lockedSettings);
  const { columns } = await query(
    `select name, value from duckdb_settings() where name in (${names.map(quoted).join(', ')})`,
  );
  const found = new Map(Array.from(columns.name ?? [], (name, row) => [name, columns.value?.[row]]));
  for (const name of names) {
    if (found.get(name) !== lockedSettings[name]) throw engineFailure('engine-not-locked');
  }
  const refused = await query(probe).then(
    () => false,
    (error: unknown) => error instanceof Error && /permission error/i.test(error.message),
  );
  if (!refused) throw engineFailure('engine-not-locked');
}
