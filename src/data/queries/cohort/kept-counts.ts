import { amountsOf, type RowColumns, rowCounts } from '@core/analyses/row-counts';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { everyone } from '@core/cohort/cohort-definition';
import type { Cell, Engine, ResultTable, SqlValue } from '@data/engine/engine';
import { AnswerRow, askCohort, tableOfCohort } from '../ask-cohort';
import type { Question } from '../question';
import { atOnce, Breath, mostAtOnce } from './breath';
import { anyFact, cohortIndex } from './cohort-index';
import { KeptColumns } from './kept-columns';

interface AskOptions {
  readonly signal: AbortSignal;
}

/** What fills a statement beside its cohort. */
interface Filling {
  readonly slots: Readonly<Record<string, string>>;
  /** Values of `?` that stand before those of the cohort. */
  readonly before?: readonly SqlValue[];
}

/** A statement that counts the patients of a cohort, or what they have, row by row. */
export interface CountStatement<Parameters, Row> {
  /** The name of the question. */
  readonly question: string;
  /** With the slots `facts`, `cohort`, and `patient` first among its columns and its groups. */
  readonly sql: string;
  readonly fill: (
    engine: Engine,
    parameters: Omit<Parameters, 'cohort'>,
    options: Partial<AskOptions>,
  ) => Filling | Promise<Filling>;
  readonly read: (row: AnswerRow) => Row;
  /** Whether a patient is counted in many rows, as for each sample. */
  readonly hasManyRows?: (parameters: Parameters) => boolean;
  /** Columns that sum up over patients, of the same name in `Row`; a number of distinct patients is one. All others tell rows apart. */
  readonly counted: readonly (string & keyof Row)[];
}

interface OfCohort {
  readonly cohort: CohortDefinition;
}

type Counts<Parameters, Row> = Required<
  Pick<Question<Parameters, readonly Row[]>, 'ask' | 'atHand' | 'keep'>
>;

/** Patients beyond which the engine counts: the rows of each of them would take the memory that answers need. */
const mostPatients = { fewRows: 2_000_000, manyRows: 20_000 };

/** Rows beyond which an answer is nearly a list of its patients: counting it from memory saves nothing. */
const mostRows = 100_000;

const mostBytes = 300_000_000;
const bytesOfRow = 100;

/** The statements of all figures of practice, with some splits; `null` where there are too many rows. */
const kept = new KeptColumns<{ readonly columns: RowColumns<object> | null }>(64, {
  most: mostBytes,
  of: ({ columns }) =>
    columns === null
      ? 0
      : [columns.patient, ...Object.values(columns.amounts)].reduce(
          (sum, { byteLength }) => sum + byteLength,
          columns.rows.length * bytesOfRow,
        ),
});

/** Drops what was read from tables that have changed since. */
export const forgetCounts = (engine: Engine): void => kept.forget(engine);

/** A question whose answer is made of such rows. */
export function answerOf<Parameters extends OfCohort, Row, Answer>(
  counts: Counts<Parameters, Row>,
  answer: (rows: readonly Row[], parameters: Parameters) => Answer,
): Required<Pick<Question<Parameters, Answer>, 'ask' | 'atHand' | 'keep'>> {
  return {
    ask: async (engine, parameters, options) =>
      answer(await counts.ask(engine, parameters, options), parameters),
    atHand(engine, parameters) {
      const rows = counts.atHand(engine, parameters);
      return rows === null ? null : answer(rows, parameters);
    },
    keep: counts.keep,
  };
}

/** Asks a statement of counts, or counts from what of it is kept: its rows with the patients in each. */
export function countsOf<Parameters extends OfCohort, Row extends object>(
  statement: CountStatement<Parameters, Row>,
): Counts<Parameters, Row> {
  const keyOf = ({ cohort: _, ...others }: Parameters) => JSON.stringify([statement.question, others]);
  const keptOf = (engine: Engine, parameters: Parameters) =>
    (kept.atHand(engine, keyOf(parameters))?.columns ?? null) as RowColumns<Row> | null;
  return {
    async ask(engine, parameters, options) {
      const { cohort } = parameters;
      const columns = keptOf(engine, parameters);
      if (columns !== null) {
        const { failed } = await cohortIndex(engine).evaluate(cohort, options);
        return new Breath(options).through(rowCounts(columns, failed));
      }
      const { slots, before = [] } = await statement.fill(engine, parameters, options);
      const { question, sql } = statement;
      const asked = { question, sql, cohort, slots: { ...slots, patient: '' }, before };
      return askCohort(engine, asked, options, statement.read);
    },
    atHand(engine, parameters) {
      const columns = keptOf(engine, parameters);
      if (columns === null || columns.patient.length > mostAtOnce) return null;
      const evaluation = cohortIndex(engine).evaluateAtOnce(parameters.cohort);
      return evaluation === null ? null : atOnce(rowCounts(columns, evaluation.failed));
    },
    async keep(engine, parameters) {
      const index = cohortIndex(engine);
      const patients = (await index.column(anyFact)).coded.codes.length;
      const most = statement.hasManyRows?.(parameters) ? mostPatients.manyRows : mostPatients.fewRows;
      if (patients > most) return;
      await kept.ready(engine, keyOf(parameters), async () => ({
        columns: await readRows(engine, statement, parameters),
      }));
      await index.evaluate(parameters.cohort);
    },
  };
}

async function readRows<Parameters extends OfCohort, Row extends object>(
  engine: Engine,
  { sql, fill, read, counted }: CountStatement<Parameters, Row>,
  parameters: Parameters,
): Promise<RowColumns<Row> | null> {
  const { slots, before = [] } = await fill(engine, parameters, {});
  const asked = { sql, cohort: everyone, slots: { ...slots, patient: 'patient_key, ' }, before };
  return rowColumns(await tableOfCohort(engine, asked, { behind: true }), read, counted);
}

function rowColumns<Row>(
  result: ResultTable,
  read: (row: AnswerRow) => Row,
  counted: readonly string[],
): RowColumns<Row> | null {
  const { patient_key: patient = [], ...columns } = result.columns;
  const told = Object.entries(columns).flatMap(([name, cells]) => (counted.includes(name) ? [] : [cells]));
  const begins: number[] = [];
  for (let row = 0; row < result.rowCount; row++) {
    if (row === 0 || told.some((cells) => cells[row] !== cells[row - 1])) begins.push(row);
  }
  if (begins.length > mostRows) return null;
  return {
    rows: begins.map((row) => read(new AnswerRow(result, row))),
    begins: Uint32Array.from([...begins, result.rowCount]),
    patient: Int32Array.from(numbers(patient)),
    amounts: Object.fromEntries(counted.map((name) => [name, amountsOf(numbers(columns[name] ?? []))])),
  };
}

const numbers = (cells: ArrayLike<Cell>) => cells as ArrayLike<number>;
