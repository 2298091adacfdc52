import { answerWindow, type KeptAnswer } from '@data/queries/workbench/kept-answer';
import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { windowsInSight } from './row-windows';
import { useExtract } from './use-extract';

/** Rows per question; a window to each side of those in sight is held, and no more. */
const windowRows = 100;

/** The cells of a row by its place; `undefined` while it is not here. The same row is the same object. */
export type AnswerRowAt = (place: number) => readonly (string | null)[] | undefined;

/**
 * The rows of a kept answer from one place to another, both included, as far as they are here. While an answer is awaited
 * nothing else is asked: who scrolls through a million rows is shown where they are, not every row that they passed.
 */
export function useAnswerRows(
  answer: KeptAnswer,
  sight: { readonly first: number; readonly last: number },
): AnswerRowAt {
  const { engine, key, samples } = useExtract();
  const wanted = windowsInSight(sight, answer.rows, windowRows).join();
  const [asked, setAsked] = useState(wanted);
  const windows = asked.split(',').map(Number);
  const answers = useQueries({
    queries: windows.map((window) => ({
      queryKey: [key, samples, 'answer-window', answer.name, window],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        answerWindow(engine, answer, { from: window * windowRows, count: windowRows }, { signal }),
      gcTime: 0,
    })),
  });
  const isAwaited = answers.some(({ isPending }) => isPending);
  useEffect(() => {
    if (!isAwaited) setAsked(wanted);
  }, [isAwaited, wanted]);
  return (place) => {
    const at = windows.indexOf(Math.floor(place / windowRows));
    return answers[at]?.data?.[place % windowRows];
  };
}
