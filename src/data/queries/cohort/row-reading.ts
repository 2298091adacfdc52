import { RowCoder } from '@core/analyses/row-coder';
import type { RowColumns } from '@core/analyses/row-counts';
import type { Cell, Engine, QueryOptions, ResultTable, SqlValue } from '@data/engine/engine';
import { type KeyRange, ofPatientsSql } from '../derived/curve-origin-sql';
import { patientRanges, patientsPerStep } from '../derived/patient-ranges';
import { fillSlots, identifier, literal } from '../sql-text';
import { Breath } from './breath';

/** What fills a statement beside its cohort. */
interface Filling {
  readonly slots: Readonly<Record<string, string>>;
  /** Values of `?` that stand before those of the cohort. */
  readonly before?: readonly SqlValue[];
}

interface FillOptions extends Pick<QueryOptions, 'signal'> {
  /** The patients who are asked for, when it is some of them. */
  readonly keys?: KeyRange;
}

/** A statement of which the rows of each patient can be read. */
export interface ReadStatement<Parameters> {
  /**
   * With the slots `facts`, `cohort`, and `patient` first among its columns and its groups; `patients`, where distinct patients are
   * counted. Its last line orders by the columns that tell rows apart, in their order.
   */
  readonly sql: string;
  readonly fill: (engine: Engine, parameters: Parameters, options: FillOptions) => Filling | Promise<Filling>;
  /** Columns that sum up over patients; a number of distinct patients is one. All others tell rows apart. */
  readonly counted: readonly string[];
  /** Columns that are the same in all rows, and are not read. */
  readonly constant?: readonly string[];
  /** All codes of a column that has a closed list of them: it is read by their places, for there are many rows. */
  readonly codes?: Readonly<Record<string, readonly string[]>>;
}

/** Rows beyond which an answer is a list of its patients: counting it from memory saves nothing. */
const mostRows = 1_000_000;

/**
 * Reads the rows of every patient of the extract, some patients at a time: between them the engine answers others.
 *
 * @returns `null` when there are too many different ones
 */
export async function readRows<Parameters>(
  engine: Engine,
  statement: ReadStatement<Parameters>,
  parameters: Parameters,
  perStep = patientsPerStep,
): Promise<RowColumns | null> {
  const breath = new Breath({});
  let coder: RowCoder | null = null;
  for (const keys of await patientRanges(engine, { perStep })) {
    const { columns, rowCount } = await readRange(engine, statement, parameters, keys);
    const { patient_key: patient = [], ...others } = columns;
    coder ??= coderOf(Object.keys(others), statement.counted);
    const rows = { rowCount, patient: patient as ArrayLike<number>, columns: others };
    await breath.through(coder.add(keys, rows));
    if (coder.size > mostRows) return null;
  }
  return coder === null ? null : breath.through(coder.finish());
}

/** The rows of some patients. */
async function readRange<Parameters>(
  engine: Engine,
  { sql, fill, codes = {}, constant = [] }: ReadStatement<Parameters>,
  parameters: Parameters,
  keys: KeyRange,
): Promise<ResultTable> {
  const { slots, before = [] } = await fill(engine, parameters, { keys });
  // Whoever puts the rows together brings them into order, and in a row of one patient there is one.
  const rows = fillSlots(withoutOrder(sql), {
    facts: 'patient_fact',
    cohort: ofPatientsSql(keys),
    patient: 'patient_key, ',
    ...patientsSlot(sql, '1'),
    ...slots,
  });
  const table = await engine.query(byPlaces(rows, codes, constant), { values: before, behind: true });
  const columns = { ...table.columns };
  for (const [name, known] of Object.entries(codes)) {
    columns[name] = Array.from(table.columns[name] ?? [], (place): Cell => known[Number(place) - 1] ?? null);
  }
  return { ...table, columns };
}

/** The slot for a number of distinct patients, in a statement that has one. */
export const patientsSlot = (sql: string, patients = 'count(distinct patient_key)') =>
  sql.includes('{{patients}}') ? { patients } : {};

/** @throws RangeError when a statement does not end with its order */
function withoutOrder(sql: string): string {
  const rows = sql.replace(/\norder by [^\n]*\n*$/, '\n');
  if (rows === sql) throw new RangeError('the last line of a statement that counts is its order');
  return rows;
}

/** A statement without some columns, and with the places of codes, from 1 on, in the place of their text; 0 for no code. */
function byPlaces(
  sql: string,
  codes: Readonly<Record<string, readonly string[]>>,
  without: readonly string[],
): string {
  const excluded = without.length === 0 ? '' : ` exclude (${without.map(identifier).join(', ')})`;
  const places = Object.entries(codes).map(([name, known]) => {
    const column = identifier(name);
    return `coalesce(list_position(${literal(known)}, ${column}::varchar), 0)::integer as ${column}`;
  });
  const replaced = places.length === 0 ? '' : ` replace (${places.join(', ')})`;
  return excluded + replaced === '' ? sql : `select *${excluded}${replaced} from (\n${sql}\n)`;
}

/** For a first part with the columns of all parts. */
function coderOf(columns: readonly string[], counted: readonly string[]): RowCoder {
  return new RowCoder(
    columns.filter((name) => !counted.includes(name)),
    counted,
  );
}
