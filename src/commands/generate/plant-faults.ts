import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExtractTableName, extractTableNames } from '@core/domain/extract-tables';
import type { RowRule } from '@data/contracts/contract';
import { extractContract } from '@data/contracts/extract-contract';
import { qualityRules } from '@data/contracts/quality-rules';
import type { DuckDBConnection } from '@duckdb/node-api';
import { parse } from 'yaml';
import type { FaultChoice } from './generation-options';
import { ordinaryRows } from './ordinary-rows';
import { type WrittenFile, writtenFile } from './write-extract';

/** Where the planted faults are listed, beside the files of the extract. */
export const faultList = 'faults.json';

/** One rule that is broken on purpose, and by what. */
export interface PlantedFault extends Pick<RowRule, 'table' | 'column' | 'severity'> {
  readonly rule: string;
  /** Centres whose patients break it. */
  readonly centres: readonly string[];
  /** Added patients who break it; empty where a column was emptied for whole centres. */
  readonly patients: readonly string[];
}

type Cells = Readonly<Record<string, unknown>>;
type Example = Readonly<Partial<Record<ExtractTableName, readonly Cells[]>>>;

/** Share of the patients whose column is emptied: more than any rule on a share allows. */
const emptiedShare = 0.6;

/**
 * Breaks rules of the contract in an extract that was just written: a rule about rows by an added patient with the rows
 * that `rule-examples.yaml` says break it, in the centres one after another; a rule about a share by emptying its column
 * in as many centres as hold 60 % of the patients.
 */
export async function plantFaults(
  connection: DuckDBConnection,
  folder: string,
  choice: FaultChoice,
): Promise<{
  readonly faults: readonly PlantedFault[];
  readonly files: ReadonlyMap<ExtractTableName, WrittenFile>;
}> {
  for (const table of extractTableNames) await connection.run(readTable(table, folder));
  const rules = qualityRules.filter(({ severity }) => choice === 'all' || severity !== 'error');
  const centres = await centreSizes(connection);
  const emptied = largestCentres(centres);
  const faults: PlantedFault[] = [];
  for (const rule of rules.filter(({ atMostPercent }) => atMostPercent !== null)) {
    await connection.run(emptyColumn(rule, emptied));
    faults.push(faultOf(rule, emptied, []));
  }
  const examples: Readonly<Record<string, { readonly invalid: Example }>> = parse(
    readFileSync('data-contracts/rule-examples.yaml', 'utf8'),
  );
  let number = 9_000_000;
  for (const [place, rule] of rules.filter(({ atMostPercent }) => atMostPercent === null).entries()) {
    const centre = centres[place % centres.length]?.id ?? '';
    const example = examples[rule.id]?.invalid ?? {};
    const patients = (example.patient ?? [{}]).map(() => `P${number++}`);
    for (const statement of insertExample(example, patients, centre)) await connection.run(statement);
    faults.push(faultOf(rule, [centre], patients));
  }
  const files = new Map<ExtractTableName, WrittenFile>();
  for (const table of extractTableNames) files.set(table, await writeTable(connection, table, folder));
  return { faults, files };
}

const faultOf = (rule: RowRule, centres: readonly string[], patients: readonly string[]): PlantedFault => ({
  rule: rule.id,
  severity: rule.severity,
  table: rule.table,
  column: rule.column,
  centres,
  patients,
});

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const fileOf = (table: string, folder: string) => join(folder, `${table}.parquet`);
const readTable = (table: string, folder: string) =>
  `CREATE OR REPLACE TABLE ${table} AS SELECT * FROM read_parquet(${literal(fileOf(table, folder))})`;

async function centreSizes(connection: DuckDBConnection) {
  const reader = await connection.runAndReadAll(
    'SELECT centre_id AS id, count(*)::INTEGER AS patients FROM patient GROUP BY centre_id ORDER BY centre_id',
  );
  return reader.getRowObjectsJS() as { readonly id: string; readonly patients: number }[];
}

function largestCentres(
  centres: readonly { readonly id: string; readonly patients: number }[],
): readonly string[] {
  const all = centres.reduce((sum, { patients }) => sum + patients, 0);
  let held = 0;
  return centres
    .toSorted((a, b) => b.patients - a.patients || a.id.localeCompare(b.id))
    .flatMap(({ id, patients }) => {
      if (held >= emptiedShare * all) return [];
      held += patients;
      return [id];
    });
}

/** An attempt without a sample before it has no column of its own to empty: the samples go. */
function emptyColumn({ table, column }: RowRule, centres: readonly string[]): string {
  const whose = `patient_id IN (SELECT patient_id FROM patient WHERE centre_id IN (${centres.map(literal).join(', ')}))`;
  const isRequired = extractContract.tables
    .find(({ name }) => name === table)
    ?.columns.some(({ name, nullable }) => name === column && !nullable);
  return isRequired
    ? `DELETE FROM molecular WHERE ${whose} AND patient_id IN (SELECT patient_id FROM ${table})`
    : `UPDATE ${table} SET ${column} = NULL WHERE ${whose}`;
}

/** All rows of an example are those of its first patient, with what they do not say filled in. */
function insertExample(example: Example, patients: readonly string[], centre_id: string): string[] {
  return (Object.keys(ordinaryRows) as (keyof typeof ordinaryRows)[]).flatMap((table) => {
    const given = example[table];
    const wholes = table === 'patient' || table === 'diagnosis';
    const rows: readonly Cells[] = given ?? (wholes ? [{}] : []);
    const whose = (place: number) => patients[table === 'patient' ? place : 0];
    const missing = table === 'diagnosis' ? patients.slice(1).map((patient_id) => ({ patient_id })) : [];
    return [...rows.map((row, place) => ({ patient_id: whose(place), ...row })), ...missing].map((row) =>
      insertRow(table, { ...ordinaryRows[table], ...(table === 'patient' ? { centre_id } : {}), ...row }),
    );
  });
}

function insertRow(table: string, row: Cells): string {
  const cell = (value: unknown) =>
    typeof value === 'string'
      ? literal(value)
      : value === null || value === undefined
        ? 'NULL'
        : String(value);
  return `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).map(cell).join(', ')})`;
}

async function writeTable(connection: DuckDBConnection, table: ExtractTableName, folder: string) {
  const key = extractContract.tables.find(({ name }) => name === table)?.key ?? [];
  await connection.run(
    `COPY (SELECT * FROM ${table} ORDER BY ${key.join(', ')}) TO ${literal(fileOf(table, folder))}
     (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`,
  );
  const counted = await connection.runAndReadAll(`SELECT count(*)::INTEGER AS rows FROM ${table}`);
  return writtenFile(folder, `${table}.parquet`, Number(counted.getRowObjectsJS()[0]?.rows));
}
