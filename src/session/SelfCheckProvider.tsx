import { AppError } from '@core/base/app-error';
import { keepAllTimings } from '@data/egress/received-bytes';
import type { SelfCheck } from '@data/egress/self-check';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { type CheckedEngine, checkThisPage } from './self-check';
import { SelfCheckContext, type SelfCheckSession } from './use-self-check';

/** Holds the last self-check of this page. Nothing is tried before somebody asks. */
export function SelfCheckProvider({ children }: { readonly children: ReactNode }) {
  const [check, setCheck] = useState<SelfCheck | null>(null);
  const [phase, setPhase] = useState<SelfCheckSession['phase']>('idle');
  useEffect(keepAllTimings, []);

  const run = useCallback(async (engine: CheckedEngine | null) => {
    setPhase('running');
    try {
      const found = await checkThisPage(engine);
      setCheck(found);
      setPhase('idle');
      return found;
    } catch (cause) {
      setPhase('failed');
      throw new AppError('not-checked', {}, { cause });
    }
  }, []);

  const session = useMemo((): SelfCheckSession => ({ check, phase, run }), [check, phase, run]);
  return <SelfCheckContext value={session}>{children}</SelfCheckContext>;
}
