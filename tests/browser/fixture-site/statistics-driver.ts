import { simulatedFollowUp } from '@commands/bench-statistics/simulated-follow-up';
import { defaultPolicy } from '@core/disclosure/policy';
import { designMatrix } from '@core/statistics/design-matrix/design-matrix';
import { buffersOf } from '@session/buffers-of';
import { runInStatisticsWorker } from '@session/statistics-worker';
import {
  type StatisticsTask,
  type StatisticsTasks,
  statisticsRunners,
} from '@session/statistics-worker-tasks';
import { crossTable } from '@tests/support/cross-table';

/** What the page saw while a task ran in the worker. */
export interface WorkerRun {
  /** The steps that were reported, and how often the page's own timer had fired at each. */
  readonly steps: readonly unknown[];
  readonly ticksAtSteps: readonly number[];
  readonly ticks: number;
  /** Names of the values that differ from those of the same task on the page, when compared. */
  readonly differences: readonly string[];
  readonly longTasks: readonly number[];
}

export type DrivenTask = Exclude<StatisticsTask, 'reference-check' | 'endpoint-model' | 'visit-gaps'>;

declare global {
  interface Window {
    readonly statisticsDriver?: {
      /** Runs a task in the worker and, to compare, on the page afterwards. */
      run(task: DrivenTask, size: number, compare: boolean): Promise<WorkerRun>;
      /** Aborts at the first step; what the run rejected with, and the steps that came afterwards. */
      cancel(task: DrivenTask, size: number): Promise<{ readonly reason: string; readonly later: number }>;
    };
  }
}

type Inputs = { readonly [Name in DrivenTask]: (size: number) => StatisticsTasks[Name]['input'] };

const names = ['x1', 'x2', 'x3', 'x4', 'x5'];
const inputs: Inputs = {
  cox: (size) => {
    const { days, event, covariates } = simulatedFollowUp(size, 1);
    return { survival: { time: days, event }, covariates: { names, columns: covariates } };
  },
  'fine-gray': (size) => {
    const { continuous, cause, covariates } = simulatedFollowUp(size, 2);
    return { competing: { time: continuous, cause }, causes: 2, covariates: { names, columns: covariates } };
  },
  'mixed-model': (size) => {
    const { continuous, covariates } = simulatedFollowUp(size, 3);
    const groups = Int32Array.from(continuous, (_, i) => i >> 2);
    const years = Float64Array.from(continuous, (_, i) => i % 4);
    const outcome = Float64Array.from(
      continuous,
      (_, i) =>
        (covariates[0]?.[i] as number) - 0.4 * (i % 4) + 2 * (covariates[1]?.[4 * (i >> 2)] as number),
    );
    const design = designMatrix([{ kind: 'numeric', name: 'years', values: years }]);
    return { design, outcome, groups, options: { slope: years } };
  },
  'turnbull-bootstrap': (size) => {
    const { continuous } = simulatedFollowUp(size, 4);
    const lower = continuous.map((time) => Math.floor(time / 90) * 90);
    return {
      censored: { lower, upper: lower.map((time) => time + 90) },
      times: [365],
      seed: 1,
      replicates: 200,
    };
  },
  'cut-off-bootstrap': (size) => {
    const { event, covariates } = simulatedFollowUp(size, 5);
    return {
      marker: covariates[0] as Float64Array,
      outcome: event,
      seed: 1,
      options: { replicates: 200 },
    };
  },
  'session-audit': (size) => ({ table: crossTable(size), earlier: [], policy: defaultPolicy }),
};

const runners = statisticsRunners(() => Promise.reject(new Error('no cases here')));

Reflect.set(window, 'statisticsDriver', {
  async run(task: DrivenTask, size: number, compare: boolean): Promise<WorkerRun> {
    const apart = async (answer: unknown) =>
      differencesOf(
        answer,
        await (runners[task] as (input: unknown, report: () => void) => unknown)(
          inputs[task](size),
          () => undefined,
        ),
      );
    const input = inputs[task](size);
    const transfer = buffersOf(input);
    const steps: unknown[] = [];
    const ticksAtSteps: number[] = [];
    const longTasks: number[] = [];
    let ticks = 0;
    // The page has come to rest after making the input.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const watch = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    });
    watch.observe({ type: 'longtask' });
    const timer = setInterval(() => {
      ticks += 1;
    }, 4);
    const answer = await runInStatisticsWorker(task, input, {
      transfer,
      onProgress: (step) => {
        steps.push(step);
        ticksAtSteps.push(ticks);
      },
    });
    clearInterval(timer);
    // Entries of the last task come one turn later.
    await new Promise((resolve) => setTimeout(resolve, 100));
    watch.disconnect();
    return { steps, ticksAtSteps, ticks, longTasks, differences: compare ? await apart(answer) : [] };
  },

  async cancel(task: DrivenTask, size: number) {
    const stop = new AbortController();
    let later = 0;
    const reason = await runInStatisticsWorker(task, inputs[task](size), {
      signal: stop.signal,
      onProgress: () => {
        if (stop.signal.aborted) later += 1;
        else stop.abort(new Error('not wanted any more'));
      },
    }).then(
      () => 'it was not stopped',
      (error: Error) => error.message,
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { reason, later };
  },
});

/** Paths at which two answers are not the same to the last bit; the first few. */
function differencesOf(a: unknown, b: unknown, path = 'answer'): readonly string[] {
  if (Object.is(a, b)) return [];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return [path];
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return [`${path}: length`];
  const found: string[] = [];
  for (const key of keys) {
    found.push(...differencesOf(Reflect.get(a, key), Reflect.get(b, key), `${path}.${key}`));
    if (found.length > 5) break;
  }
  return found;
}
