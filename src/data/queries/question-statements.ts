import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { saysTheSame } from '@core/cohort/same-definition';
import type { Engine, QueryOptions, ResultTable } from '@data/engine/engine';
import { standCohortsIn } from './cohort/ready-cohort';
import type { Question } from './question';
import { withValues } from './with-values';
import { type CohortView, currentCohortView } from './workbench/workbench-view';

/**
 * The statements that a question asks, to be read and run by hand: with their values in their places, and asked of the
 * tables of the workbench and the notebooks, whatever the rules of a cohort are.
 *
 * @param cohorts  the tables there are; a cohort that is none of them is `cohort`
 */
export async function questionStatements<Parameters, Answer>(
  question: Question<Parameters, Answer>,
  parameters: Parameters,
  cohorts: readonly CohortView[] = [],
): Promise<readonly string[]> {
  const tableOf = (cohort: CohortDefinition) =>
    cohorts.find((one) => saysTheSame(one.cohort, cohort))?.view ?? currentCohortView;
  if (question.statements !== undefined) return question.statements(parameters, tableOf);
  const writer = new StatementWriter();
  standCohortsIn(writer, tableOf);
  await question.ask(writer, parameters, { signal: new AbortController().signal });
  return writer.statements;
}

/** Takes what is asked of it down and answers nothing. */
class StatementWriter implements Engine {
  readonly version = '';
  readonly statements: string[] = [];

  async query(sql: string, { values = [], question }: QueryOptions = {}): Promise<ResultTable> {
    if (question !== undefined) this.statements.push(withValues(sql, values).trim());
    return { rowCount: 0, columns: {} };
  }

  async run(): Promise<void> {}

  async check(): Promise<void> {}

  async close(): Promise<void> {}
}
