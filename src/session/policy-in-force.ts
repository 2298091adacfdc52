import { type DisclosurePolicy, policyJson, readPolicy, strictestPolicy } from '@core/disclosure/policy';
import { servedJson } from '@data/extract/served-json';
import { sha256Of } from '@data/extract/verify-file';

/** Where the policy lies, from the page of the dashboard. */
export const policyPath = 'policy/disclosure.json';

/** The policy of disclosure in force. */
export interface PolicyInForce {
  /** `null` while it is read, and where the file that is served with the app cannot be used: then nothing leaves. */
  readonly policy: DisclosurePolicy | null;
  /** SHA-256 of the policy as its file would have it; `null` where the browser offers no digest. */
  readonly hash: string | null;
  /** Where the file is wrong; an empty path for a file that is not there or not JSON. */
  readonly fault: { readonly path: string; readonly expected: string } | null;
}

/** The smallest counts that a user may ask for in this session, all stricter than what is served. */
export const stricterThresholds = ['15', '20', '30'] as const;
export type StricterThreshold = (typeof stricterThresholds)[number];

/** Reads the policy that is served at a path, and makes it as strict as asked. */
export async function policyInForce(
  threshold: StricterThreshold | null,
  path = policyPath,
): Promise<PolicyInForce> {
  const read = readPolicy(await servedJson(path));
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

/** What single rows are: plots of patients, and answers of SQL that can be those of one patient. */
export const rowRights = ['individualPlots', 'sqlResults'] as const;

/** Whether all of these may be shown: none where the policy says so, or cannot be used. */
export function maySee(
  { policy, fault }: PolicyInForce,
  rights: readonly ('individualPlots' | 'sqlResults')[],
): boolean {
  return fault === null && rights.every((right) => policy?.[right] !== 'off');
}
