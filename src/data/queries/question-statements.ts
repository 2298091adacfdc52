import { boundValue } from '@data/engine/bound-value';
import type { Engine, QueryOptions, ResultTable, SqlValue } from '@data/engine/engine';
import { standCohortIn } from './cohort/ready-cohort';
import type { Question } from './question';
import { parametersIn } from './workbench/script';
import { currentCohortView } from './workbench/workbench-view';

/**
 * The statements that a question asks, to be read and run by hand: with their values in their places, and asked of the
 * table `cohort` of the workbench and the notebooks, whatever its rules are.
 */
export async function questionStatements<Parameters, Answer>(
  question: Question<Parameters, Answer>,
  parameters: Parameters,
): Promise<readonly string[]> {
  if (question.statements !== undefined) return question.statements(parameters);
  const writer = new StatementWriter();
  standCohortIn(writer, `temp.${currentCohortView}`);
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

/** A statement with the values of its `?` in their places. */
function withValues(sql: string, values: readonly SqlValue[]): string {
  let written = '';
  let from = 0;
  for (const [place, at] of parametersIn(sql).entries()) {
    written += sql.slice(from, at) + boundValue(values[place] ?? null);
    from = at + 1;
  }
  return written + sql.slice(from);
}
