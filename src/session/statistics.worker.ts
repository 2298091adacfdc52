import type { ReferenceFile } from '@core/statistics/reference/reference-case';
import { buffersOf } from './buffers-of';
import { type StatisticsTask, statisticsRunners } from './statistics-worker-tasks';

/** What the worker is sent, once: a worker does one task. */
export interface StatisticsRequest {
  readonly task: StatisticsTask;
  readonly input: unknown;
}

export type StatisticsReply =
  | { readonly reply: 'step'; readonly step: unknown }
  | { readonly reply: 'done'; readonly output: unknown }
  | { readonly reply: 'failed'; readonly words: string };

const cases = import.meta.glob<ReferenceFile>('/tests/reference/*/cases.json', { import: 'default' });

const runners = statisticsRunners(async (method) => {
  const load = cases[`/tests/reference/${method}/cases.json`];
  if (load === undefined) throw new TypeError(`there are no reference cases of ${method}`);
  return load();
});

function send(reply: StatisticsReply, buffers: readonly ArrayBuffer[] = []): void {
  self.postMessage(reply, { transfer: [...buffers] });
}

self.addEventListener('message', async ({ data }: MessageEvent<StatisticsRequest>) => {
  try {
    const run = runners[data.task] as (input: unknown, report: (step: unknown) => void) => unknown;
    const output = await run(data.input, (step) => send({ reply: 'step', step }));
    send({ reply: 'done', output }, buffersOf(output));
  } catch (error) {
    send({ reply: 'failed', words: error instanceof Error ? error.message : String(error) });
  }
});
