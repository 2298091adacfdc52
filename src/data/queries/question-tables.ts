import type { AnswerTable } from '@core/analyses/answer-script';
import type { Engine } from '@data/engine/engine';
import type { Question } from './question';
import { questionStatements } from './question-statements';
import { namesIn } from './workbench/script';
import { type CohortView, readyViews } from './workbench/workbench-view';

/** What the statements of a question answer, a table each, on the cohorts that they name. */
export async function questionTables<Parameters, Answer>(
  engine: Engine,
  question: Question<Parameters, Answer>,
  parameters: Parameters,
  cohorts: readonly CohortView[],
  options: { readonly signal: AbortSignal },
): Promise<readonly AnswerTable[]> {
  const tables: AnswerTable[] = [];
  for (const sql of await questionStatements(question, parameters, cohorts)) {
    await readyViews(engine, namesIn(sql), cohorts, options);
    const { columns } = await engine.query(sql, options);
    tables.push(
      Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, Array.from(cells)])),
    );
  }
  return tables;
}
