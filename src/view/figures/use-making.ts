import type { ExportOutcome } from '@core/analyses/export-outcome';
import type { AuditStep } from '@core/disclosure/released-counts';
import { useCallback, useRef, useState } from 'react';

/** How an export is watched and given up while it is made. */
export interface ExportWatch {
  readonly signal: AbortSignal;
  /** How far the audit of its counts is. */
  readonly onProgress: (step: AuditStep) => void;
}

export interface Making<Outcome = ExportOutcome> {
  /** `null`: nothing is made. */
  readonly progress: 'begun' | AuditStep | null;
  readonly outcome: Outcome | 'failed' | 'cancelled' | null;
  readonly run: (make: (watch: ExportWatch) => Promise<Outcome | null>) => void;
  readonly cancel: () => void;
}

/** Something that leaves while it is made, and what came of it. */
export function useMaking<Outcome = ExportOutcome>(): Making<Outcome> {
  const [progress, setProgress] = useState<Making['progress']>(null);
  const [outcome, setOutcome] = useState<Making<Outcome>['outcome']>(null);
  const controller = useRef<AbortController | null>(null);
  const run = useCallback<Making<Outcome>['run']>(async (make) => {
    const here = new AbortController();
    controller.current = here;
    setProgress('begun');
    setOutcome(null);
    try {
      setOutcome(await make({ signal: here.signal, onProgress: setProgress }));
    } catch {
      setOutcome(here.signal.aborted ? 'cancelled' : 'failed');
    } finally {
      setProgress(null);
    }
  }, []);
  const cancel = useCallback(() => controller.current?.abort(), []);
  return { progress, outcome, run, cancel };
}
