import type { TableContract } from '@data/contracts/contract';
import type { Engine } from '@data/engine/engine';
import { identifier, literal } from '../sql-text';
import { stageTable } from './table-sql';

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
