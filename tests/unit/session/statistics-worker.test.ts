import { endpointModel } from '@core/analyses/endpoint-model';
import { defaultPolicy } from '@core/disclosure/policy';
import { releaseBesideEarlier } from '@core/disclosure/session-audit';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { designMatrix } from '@core/statistics/design-matrix/design-matrix';
import { coxRegression } from '@core/statistics/survival/cox-regression';
import { runInStatisticsWorker } from '@session/statistics-worker';
import { type StatisticsTask, statisticsRunners } from '@session/statistics-worker-tasks';
import { crossTable } from '@tests/support/cross-table';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const runners = statisticsRunners(() => Promise.reject(new Error('no cases here')));
const workers: FakeWorker[] = [];

/** A worker on the same thread: messages are copied as the browser copies them, one turn later. */
class FakeWorker extends EventTarget {
  ended = false;
  transferred: readonly Transferable[] = [];

  constructor() {
    super();
    workers.push(this);
  }

  postMessage(request: { readonly task: StatisticsTask; readonly input: unknown }, transfer: Transferable[]) {
    this.transferred = transfer;
    const { task, input } = structuredClone(request);
    const run = runners[task] as (input: unknown, report: (step: unknown) => void) => unknown;
    void Promise.resolve()
      .then(() => run(input, (step) => this.say({ reply: 'step', step })))
      .then(
        (output) => this.say({ reply: 'done', output }),
        (error: Error) => this.say({ reply: 'failed', words: error.message }),
      );
  }

  say(data: unknown) {
    if (!this.ended) this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
  }

  terminate() {
    this.ended = true;
  }
}

beforeEach(() => {
  workers.length = 0;
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('location', new URL('http://127.0.0.1:4173/'));
});
afterEach(() => vi.unstubAllGlobals());

const survival = {
  time: Float64Array.of(5, 8, 12, 3, 9, 14, 2, 7),
  event: Uint8Array.of(1, 1, 0, 1, 1, 0, 1, 0),
};
const covariates = { names: ['x'], columns: [Float64Array.of(1, 0, 1, 0, 1, 0, 1, 0)] };

test('a Cox fit comes back as it was computed, with its iterations as progress', async () => {
  const steps: number[] = [];
  const fit = await runInStatisticsWorker(
    'cox',
    { survival, covariates },
    { onProgress: (step) => steps.push(step) },
  );
  const here = coxRegression(survival, covariates);
  expect(fit.terms[0]?.coefficient).toBe(here.terms[0]?.coefficient);
  expect(fit.data.time).toEqual(here.data.time);
  expect(steps.length).toBeGreaterThan(1);
  expect(workers.map(({ ended }) => ended)).toEqual([true]);
});

test('a Fine-Gray fit, a mixed model and both bootstraps come back as well', async () => {
  const competing = { time: survival.time, cause: Uint8Array.of(1, 2, 0, 1, 2, 0, 1, 0) };
  expect((await runInStatisticsWorker('fine-gray', { competing, causes: 2, covariates })).n).toBe(8);
  const design = designMatrix([{ kind: 'numeric', name: 'years', values: [0, 1, 0, 1, 0, 1, 0, 1] }]);
  const model = await runInStatisticsWorker('mixed-model', {
    design,
    outcome: Float64Array.of(1, 1.2, 3, 3.1, 2, 2.4, 4, 4.2),
    groups: [0, 0, 1, 1, 2, 2, 3, 3],
  });
  // Balanced groups: the slope is the mean difference within groups.
  expect(model.fixed[1]?.estimate).toBeCloseTo(0.225, 6);
  const censored = { lower: Float64Array.of(0, 1, 2, 3), upper: Float64Array.of(2, 3, 4, 5) };
  const limits = await runInStatisticsWorker('turnbull-bootstrap', {
    censored,
    times: [2],
    seed: 1,
    replicates: 20,
  });
  expect(limits[0]?.time).toBe(2);
  const cut = await runInStatisticsWorker('cut-off-bootstrap', {
    marker: survival.time,
    outcome: survival.event,
    seed: 1,
    options: { replicates: 50, direction: 'lower' },
  });
  expect(cut.threshold?.interval).not.toBeNull();
});

test('the audit of a session comes back as the page would have it, and says how many small counts it has seen', async () => {
  const table = crossTable(4);
  const before = crossTable(5);
  const here = releaseBesideEarlier(before, []);
  if (here.kind === 'refused') throw new Error(here.reason);
  const earlier = [{ ...before, told: here.told, policy: defaultPolicy }];
  const steps: number[] = [];
  const input = { table, earlier, policy: defaultPolicy };
  const away = await runInStatisticsWorker('session-audit', input, {
    onProgress: ({ checked }) => steps.push(checked),
  });
  expect(away).toEqual(releaseBesideEarlier(table, earlier));
  expect(steps.length).toBeGreaterThan(3);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
});

test('cancelling ends the worker at once and rejects with the reason', async () => {
  const stop = new AbortController();
  const steps: number[] = [];
  const fit = runInStatisticsWorker(
    'cox',
    { survival, covariates },
    {
      signal: stop.signal,
      onProgress: (step) => {
        steps.push(step);
        stop.abort(new Error('not wanted any more'));
      },
    },
  );
  await expect(fit).rejects.toThrow('not wanted any more');
  expect(workers.map(({ ended }) => ended)).toEqual([true]);
  expect(steps).toHaveLength(1);
});

test('a run that was cancelled before it began starts no worker', async () => {
  const fit = runInStatisticsWorker('cox', { survival, covariates }, { signal: AbortSignal.abort() });
  await expect(fit).rejects.toThrow();
  expect(workers).toEqual([]);
});

test('what the computation threw, and a worker that breaks, reject with their words', async () => {
  const short = { ...survival, event: Uint8Array.of(1) };
  await expect(runInStatisticsWorker('cox', { survival: short, covariates })).rejects.toThrow(/event has 1/);
  const fit = runInStatisticsWorker('cox', { survival, covariates });
  workers.at(-1)?.dispatchEvent(new Event('error'));
  await expect(fit).rejects.toThrow('the statistics worker stopped');
  expect(workers.every(({ ended }) => ended)).toBe(true);
});

test('buffers that are given away go to the worker as such', async () => {
  const time = survival.time.slice();
  const run = runInStatisticsWorker(
    'cox',
    { survival: { ...survival, time }, covariates },
    { transfer: [time.buffer] },
  );
  expect(workers[0]?.transferred).toEqual([time.buffer]);
  await run;
});

test('a model of an endpoint comes back whole, and tells the fits it goes through', async () => {
  const input = {
    table: {
      endpoint: endpointPresets['overall-survival'].endpoint,
      day: survival.time,
      entry: survival.time.map(() => Number.NaN),
      kind: Float64Array.from(survival.event, (event) => event - 1),
      covariates: [{ kind: 'number', id: 'age', values: Float64Array.of(60, 50, 71, 48, 66, 52, 63, 40) }],
      reached: null,
      excluded: [],
    },
    definition: {
      method: 'cox',
      covariates: [{ kind: 'number', id: 'age', form: 'linear' }],
      interactions: [],
      mergesSmallLevels: false,
      stratum: null,
      reached: null,
    },
    level: 0.95,
  } as const;
  const steps: unknown[] = [];
  const model = await runInStatisticsWorker('endpoint-model', input, {
    onProgress: (step) => steps.push(step),
  });
  expect(model).toEqual(endpointModel(input.table, input.definition));
  expect(steps).toEqual([0, 1, 2].map((fit) => ({ fit, fits: 3 })));
  const controller = new AbortController();
  const cancelled = runInStatisticsWorker('endpoint-model', input, { signal: controller.signal });
  controller.abort(new Error('not wanted any more'));
  await expect(cancelled).rejects.toThrow('not wanted any more');
  expect(workers.at(-1)?.ended).toBe(true);
});
