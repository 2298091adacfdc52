import type { TableContract } from '@data/contracts/contract';
import { identifier } from '../sql-text';
import { isKeyedByPatient, targetOf } from './table-sql';

/** Patients per duplicate check: bounds the memory of the grouping on extracts of millions of rows. */
export const patientsPerCheck = 50_000;

function keyColumns(table: TableContract): string {
  return table.key
    .map((name) => (isKeyedByPatient(table) && name === 'patient_id' ? 'patient_key' : identifier(name)))
    .join(', ');
}

const range = (table: TableContract) =>
  isKeyedByPatient(table) ? 'where patient_key >= ? and patient_key < ?' : '';

/** How many rows repeat the key of an earlier row; tables about patients are asked range by range of `patient_key`. */
export function countDuplicates(table: TableContract): string {
  return `select coalesce(sum(n - 1), 0)::double as duplicates
    from (select count(*) as n from ${identifier(targetOf(table))} ${range(table)} group by ${keyColumns(table)} having count(*) > 1)`;
}

/** Positions in the table, from 0, of at most five rows that repeat the key of an earlier row. */
export function duplicatePositions(table: TableContract): string {
  return `select position from (
      select rowid as position, row_number() over (partition by ${keyColumns(table)} order by rowid) as copy
      from ${identifier(targetOf(table))} ${range(table)})
    where copy > 1 order by position limit 5`;
}

/** Rows that refer to something absent; a null refers to nothing. */
function orphanCondition(
  column: string,
  references: { readonly table: string; readonly column: string },
): string {
  const other = identifier(references.table);
  const key = identifier(references.column);
  return `${identifier(column)} is not null and not exists (select 1 from ${other} where ${other}.${key} = referring.${identifier(column)})`;
}

export function countOrphans(table: TableContract, column: string, references: Reference): string {
  return `select count(*) as orphans from ${identifier(targetOf(table))} as referring where ${orphanCondition(column, references)}`;
}

export function orphanRowPositions(table: TableContract, column: string, references: Reference): string {
  return `select rowid as position from ${identifier(targetOf(table))} as referring
    where ${orphanCondition(column, references)} order by rowid limit 5`;
}

interface Reference {
  readonly table: string;
  readonly column: string;
}
