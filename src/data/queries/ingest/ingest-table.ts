import type { AppError } from '@core/base/app-error';
import type { ExtractContract, TableContract } from '@data/contracts/contract';
import type { Engine, SqlValue } from '@data/engine/engine';
import { BrokenRows } from './broken-rows';
import { type IngestFailureCode, ingestFailure } from './ingest-failure';
import {
  countDuplicates,
  countOrphans,
  duplicatePositions,
  orphanRowPositions,
  patientsPerCheck,
} from './key-sql';
import {
  absorbStage,
  brokenPositions,
  columnChecks,
  countBatch,
  createCodeTypes,
  createPatient,
  createTarget,
  isKeyedByPatient,
  keyTable,
  orphanPositions,
  patientStage,
  stageTable,
} from './table-sql';

/** One batch of rows, standing in `stageTable` with the file's own types. */
export interface StagedBatch {
  readonly file: string;
  /** Rows that the decoder counted. */
  readonly rows: number;
  /** Nullable columns that the file does not have. */
  readonly missingColumns: readonly string[];
}

/** Makes the code lists and the empty tables of the contract; once per engine, before the first table is filled. */
export async function prepareIngest(engine: Engine, contract: ExtractContract): Promise<void> {
  const tables = contract.tables.map((table) => createTarget(table, contract));
  await engine.run([...createCodeTypes(contract), ...tables].join(';\n'));
}

/**
 * Fills one table of the contract, batch by batch, and refuses what breaks it: nulls where none may be, codes outside
 * their list, integers beyond 32 bits, numbers that are none, rows that disappear, repeated keys, unknown patients.
 *
 * Tables come in the contract's order: `patient` before the tables about patients. After `finish` a table has the
 * contract's names; `patient` starts with `patient_key`, and the others hold it in place of `patient_id`.
 */
export class TableIngest {
  readonly #engine: Engine;
  readonly #contract: ExtractContract;
  readonly #table: TableContract;
  readonly #broken: BrokenRows;
  readonly #tell: ((failure: AppError) => void) | undefined;
  #stored = 0;

  /** @param tell  is told of everything that is wrong with the table, before the first of it is thrown */
  constructor(
    engine: Engine,
    contract: ExtractContract,
    table: TableContract,
    tell?: (failure: AppError) => void,
  ) {
    this.#engine = engine;
    this.#contract = contract;
    this.#table = table;
    this.#broken = new BrokenRows(table.name);
    this.#tell = tell;
  }

  /** Moves the batch in `stageTable` into the table, counts what it breaks, and clears the stage. */
  async absorb(batch: StagedBatch): Promise<void> {
    const missing = new Set(batch.missingColumns);
    const checks = columnChecks(this.#table, this.#contract, missing);
    const { columns: counts } = await this.#engine.query(
      [...absorbStage(this.#table, this.#contract, missing), countBatch(this.#table, checks)].join(';\n'),
    );
    const counted = (name: string) => Number(counts[name]?.[0] ?? 0);
    const staged = counted('staged');
    if (staged !== batch.rows) this.#refuseCount(batch.file, batch.rows, staged);
    const before = this.#broken.rows;
    this.#broken.enterRows(batch.file, batch.rows);
    for (const { count, column, breaks, condition } of checks) {
      await this.#report(breaks, column.name, counted(count), brokenPositions(condition), before);
    }
    const stored = counted('stored') - this.#stored;
    if (stored !== staged) this.#refuseCount(batch.file, batch.rows, stored);
    this.#stored += stored;
    await this.#report('orphan-rows', 'patient_id', staged - counted('keyed'), orphanPositions, before);
    await this.#engine.run(`drop table ${stageTable}`);
  }

  /** Checks what only the whole table can show, and gives the table its final form. */
  async finish(): Promise<{ readonly rows: number }> {
    if (isKeyedByPatient(this.#table)) await this.#engine.run(`drop table if exists ${keyTable}`);
    this.#broken.refuse(this.#tell);
    if (this.#stored > 0) {
      await this.#checkDuplicates();
      await this.#checkReferences();
      this.#broken.refuse(this.#tell);
    }
    if (this.#table.name === 'patient') {
      await this.#engine.run(`${createPatient(this.#table)};\ndrop table ${patientStage}`);
    }
    return { rows: this.#broken.rows };
  }

  async #report(code: IngestFailureCode, column: string, count: number, positions: string, before: number) {
    if (count === 0) return;
    const known = this.#broken.isFull(code, column) ? [] : await this.#positions(positions, before);
    this.#broken.report(code, column, count, known);
  }

  async #checkDuplicates(): Promise<void> {
    for (const values of await this.#ranges()) {
      const { columns } = await this.#engine.query(countDuplicates(this.#table), { values });
      const found = Number(columns.duplicates?.[0] ?? 0);
      if (found === 0) continue;
      const positions = await this.#positions(duplicatePositions(this.#table), 0, values);
      this.#broken.report('duplicate-key', this.#table.key.join(', '), found, positions);
    }
  }

  async #ranges(): Promise<SqlValue[][]> {
    if (!isKeyedByPatient(this.#table)) return [[]];
    const { columns } = await this.#engine.query('select count(*) as patients from patient');
    const ranges: SqlValue[][] = [];
    for (let from = 0; from < Number(columns.patients?.[0] ?? 0); from += patientsPerCheck) {
      ranges.push([from, from + patientsPerCheck]);
    }
    return ranges;
  }

  /** Patients are joined row by row; the other references are checked here when the table referred to has rows. */
  async #checkReferences(): Promise<void> {
    for (const { name, references } of this.#table.columns) {
      if (references === undefined || references.table === 'patient') continue;
      const there = await this.#engine.query(`select count(*) as n from "${references.table}"`);
      if (Number(there.columns.n?.[0] ?? 0) === 0) continue;
      const { columns } = await this.#engine.query(countOrphans(this.#table, name, references));
      const found = Number(columns.orphans?.[0] ?? 0);
      if (found === 0) continue;
      const positions = await this.#positions(orphanRowPositions(this.#table, name, references), 0);
      this.#broken.report('orphan-rows', name, found, positions);
    }
  }

  async #positions(sql: string, before: number, values: readonly SqlValue[] = []): Promise<number[]> {
    const { columns } = await this.#engine.query(sql, { values });
    return Array.from(columns.position ?? [], (position) => before + Number(position));
  }

  #refuseCount(file: string, wanted: number, found: number): never {
    throw ingestFailure('row-count-differs', { table: this.#table.name, file, wanted, found });
  }
}
