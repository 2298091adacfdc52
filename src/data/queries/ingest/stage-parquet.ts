import type { TableContract } from '@data/contracts/contract';
import type { Engine } from '@data/engine/engine';
import { identifier, literal } from '../sql-text';
import { stageTable } from './table-sql';

export interface ParquetFacts {
  readonly rows: number;
  readonly columns: readonly string[];
}

/** What the footer of a Parquet file on disk says; native engine only. */
export async function readParquetFacts(engine: Engine, path: string): Promise<ParquetFacts> {
  const schema = await engine.query(
    `select name from parquet_schema(${literal(path)}) where num_children is null`,
  );
  const footer = await engine.query(`select num_rows as "rows" from parquet_file_metadata(${literal(path)})`);
  return {
    rows: Number(footer.columns.rows?.[0] ?? 0),
    columns: Array.from(schema.columns.name ?? [], String),
  };
}

/** Puts the declared columns of a Parquet file on disk into the stage; native engine only. */
export async function stageParquet(
  engine: Engine,
  path: string,
  table: TableContract,
  missing: ReadonlySet<string>,
): Promise<void> {
  const columns = table.columns
    .filter((column) => !missing.has(column.name))
    .map(({ name }) => identifier(name));
  await engine.run(
    `create table ${stageTable} as select ${columns.join(', ')} from read_parquet(${literal(path)})`,
  );
}
