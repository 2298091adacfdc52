import { startWorker } from '@data/engine/trusted-worker';
import type { StatisticsReply, StatisticsRequest } from './statistics.worker';
import statisticsWorkerUrl from './statistics.worker.ts?worker&url';
import type { StatisticsTask, StatisticsTasks } from './statistics-worker-tasks';

/** The script of the worker, as the browser asks for it. */
export const statisticsWorkerAddress = (): string => new URL(statisticsWorkerUrl, location.href).href;

interface RunOptions<Task extends StatisticsTask> {
  readonly onProgress?: (step: StatisticsTasks[Task]['step']) => void;
  /** Aborting ends the worker at once and rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Buffers of the input that the page gives away: copying millions of numbers would hold it up. */
  readonly transfer?: readonly Transferable[];
}

/**
 * Runs one long computation away from the page, in a worker that is thrown away afterwards.
 *
 * @returns the answer, its arrays handed over, the rest copied; functions and prototypes do not survive the way
 * @throws the signal's reason when aborted; an Error with the words of whatever the computation threw
 */
export function runInStatisticsWorker<Task extends StatisticsTask>(
  task: Task,
  input: StatisticsTasks[Task]['input'],
  { onProgress, signal, transfer = [] }: RunOptions<Task> = {},
): Promise<StatisticsTasks[Task]['output']> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const worker = startWorker(statisticsWorkerAddress(), { type: 'module' });
    const end = () => {
      worker.terminate();
      signal?.removeEventListener('abort', abort);
    };
    const abort = () => {
      end();
      reject(signal?.reason);
    };
    const halt = (event: Event) => {
      end();
      const words = (event as { readonly message?: string }).message;
      reject(new Error(words || 'the statistics worker stopped'));
    };
    signal?.addEventListener('abort', abort);
    worker.addEventListener('error', halt);
    worker.addEventListener('messageerror', halt);
    worker.addEventListener('message', ({ data }: MessageEvent<StatisticsReply>) => {
      // What was on its way when the run was cancelled is not told any more.
      if (signal?.aborted) return;
      if (data.reply === 'step') return onProgress?.(data.step as StatisticsTasks[Task]['step']);
      end();
      if (data.reply === 'done') resolve(data.output as StatisticsTasks[Task]['output']);
      else reject(new Error(data.words));
    });
    worker.postMessage({ task, input } satisfies StatisticsRequest, [...transfer]);
  });
}
