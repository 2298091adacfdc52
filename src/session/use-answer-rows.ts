import { answerWindow, type KeptAnswer } from '@data/queries/workbench/kept-answer';
import { useCallback } from 'react';
import { AnswerWindows } from './answer-windows';
import { useExtract } from './use-extract';

/** Rows per question; a window to each side of those in sight is held, and no more. */
const windowRows = 100;

/** Opens the rows of a kept answer, to be read as they come into sight; `arrived` tells that more are here. */
export function useAnswerRows(answer: KeptAnswer): (arrived: () => void) => AnswerWindows {
  const { engine } = useExtract();
  return useCallback(
    (arrived) =>
      new AnswerWindows({
        rows: answer.rows,
        windowRows,
        read: (range, options) => answerWindow(engine, answer, range, options),
        arrived,
      }),
    [engine, answer],
  );
}
