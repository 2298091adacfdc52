import { type DisclosurePolicy, policyJson, readPolicy, strictestPolicy } from '@core/disclosure/policy';
import { servedJson } from '@data/extract/served-json';
import { sha256Of } from '@data/extract/verify-file';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

/** The policy of disclosure in force. */
export interface PolicyInForce {
  /** `null` while it is read, and where the file that is served with the app cannot be used: then nothing leaves. */
  readonly policy: DisclosurePolicy | null;
  /** SHA-256 of the policy as its file would have it; `null` where the browser offers no digest. */
  readonly hash: string | null;
  /** Where the file is wrong; an empty path for a file that is not there or not JSON. */
  readonly fault: { readonly path: string; readonly expected: string } | null;
}

const reading: PolicyInForce = { policy: null, hash: null, fault: null };

/** The smallest counts that a user may ask for in this session, all stricter than what is served. */
export const stricterThresholds = ['15', '20', '30'] as const;
export type StricterThreshold = (typeof stricterThresholds)[number];

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
export function useMayShowPatients(): boolean {
  const { policy, fault } = usePolicy();
  return fault === null && policy?.individualPlots !== 'off';
}

async function policyInForce(threshold: StricterThreshold | null): Promise<PolicyInForce> {
  const read = readPolicy(await servedJson('policy/disclosure.json'));
  if (read.kind === 'fault') return { policy: null, hash: null, fault: read };
  const policy = threshold === null ? read.policy : withThreshold(read.policy, Number(threshold));
  const json = JSON.stringify(policyJson(policy));
  return { policy, hash: await sha256Of(new TextEncoder().encode(json)), fault: null };
}

/** A policy whose every count is at least so large. */
const withThreshold = (policy: DisclosurePolicy, least: number): DisclosurePolicy =>
  strictestPolicy(policy, {
    ...policy,
    threshold: least,
    curveEvents: least,
    survivalBase: least % 2 === 0 ? least + 1 : least,
  });
