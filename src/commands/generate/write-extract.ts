import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ExtractTableName, extractTableNames } from '@core/domain/extract-tables';
import type { ColumnContract } from '@data/contracts/contract';
import { extractContract } from '@data/contracts/extract-contract';
import {
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDoubleVector,
  DuckDBInstance,
} from '@duckdb/node-api';
import type { ExtractBuffers } from './extract-buffers';
import type { TableBuffer } from './table-buffer';
import {
  adverseEventTerms,
  doseChangeReasons,
  mutationMethods,
  mutationVariants,
  questionnaireScales,
} from './vocabularies';

export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly rows: number;
}

const vocabularies: Readonly<Record<string, readonly string[]>> = {
  'mutation.variant': mutationVariants,
  'mutation.method': mutationMethods,
  'dose_change.reason': doseChangeReasons,
  'adverse_event.term': adverseEventTerms,
  'prom.scale': questionnaireScales,
};
const pseudonyms: Readonly<Record<string, { readonly prefix: string; readonly digits: number }>> = {
  patient_id: { prefix: 'P', digits: 7 },
  centre_id: { prefix: 'C', digits: 2 },
  laboratory_id: { prefix: 'L', digits: 2 },
};
const chunkRows = 2048;

/** One thread and no extension: the same rows give the same bytes, and nothing is fetched. */
export async function openWriter(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
  });
  return instance.connect();
}

/** Writes the rows of each table; `part` is null for one file per table, else the number of the part file. */
export async function writeTables(
  connection: DuckDBConnection,
  buffers: ExtractBuffers,
  directory: string,
  part: number | null,
): Promise<ReadonlyMap<ExtractTableName, WrittenFile>> {
  const written = new Map<ExtractTableName, WrittenFile>();
  for (const name of extractTableNames) {
    const isSingle = part === null || name === 'centre';
    if (name === 'centre' && part !== null && part > 0) continue;
    const path = isSingle ? `${name}.parquet` : `${name}/part-${part}.parquet`;
    const target = join(directory, path);
    if (!isSingle) mkdirSync(join(directory, name), { recursive: true });
    await fillStaging(connection, name, buffers[name]);
    await connection.run(
      `COPY (SELECT ${projection(name)} FROM staging) TO '${target.replaceAll("'", "''")}'
       (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`,
    );
    written.set(name, await writtenFile(directory, path, buffers[name].rows));
  }
  return written;
}

async function fillStaging(connection: DuckDBConnection, name: string, buffer: TableBuffer): Promise<void> {
  const columns = columnsOf(name);
  await connection.run(
    `CREATE OR REPLACE TABLE staging (${columns.map((column) => `${column.name} DOUBLE`).join(', ')})`,
  );
  const appender = await connection.createAppender('staging');
  for (let from = 0; from < buffer.rows; from += chunkRows) {
    const rows = Math.min(chunkRows, buffer.rows - from);
    const chunk = DuckDBDataChunk.create(
      columns.map(() => DOUBLE),
      rows,
    );
    for (const [index, values] of buffer.columns.entries()) {
      const vector = chunk.getColumnVector(index);
      if (!(vector instanceof DuckDBDoubleVector)) throw new TypeError('staging columns are DOUBLE');
      for (let row = 0; row < rows; row++) vector.setItem(row, values[from + row] ?? null);
      vector.flush();
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function columnsOf(table: string): readonly ColumnContract[] {
  const found = extractContract.tables.find(({ name }) => name === table);
  if (!found) throw new RangeError(`no table ${table} in the contract`);
  return found.columns;
}

const projection = (table: string) =>
  columnsOf(table)
    .map((column) => `${expression(table, column)} AS ${column.name}`)
    .join(', ');

/** SQL that turns a staged number into the column's type: NaN and code 0 become NULL, codes become their words. */
function expression(table: string, { name, type, values }: ColumnContract): string {
  const pseudonym = pseudonyms[name];
  if (pseudonym) {
    return `'${pseudonym.prefix}' || lpad(CAST(CAST(${name} AS INTEGER) AS VARCHAR), ${pseudonym.digits}, '0')`;
  }
  if (type === 'VARCHAR') {
    const words = values ?? vocabularies[`${table}.${name}`];
    if (!words) throw new RangeError(`no words for ${table}.${name}`);
    return `[${words.map((word) => `'${word}'`).join(', ')}][CAST(${name} AS INTEGER)]`;
  }
  return `CAST(CASE WHEN isnan(${name}) THEN NULL ELSE ${name} END AS ${type})`;
}

/** What the manifest says of a file. */
export async function writtenFile(directory: string, path: string, rows: number): Promise<WrittenFile> {
  const target = join(directory, path);
  return { path, bytes: statSync(target).size, sha256: await sha256(target), rows };
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes);
  return hash.digest('hex');
}
