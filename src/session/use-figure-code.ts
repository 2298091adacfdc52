import { answerScript, mostScriptRows } from '@core/analyses/answer-script';
import { type Definition, definition } from '@core/base/definition';
import { saysTheSame } from '@core/cohort/same-definition';
import { definitionText } from '@core/disclosure/released';
import type { Question } from '@data/queries/question';
import { questionStatements } from '@data/queries/question-statements';
import { questionTables } from '@data/queries/question-tables';
import { cohortDescription } from '@language/cohort-description';
import {
  type CurvesLook,
  figureCellText,
  figureNotebook,
  mayBeNotebook,
  notebookName,
} from '@language/figure-code';
import { useWords } from '@language/use-words';
import { useCallback } from 'react';
import { copyText, saveFile } from './save-file';
import { useCohortViews } from './use-cohort-views';
import { useExtract } from './use-extract';
import { useMayShowRows } from './use-policy';
import { useCohort, useOpenScreen } from './use-url';
import { workbench } from './use-workbench';

/** A question that a figure asked. */
export interface AskedFigure<Parameters, Answer> {
  readonly title: string;
  readonly question: Question<Parameters, Answer>;
  readonly parameters: Parameters;
  /** How the curves of an endpoint are drawn. */
  readonly curves?: CurvesLook;
  /** What is computed, in a sentence or two. */
  readonly method?: string;
}

/** The code of a figure: its SQL, its cell of a notebook, and the ways to go on with them. No row is in any of it. */
export function useFigureCode<Parameters, Answer>({
  title,
  question,
  parameters,
  curves,
  method,
}: AskedFigure<Parameters, Answer>) {
  const words = useWords();
  const { cohort } = useCohort();
  const cohorts = useCohortViews();
  const openWorkbench = useOpenScreen('/workbench', {});
  const mayShowRows = useMayShowRows();
  const statements = useCallback(
    async () => definition(`${(await questionStatements(question, parameters, cohorts)).join(';\n\n')};\n`),
    [question, parameters, cohorts],
  );
  const { engine } = useExtract();
  const script = useCallback(async () => {
    const { signal } = new AbortController();
    const tables = await questionTables(engine, question, parameters, cohorts, { signal });
    const rows = tables.reduce((sum, table) => sum + (Object.values(table)[0]?.length ?? 0), 0);
    if (rows > mostScriptRows) return null;
    return answerScript(question.id, tables, { title, note: words.say('code.scriptHead') });
  }, [engine, question, parameters, cohorts, title, words]);
  const asked = { id: question.id, parameters, curves };
  const named = cohorts.flatMap(({ name, cohort: one }) => (name === null ? [] : [{ name, cohort: one }]));
  const mayLeave = mayBeNotebook(asked, named);
  return {
    statements,
    script: mayShowRows ? script : null,
    cell: () => definition(figureCellText(asked, named)),
    onCopy: mayLeave ? (code: Definition<string>) => copyText(definitionText(code)) : null,
    notebook: notebookName(title),
    onWorkbench: mayShowRows
      ? (sql: string) => {
          workbench.open(sql, title);
          openWorkbench();
        }
      : null,
    onNotebook: mayLeave
      ? () => {
          const { say } = words;
          const name = named.find((one) => saysTheSame(one.cohort, cohort))?.name;
          const text = cohortDescription(words, cohort).join(' ');
          const cohortText = name === undefined ? text : say('code.notebook.cohort', { name, text });
          const notebook = figureNotebook(
            { title, cohortText, asked, named },
            {
              question: say('code.notebook.question'),
              method: [
                say('code.notebook.method', { title }),
                ...(method === undefined ? [] : [method]),
              ].join(' '),
              limits: say('code.notebook.limits'),
            },
          );
          saveFile(notebookName(title), 'html', definitionText(notebook));
        }
      : null,
  };
}
