import type { Question } from '@data/queries/question';
import { useEffect } from 'react';
import { idle } from './idle';
import { useExtract } from './use-extract';

/** What takes less was in memory already. */
const momentMilliseconds = 2;

/**
 * Reads what a question may be asked next into memory, one after the other while the page rests and the screen stands: it
 * is then answered with the change itself.
 *
 * @param ahead  the same list for as long as the same is expected
 */
export function useKeptAhead<Parameters, Answer>(
  question: Question<Parameters, Answer>,
  ahead: readonly Parameters[],
  isWanted: boolean,
): void {
  const { engine } = useExtract();
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    const read = async () => {
      for (const parameters of ahead) {
        if (isOver) return;
        const from = performance.now();
        await question.keep?.(engine, parameters);
        if (performance.now() - from > momentMilliseconds) await idle();
      }
    };
    // What could not be read ahead is asked when it is wanted, and fails then if it must.
    read().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [question, engine, ahead, isWanted]);
}
