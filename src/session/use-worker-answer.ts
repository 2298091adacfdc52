import { useEffect, useState } from 'react';
import { runInStatisticsWorker } from './statistics-worker';
import type { StatisticsTask, StatisticsTasks } from './statistics-worker-tasks';

/** A worker takes the time of a drawing to start: none is started for what is changed again at once. */
const pauseMilliseconds = 120;

/** The answer of a task of the statistics worker, again whenever its input changes; `null` until it stands, or without one. */
export function useWorkerAnswer<Task extends StatisticsTask>(
  task: Task,
  input: StatisticsTasks[Task]['input'] | null,
): StatisticsTasks[Task]['output'] | null {
  const [held, setHeld] = useState<{
    readonly of: StatisticsTasks[Task]['input'];
    readonly answer: StatisticsTasks[Task]['output'] | null;
  } | null>(null);
  useEffect(() => {
    if (input === null) return;
    const controller = new AbortController();
    const tell = (answer: StatisticsTasks[Task]['output'] | null) => {
      if (!controller.signal.aborted) setHeld({ of: input, answer });
    };
    const run = () =>
      runInStatisticsWorker(task, input, { signal: controller.signal }).then(tell, () => tell(null));
    const later = setTimeout(run, pauseMilliseconds);
    return () => {
      clearTimeout(later);
      controller.abort();
    };
  }, [task, input]);
  return held !== null && held.of === input ? held.answer : null;
}
