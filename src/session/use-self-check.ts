import { receivedTraffic } from '@data/egress/received-bytes';
import type { SelfCheck } from '@data/egress/self-check';
import { createContext, useContext, useEffect, useState } from 'react';
import type { CheckedEngine } from './self-check';

export type { HeaderReading } from '@data/egress/site-headers';
export { type Trial, waysFrom } from '@data/egress/way-out';
export type { SelfCheck };

/** The last self-check of this page, whoever asked for it. */
export interface SelfCheckSession {
  readonly check: SelfCheck | null;
  readonly phase: 'idle' | 'running' | 'failed';
  /** Runs it beside an engine; without one, an engine is started for it. Rejects with `not-checked` when it could not be carried out. */
  readonly run: (engine: CheckedEngine | null) => Promise<SelfCheck>;
}

export const SelfCheckContext = createContext<SelfCheckSession | null>(null);

export function useSelfCheck(): SelfCheckSession {
  const session = useContext(SelfCheckContext);
  if (session === null) throw new Error('useSelfCheck needs a SelfCheckProvider above it');
  return session;
}

/** What each origin has sent to this page since it began, as it grows. */
export function useReceivedTraffic(): ReturnType<typeof receivedTraffic> {
  const [traffic, setTraffic] = useState(receivedTraffic);
  useEffect(() => {
    const observer = new PerformanceObserver(() => setTraffic(receivedTraffic()));
    observer.observe({ type: 'resource' });
    return () => observer.disconnect();
  }, []);
  return traffic;
}
