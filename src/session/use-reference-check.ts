import { useCallback, useEffect, useRef, useState } from 'react';
import { runInStatisticsWorker } from './statistics-worker';
import {
  type MethodVerdict,
  type ReferenceMethod,
  type ReferenceProgress,
  referenceMethods,
} from './statistics-worker-methods';

/** One method of the check: waiting, being recomputed, judged, or without its cases. */
export type MethodCheck =
  | { readonly kind: 'waiting' | 'unreadable'; readonly method: ReferenceMethod }
  | {
      readonly kind: 'working';
      readonly method: ReferenceMethod;
      readonly done: number;
      readonly cases: number;
    }
  | { readonly kind: 'judged'; readonly method: ReferenceMethod; readonly verdict: MethodVerdict };

export interface ReferenceCheck {
  /** `failed`: the worker could not start or stopped. */
  readonly phase: 'running' | 'done' | 'cancelled' | 'failed';
  readonly methods: readonly MethodCheck[];
  /** Begins again, from the first method. */
  readonly start: () => void;
  readonly cancel: () => void;
}

const nothingYet: readonly MethodCheck[] = referenceMethods.map((method) => ({ kind: 'waiting', method }));

/** Recomputes every committed reference case in a worker, as soon as the screen that shows it is open. */
export function useReferenceCheck(): ReferenceCheck {
  const [phase, setPhase] = useState<ReferenceCheck['phase']>('running');
  const [methods, setMethods] = useState(nothingYet);
  const running = useRef<AbortController | null>(null);

  const start = useCallback(() => {
    running.current?.abort();
    const run = new AbortController();
    running.current = run;
    setPhase('running');
    setMethods(nothingYet);
    const onProgress = (progress: ReferenceProgress) => setMethods((before) => told(before, progress));
    const settle = (how: ReferenceCheck['phase']) => () => {
      if (!run.signal.aborted) setPhase(how);
    };
    runInStatisticsWorker('reference-check', null, { onProgress, signal: run.signal }).then(
      settle('done'),
      settle('failed'),
    );
  }, []);
  const cancel = useCallback(() => {
    running.current?.abort();
    setPhase('cancelled');
    setMethods((before) =>
      before.map((one) => (one.kind === 'working' ? { kind: 'waiting', method: one.method } : one)),
    );
  }, []);
  useEffect(() => {
    start();
    return () => running.current?.abort();
  }, [start]);

  return { phase, methods, start, cancel };
}

function told(before: readonly MethodCheck[], progress: ReferenceProgress): readonly MethodCheck[] {
  const now: MethodCheck =
    progress.kind === 'verdict'
      ? { kind: 'judged', method: progress.verdict.method, verdict: progress.verdict }
      : progress;
  return before.map((one) => (one.method === now.method ? now : one));
}
