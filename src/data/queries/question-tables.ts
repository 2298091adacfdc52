import type { AnswerTable } from '@core/analyses/answer-script';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { Engine } from '@data/engine/engine';
import type { Question } from './question';
import { questionStatements } from './question-statements';
import { namesIn } from './workbench/script';
import { currentCohortView, readyViews } from './workbench/workbench-view';

/** What the statements of a question answer, a table each, on a cohort. */
export async function questionTables<Parameters, Answer>(
  engine: Engine,
  question: Question<Parameters, Answer>,
  parameters: Parameters,
  cohort: CohortDefinition,
  options: { readonly signal: AbortSignal },
): Promise<readonly AnswerTable[]> {
  const tables: AnswerTable[] = [];
  for (const sql of await questionStatements(question, parameters)) {
    await readyViews(engine, namesIn(sql), [{ view: currentCohortView, cohort }], options);
    const { columns } = await engine.query(sql, options);
    tables.push(
      Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, Array.from(cells)])),
    );
  }
  return tables;
}
