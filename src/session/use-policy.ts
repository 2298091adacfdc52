import { type DisclosurePolicy, policyJson, readPolicy } from '@core/disclosure/policy';
import { servedJson } from '@data/extract/served-json';
import { sha256Of } from '@data/extract/verify-file';
import { useQuery } from '@tanstack/react-query';

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

/** Reads the policy that is served with the app, once. */
export function usePolicy(): PolicyInForce {
  const { data } = useQuery({
    queryKey: ['disclosure-policy'],
    queryFn: servedPolicy,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? reading;
}

async function servedPolicy(): Promise<PolicyInForce> {
  const read = readPolicy(await servedJson('policy/disclosure.json'));
  if (read.kind === 'fault') return { policy: null, hash: null, fault: read };
  return { policy: read.policy, hash: await policyHash(read.policy), fault: null };
}

/** SHA-256 of a policy, of its fields in their order. */
const policyHash = (policy: DisclosurePolicy): Promise<string | null> =>
  sha256Of(new TextEncoder().encode(JSON.stringify(policyJson(policy))));
