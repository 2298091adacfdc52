import type { MarkerValues } from '@core/analyses/early-predictors';
import type { OptimalCutOff } from '@core/statistics/roc/optimal-cut-off';
import { useCallback, useEffect, useRef, useState } from 'react';
import { runInStatisticsWorker } from './statistics-worker';

export type CutOffState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number }
  | { readonly kind: 'answered'; readonly cutOff: OptimalCutOff }
  | { readonly kind: 'failed' };

export const cutOffReplicates = 2000;
/** One seed for everybody: the same patients give the same interval. */
const seed = 20260101;
const shownEvery = 50;
const idle: CutOffState = { kind: 'idle' };

/** The bootstrap of a cut-off, in a worker, when asked for; other values end it and forget its answer. */
export function useCutOffBootstrap(values: MarkerValues | null): {
  readonly state: CutOffState;
  readonly start: () => void;
  readonly cancel: () => void;
} {
  const [held, setHeld] = useState<{ readonly of: MarkerValues | null; readonly state: CutOffState }>({
    of: null,
    state: idle,
  });
  const run = useRef<AbortController | null>(null);
  const cancel = useCallback(() => {
    run.current?.abort();
    run.current = null;
    setHeld({ of: null, state: idle });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other values end the run that was of the ones before.
  useEffect(() => () => run.current?.abort(), [values]);
  const start = useCallback(() => {
    if (values === null) return;
    run.current?.abort();
    const controller = new AbortController();
    run.current = controller;
    const tell = (state: CutOffState) => {
      if (!controller.signal.aborted) setHeld({ of: values, state });
    };
    tell({ kind: 'running', done: 0 });
    runInStatisticsWorker(
      'cut-off-bootstrap',
      { ...values, seed, options: { direction: 'lower', replicates: cutOffReplicates } },
      {
        signal: controller.signal,
        onProgress: (done) => {
          if (done % shownEvery === 0) tell({ kind: 'running', done });
        },
      },
    ).then(
      (cutOff) => tell({ kind: 'answered', cutOff }),
      () => tell({ kind: 'failed' }),
    );
  }, [values]);
  return { state: held.of === values ? held.state : idle, start, cancel };
}
