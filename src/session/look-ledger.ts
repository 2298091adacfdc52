import { countLooks, type Look, type Looks } from '@core/analyses/look-ledger';
import { useEffect, useSyncExternalStore } from 'react';

let extract = 0;
let looked: readonly Look[] = [];
let counted: Looks = countLooks([]);
const readers = new Set<() => void>();

const subscribe = (tell: () => void) => {
  readers.add(tell);
  return () => void readers.delete(tell);
};

/** Counts an analysis as looked at, once; another extract begins anew. */
function note(look: Look, of: number): void {
  if (of !== extract) looked = [];
  extract = of;
  const { endpoint, cohort, by } = look;
  const isKnown = looked.some((one) => one.endpoint === endpoint && one.cohort === cohort && one.by === by);
  if (!isKnown) looked = [...looked, look];
  counted = countLooks(looked);
  for (const tell of readers) tell();
}

/**
 * How many endpoints, cohorts and groupings were looked at in this session, on every screen together. It lives in the memory
 * of the page. `shown` is what is looked at now; `null` while nothing is shown.
 */
export function useLooks(shown: Look | null, of: number): Looks {
  const { endpoint, cohort, by } = shown ?? { endpoint: null, cohort: '', by: '' };
  useEffect(() => {
    if (endpoint !== null) note({ endpoint, cohort, by }, of);
  }, [endpoint, cohort, by, of]);
  return useSyncExternalStore(subscribe, () => counted);
}
