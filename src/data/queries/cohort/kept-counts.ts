import { type PatientGroups, type RowColumns, rowSums } from '@core/analyses/row-counts';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { Engine } from '@data/engine/engine';
import { AnswerRow, askCohort } from '../ask-cohort';
import { isLarge, patientRanges } from '../derived/patient-ranges';
import type { Question } from '../question';
import { atOnce, Breath, mostAtOnce, type Steps } from './breath';
import { cohortIndex } from './cohort-index';
import { KeptColumns } from './kept-columns';
import { groupsAtHand, type PatientSplit, readyGroups } from './patient-groups';
import { isRead } from './ready-cohort';
import { patientsSlot, type ReadStatement, readRows } from './row-reading';

/** A statement that counts the patients of a cohort, or what they have, row by row. */
export interface CountStatement<Parameters, Row> extends ReadStatement<Omit<Parameters, 'cohort'>> {
  /** The name of the question. */
  readonly question: string;
  readonly read: (row: AnswerRow) => Row;
  /**
   * Whether the statement goes through the samples of each patient: of many patients, some at a time are then read at once, and
   * everything is counted from them.
   */
  readonly throughSamples?: (parameters: Omit<Parameters, 'cohort'>) => boolean;
  readonly counted: readonly (string & keyof Row)[];
  /** By which groups of patients the rows are split; they are read together. */
  readonly split?: {
    readonly by: (parameters: Omit<Parameters, 'cohort'>) => PatientSplit;
    /** The parameters of the same statement that is not split: the columns of the split, `constant`, are then the same in all rows. */
    readonly none: Partial<Omit<Parameters, 'cohort'>>;
  };
}

interface OfCohort {
  readonly cohort: CohortDefinition;
}

type Counts<Parameters, Row> = Required<
  Pick<Question<Parameters, readonly Row[]>, 'ask' | 'atHand' | 'keep'>
>;

/** Patients beyond which the engine counts: what is read of each of them would take the memory that answers need. */
const mostPatients = 2_000_000;

/** Of a million patients, the statements of all figures of practice. */
const mostBytes = 300_000_000;
const bytesOfCell = 8;

/** The statements of all figures of practice, with some splits; `null` where there are too many rows. */
const kept = new KeptColumns<{ readonly columns: RowColumns | null }>(64, {
  most: mostBytes,
  of: ({ columns }) => (columns === null ? 0 : bytesOf(columns)),
});

const bytesOf = ({ told, rowCount, rowOf, amounts, codes, starts }: RowColumns): number =>
  [rowOf, codes, ...Object.values(amounts)].reduce((sum, { byteLength }) => sum + byteLength, 0) +
  (starts?.byteLength ?? 0) +
  rowCount * Object.keys(told).length * bytesOfCell;

const turns = new WeakMap<Engine, Promise<unknown>>();
/** The key of what is being read. */
const underway = new WeakMap<Engine, string>();

/** One reading after the other: of many side by side none would be ready before all are. */
function inTurn<Result>(engine: Engine, key: string, read: () => Promise<Result>): Promise<Result> {
  const turn = (turns.get(engine) ?? Promise.resolve()).then(async () => {
    underway.set(engine, key);
    try {
      return await read();
    } finally {
      underway.delete(engine);
    }
  });
  turns.set(
    engine,
    turn.catch(() => undefined),
  );
  return turn;
}

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
  const together = ({ cohort: _, ...others }: Parameters) => ({ ...others, ...statement.split?.none });
  const splitOf = (parameters: Parameters): PatientSplit => statement.split?.by(parameters) ?? {};
  const keyOf = (parameters: Parameters) => JSON.stringify([statement.question, together(parameters)]);
  const keptOf = (engine: Engine, parameters: Parameters) => {
    const columns = kept.atHand(engine, keyOf(parameters))?.columns ?? null;
    const groups = columns === null ? null : groupsAtHand(engine, splitOf(parameters));
    return columns === null || groups === null ? null : { columns, groups };
  };
  const ready = async (engine: Engine, parameters: Parameters) => {
    await readyGroups(engine, splitOf(parameters));
    const key = keyOf(parameters);
    await kept.ready(engine, key, () =>
      inTurn(engine, key, async () => ({
        columns: await readRows(engine, statement, together(parameters)),
      })),
    );
  };
  const readLarge = async (engine: Engine, parameters: Parameters) => {
    // What is being read is waited for: the reading would give way to the question, and begin a part anew after it.
    const isDue =
      statement.throughSamples?.(parameters) === true || underway.get(engine) === keyOf(parameters);
    if (!isDue || isRead(engine) || !(await isLarge(engine)) || !(await mayKeep(engine))) return null;
    await ready(engine, parameters);
    return keptOf(engine, parameters);
  };
  return {
    async ask(engine, parameters, options) {
      const { cohort } = parameters;
      const ofAll = keptOf(engine, parameters) ?? (await readLarge(engine, parameters));
      if (ofAll !== null) {
        const { failed } = await cohortIndex(engine).evaluate(cohort, options);
        return new Breath(options).through(answerSteps(statement, ofAll, failed));
      }
      const { slots, before = [] } = await statement.fill(engine, parameters, options);
      const { question, sql } = statement;
      const asked = { question, sql, cohort, slots: { ...patientsSlot(sql), ...slots, patient: '' }, before };
      return askCohort(engine, asked, options, statement.read);
    },
    atHand(engine, parameters) {
      const ofAll = keptOf(engine, parameters);
      if (ofAll === null || patientsOf(ofAll.columns) > mostAtOnce) return null;
      const evaluation = cohortIndex(engine).evaluateAtOnce(parameters.cohort);
      return evaluation === null ? null : atOnce(answerSteps(statement, ofAll, evaluation.failed));
    },
    async keep(engine, parameters) {
      if (!(await mayKeep(engine))) return;
      await ready(engine, parameters);
      await cohortIndex(engine).evaluate(parameters.cohort);
    },
  };
}

const patientsOf = ({ codes, starts }: RowColumns): number =>
  starts === null ? codes.length : starts.length - 1;

const mayKeep = async (engine: Engine): Promise<boolean> =>
  ((await patientRanges(engine)).at(-1)?.to ?? 0) <= mostPatients;

const rowsAtOnce = 10_000;

/** What was read of everybody, and the groups by which it is split. */
interface OfAll {
  readonly columns: RowColumns;
  readonly groups: Steps<PatientGroups>;
}

/** The answer counted from memory, as the statement counts it. */
function* answerSteps<Row>(
  { read }: Pick<CountStatement<never, Row>, 'read'>,
  { columns, groups }: OfAll,
  failed: Uint32Array,
): Steps<readonly Row[]> {
  const table = yield* rowSums(columns, failed, yield* groups);
  const answer: Row[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    answer.push(read(new AnswerRow(table, row)));
    if (row % rowsAtOnce === rowsAtOnce - 1) yield;
  }
  return answer;
}
