import type { ColumnContract, ExtractContract, TableContract } from '@data/contracts/contract';
import { identifier, literal } from '../sql-text';

/** Where the decoder's rows stand before they are checked: one batch, with the file's own types. */
export const stageTable = 'ingest_stage';

/** The patients with their rows in the order of the files, until each has its key. */
export const patientStage = 'ingest_patient';

/** The keys of the patients of one batch, in its order. */
export const keyTable = 'ingest_key';

/** The column that names the patient in the files; the tables hold `patient_key` instead. */
const patientColumn = 'patient_id';

/** Whether the table is about patients, other than `patient` itself: its `patient_id` becomes `patient_key`. */
export function isKeyedByPatient(table: TableContract): boolean {
  return table.name !== 'patient' && table.columns.some((column) => column.name === patientColumn);
}

/** One enumeration type per closed list of codes, whatever number of columns uses it. */
export function codeTypes(contract: ExtractContract): ReadonlyMap<string, readonly string[]> {
  const types = new Map<string, readonly string[]>();
  const lists = new Set<string>();
  for (const table of contract.tables) {
    for (const column of table.columns) {
      if (column.values === undefined || lists.has(listOf(column))) continue;
      lists.add(listOf(column));
      types.set(`${table.name}_${column.name}_code`, column.values);
    }
  }
  return types;
}

const listOf = (column: ColumnContract) => JSON.stringify(column.values ?? null);

/** The type of a column in DuckDB: its code list's enumeration, else the contract's type. */
function columnType(column: ColumnContract, contract: ExtractContract): string {
  if (column.values === undefined) return column.type;
  const wanted = listOf(column);
  for (const [name, values] of codeTypes(contract)) {
    if (JSON.stringify(values) === wanted) return identifier(name);
  }
  throw new RangeError(`no type for the codes of ${column.name}`);
}

export function createCodeTypes(contract: ExtractContract): string[] {
  return [...codeTypes(contract)].map(
    ([name, values]) =>
      `create type ${identifier(name)} as enum (${values.map((value) => literal(value)).join(', ')})`,
  );
}

/** The table that the rows go into: `patient` keeps its identifiers until the keys are made. */
export function targetOf(table: TableContract): string {
  return table.name === 'patient' ? patientStage : table.name;
}

export function createTarget(table: TableContract, contract: ExtractContract): string {
  const columns = table.columns.map((column) =>
    isKeyedByPatient(table) && column.name === patientColumn
      ? 'patient_key integer'
      : `${identifier(column.name)} ${columnType(column, contract)}`,
  );
  return `create table ${identifier(targetOf(table))} (${columns.join(', ')})`;
}

/** What one batch breaks, column by column, as one row of counts: `nulls_0`, `codes_0`, `range_0`, `number_0`... */
export interface ColumnCheck {
  readonly count: string;
  readonly column: ColumnContract;
  readonly breaks:
    | 'null-in-required'
    | 'unknown-code'
    | 'out-of-range'
    | 'not-a-number'
    | 'beyond-limits'
    | 'identifying-value';
  /** SQL that is true for a row that breaks the rule. */
  readonly condition: string;
}

export function columnChecks(
  table: TableContract,
  contract: ExtractContract,
  missing: ReadonlySet<string>,
): ColumnCheck[] {
  return table.columns
    .filter((column) => !missing.has(column.name))
    .flatMap((column, index) => {
      const name = identifier(column.name);
      const checks: ColumnCheck[] = [];
      if (!column.nullable) {
        checks.push({
          count: `nulls_${index}`,
          column,
          breaks: 'null-in-required',
          condition: `${name} is null`,
        });
      }
      if (column.values !== undefined) {
        const condition = `${name} is not null and try_cast(${name} as ${columnType(column, contract)}) is null`;
        checks.push({ count: `codes_${index}`, column, breaks: 'unknown-code', condition });
      }
      if (column.type === 'INTEGER') {
        const condition = `${name} is not null and try_cast(${name} as integer) is null`;
        checks.push({ count: `range_${index}`, column, breaks: 'out-of-range', condition });
      }
      if (column.type === 'DOUBLE') {
        const condition = `${name} is not null and not isfinite(${name}::double)`;
        checks.push({ count: `number_${index}`, column, breaks: 'not-a-number', condition });
      }
      if (column.type === 'VARCHAR' && column.values === undefined) {
        const condition = identifyingText(name);
        checks.push({ count: `person_${index}`, column, breaks: 'identifying-value', condition });
      }
      const beyond = beyondLimits(column);
      if (beyond !== null) {
        checks.push({ count: `limits_${index}`, column, breaks: 'beyond-limits', condition: beyond });
      }
      return checks;
    });
}

/**
 * SQL that is true for a text that has the form of a French national number (sex, year, month, department, commune,
 * order, and perhaps the key: 13 or 15 signs, with or without spaces) or of an e-mail address. The length is asked
 * first: a pseudonym is shorter, and millions of rows are asked.
 */
function identifyingText(name: string): string {
  const text = `${name}::varchar`;
  const number =
    "'^[12] ?[0-9]{2} ?(0[1-9]|1[0-2]|[2-9][0-9]) ?([0-9]{2}|2[AB]) ?[0-9]{3} ?[0-9]{3}( ?[0-9]{2})?$'";
  return `coalesce((length(${text}) >= 13 and regexp_matches(${text}, ${number}))
    or (contains(${text}, '@') and regexp_matches(${text}, '^[^@ ]+@[^@ ]+[.][a-zA-Z]{2,}$')), false)`;
}

/** SQL that is true for a value that cannot be; a null has no value. */
function beyondLimits({ name, minimum, maximum }: ColumnContract): string | null {
  const sides = [
    ...(minimum === undefined ? [] : [`${identifier(name)} < ${literal(minimum)}`]),
    ...(maximum === undefined ? [] : [`${identifier(name)} > ${literal(maximum)}`]),
  ];
  return sides.length === 0 ? null : `coalesce(${sides.join(' or ')}, false)`;
}

/** One row: rows in the stage, rows whose patient exists, rows in the table, and the count of each check. */
export function countBatch(table: TableContract, checks: readonly ColumnCheck[]): string {
  const counts = checks.map(
    ({ count, condition }) => `count(*) filter (where ${condition}) as ${identifier(count)}`,
  );
  const keyed = isKeyedByPatient(table) ? `(select count(*) from ${keyTable})` : 'count(*)';
  const stored = `(select count(*) from ${identifier(targetOf(table))}) as stored`;
  return `select ${['count(*) as staged', `${keyed} as keyed`, stored, ...counts].join(', ')} from ${stageTable}`;
}

/** Positions in the batch, from 0, of at most five rows that break a rule. */
export function brokenPositions(condition: string): string {
  return `select rowid as position from ${stageTable} where ${condition} order by rowid limit 5`;
}

/**
 * Moves one batch into its table, in the order of the file.
 *
 * The join may be executed from either side, so the order of the keys is asked for; they alone are sorted, and laid
 * beside the batch row by row. With a patient that does not exist keys are missing and the rows no longer fit: the
 * caller sees it in the count. A cell that its type cannot hold becomes null. In both cases the table is refused.
 */
export function absorbStage(
  table: TableContract,
  contract: ExtractContract,
  missing: ReadonlySet<string>,
): string[] {
  const keyed = isKeyedByPatient(table);
  const cells = table.columns.map((column) => {
    if (keyed && column.name === patientColumn) return 'patient_key';
    if (missing.has(column.name)) return 'null';
    return `try_cast(${identifier(column.name)} as ${columnType(column, contract)})`;
  });
  const insert = `insert into ${identifier(targetOf(table))} select ${cells.join(', ')} from ${stageTable}`;
  if (!keyed) return [insert];
  const keys = `create or replace temp table ${keyTable} as select patient_key
    from ${stageTable} join patient on patient.patient_id = ${stageTable}.patient_id order by ${stageTable}.rowid`;
  return [keys, `${insert} positional join ${keyTable}`];
}

/** Positions in the batch of at most five rows whose patient does not exist. */
export const orphanPositions = `select rowid as position from ${stageTable}
  where not exists (select 1 from patient where patient.patient_id = ${stageTable}.patient_id)
  order by rowid limit 5`;

/** Gives every patient a key from 0 in the order of `patient_id`, the same order in every engine and extract. */
export function createPatient(table: TableContract): string {
  const columns = table.columns.map((column) => identifier(column.name)).join(', ');
  return `create table patient as
    select (row_number() over (order by patient_id) - 1)::integer as patient_key, ${columns}
    from ${patientStage} order by patient_id`;
}
