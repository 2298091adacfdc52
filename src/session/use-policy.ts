import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import {
  maySee,
  type PolicyInForce,
  policyInForce,
  rowRights,
  type StricterThreshold,
} from './policy-in-force';

const reading: PolicyInForce = { policy: null, hash: null, fault: null };

let stricter: StricterThreshold | null = null;
const readers = new Set<() => void>();
const subscribe = (tell: () => void) => {
  readers.add(tell);
  return () => void readers.delete(tell);
};

/** Makes the policy stricter for this session, or gives it back; kept in memory. */
export function chooseStricter(threshold: StricterThreshold | null): void {
  stricter = threshold;
  for (const tell of readers) tell();
}

export const useStricter = (): StricterThreshold | null => useSyncExternalStore(subscribe, () => stricter);

/** The policy that is served with the app, or what the user made it, whichever is stricter. */
export function usePolicy(): PolicyInForce {
  const threshold = useStricter();
  const { data } = useQuery({
    queryKey: ['disclosure-policy', threshold],
    queryFn: () => policyInForce(threshold),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? reading;
}

/** Whether single patients may be shown on the screens: not where the policy says so or cannot be used. */
export const useMayShowPatients = (): boolean => maySee(usePolicy(), ['individualPlots']);

/** Whether the rows that SQL answers may be shown: they can be those of single patients. */
export const useMayShowRows = (): boolean => maySee(usePolicy(), rowRights);
