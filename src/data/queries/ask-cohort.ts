import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { Engine, QueryOptions, ResultTable, SqlValue } from '@data/engine/engine';
import { readyCohort } from './cohort/ready-cohort';
import { fillSlots } from './sql-text';

/** One row of an answer, cell by cell. */
export class AnswerRow {
  readonly #columns: ResultTable['columns'];
  readonly #row: number;

  constructor({ columns }: ResultTable, row: number) {
    this.#columns = columns;
    this.#row = row;
  }

  text(column: string): string | null {
    const cell = this.#cell(column);
    return cell === null ? null : String(cell);
  }

  number(column: string): number | null {
    const cell = this.#cell(column);
    return cell === null ? null : Number(cell);
  }

  flag(column: string): boolean | null {
    const cell = this.#cell(column);
    return cell === null ? null : Boolean(cell);
  }

  /** A number of patients or of what they have; the statement never leaves it null. */
  count(column: string): number {
    return this.number(column) ?? 0;
  }

  /** A code of a closed list, `null` for any other. */
  code<Code extends string>(column: string, codes: readonly Code[]): Code | null {
    const cell = this.#cell(column);
    return codes.find((code) => code === cell) ?? null;
  }

  #cell(column: string) {
    return this.#columns[column]?.[this.#row] ?? null;
  }
}

interface Asked {
  /** The name of the question, and its statement with the slots `facts`, `cohort` and its own. */
  readonly question: string;
  readonly sql: string;
  readonly cohort: CohortDefinition;
  readonly slots: Readonly<Record<string, string>>;
  /** Values of `?` that stand before those of the cohort. */
  readonly before?: readonly SqlValue[];
}

/** Asks a statement of the patients of a cohort, and reads its answer row by row. */
export async function askCohort<Row>(
  engine: Engine,
  { question, sql, cohort, slots, before = [] }: Asked,
  options: { readonly signal: AbortSignal },
  read: (row: AnswerRow) => Row,
): Promise<readonly Row[]> {
  const asked = { question, ...options };
  const result = await tableOfCohort(engine, { sql, cohort, slots, before }, asked);
  return Array.from({ length: result.rowCount }, (_, row) => read(new AnswerRow(result, row)));
}

/** Asks a statement of the patients of a cohort. */
export async function tableOfCohort(
  engine: Engine,
  { sql, cohort, slots, before = [] }: Omit<Asked, 'question'>,
  options: Omit<QueryOptions, 'values'> = {},
): Promise<ResultTable> {
  const { facts, member } = await readyCohort(engine, cohort, options);
  return engine.query(fillSlots(sql, { facts, cohort: member.sql, ...slots }), {
    values: [...before, ...member.values],
    ...options,
  });
}
