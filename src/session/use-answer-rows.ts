import { answerWindow, type KeptAnswer } from '@data/queries/workbench/kept-answer';
import { useQueries } from '@tanstack/react-query';
import { windowsInSight } from './row-windows';
import { useExtract } from './use-extract';

/** Rows per question; a window to each side of those in sight is held, and no more. */
const windowRows = 100;

export type AnswerRows = ReadonlyMap<number, readonly (string | null)[]>;

/** The rows of a kept answer from one place to another, both included, as far as they are here. */
export function useAnswerRows(
  answer: KeptAnswer,
  sight: { readonly first: number; readonly last: number },
): AnswerRows {
  const { engine, key, samples } = useExtract();
  const windows = windowsInSight(sight, answer.rows, windowRows);
  const answers = useQueries({
    queries: windows.map((window) => ({
      queryKey: [key, samples, 'answer-window', answer.name, window],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        answerWindow(engine, answer, { from: window * windowRows, count: windowRows }, { signal }),
      gcTime: 0,
    })),
  });
  const rows = new Map<number, readonly (string | null)[]>();
  answers.forEach(({ data }, at) => {
    for (const [offset, row] of (data ?? []).entries())
      rows.set((windows[at] ?? 0) * windowRows + offset, row);
  });
  return rows;
}
