/** What a screen may show of single patients or of a question in SQL: nothing, or to look at only. */
export const screenRights = ['off', 'screen'] as const;
export type ScreenRight = (typeof screenRights)[number];

/**
 * What may leave the page, in numbers of distinct patients, and what the screens may show.
 *
 * `threshold`: the smallest count that may be told; smaller ones but 0 are not. `roundTo`: counts that are told are
 * rounded to the nearest multiple. `survivalBase`, odd: cumulative events and censorings of a curve are told as the
 * midpoints of classes that wide. `curvePatients`, `curveEvents`: the least of a curve. `gridMonths`: the times a curve is
 * told at. `individualPlots`, `sqlResults`: what the screens may show; neither ever leaves.
 *
 * @see PMSI output rules of the French secure data centre (no cell under 11); OpenSAFELY, rounding of counts and of
 *   Kaplan-Meier curves by midpoints
 */
export interface DisclosurePolicy {
  readonly threshold: number;
  readonly roundTo: number;
  readonly survivalBase: number;
  readonly curvePatients: number;
  readonly curveEvents: number;
  readonly gridMonths: number;
  readonly individualPlots: ScreenRight;
  readonly sqlResults: ScreenRight;
}

/** The least strict policy that this dashboard accepts; a served one can only add to it. */
export const defaultPolicy: DisclosurePolicy = Object.freeze({
  threshold: 11,
  roundTo: 5,
  survivalBase: 11,
  curvePatients: 50,
  curveEvents: 11,
  gridMonths: 3,
  individualPlots: 'screen',
  sqlResults: 'screen',
});

/** What a reader of told counts must know of the policy. */
export const roundedWith = ({ threshold, roundTo }: DisclosurePolicy) => ({ threshold, roundTo });

export const policyFormat = 'cml-disclosure-policy';
export const policyVersion = 1;

/** Ranges of the numbers of a policy: at least those of `defaultPolicy`, and small enough to be meant. */
export const policyLimits = {
  threshold: 100,
  roundTo: 50,
  survivalBase: 101,
  curvePatients: 1000,
  curveEvents: 500,
  gridMonths: 24,
} as const satisfies Partial<Record<keyof DisclosurePolicy, number>>;

const numbers = Object.keys(policyLimits) as readonly (keyof typeof policyLimits)[];
const rights = ['individualPlots', 'sqlResults'] as const;

/** A policy that was read, or the path of its first fault and what was expected there. */
export type ReadPolicy =
  | { readonly kind: 'policy'; readonly policy: DisclosurePolicy }
  | { readonly kind: 'fault'; readonly path: string; readonly expected: string };

/**
 * Reads the policy file. What is less strict than `defaultPolicy` is a fault, as is a field that is not known: a policy
 * that is misspelt must not pass for one that is kept.
 */
export function readPolicy(json: unknown): ReadPolicy {
  const fault = (path: string, expected: string): ReadPolicy => ({ kind: 'fault', path, expected });
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return fault('', 'an object');
  const fields = json as Readonly<Record<string, unknown>>;
  const known: readonly string[] = ['format', 'version', ...numbers, ...rights];
  const other = Object.keys(fields).find((name) => !known.includes(name));
  if (other !== undefined) return fault(other, `one of ${known.join(', ')}`);
  if (fields.format !== policyFormat) return fault('format', policyFormat);
  if (fields.version !== policyVersion) return fault('version', String(policyVersion));
  const policy: Record<string, number | ScreenRight> = {};
  for (const name of numbers) {
    const value = fields[name];
    const [least, most] = [defaultPolicy[name], policyLimits[name]];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
      return fault(name, `a whole number from ${least} to ${most}`);
    policy[name] = value;
  }
  if ((policy.survivalBase as number) % 2 === 0) return fault('survivalBase', 'an odd number');
  for (const name of rights) {
    const value = screenRights.find((right) => right === fields[name]);
    if (value === undefined) return fault(name, screenRights.join(' | '));
    policy[name] = value;
  }
  return { kind: 'policy', policy: Object.freeze(policy) as unknown as DisclosurePolicy };
}

/** The policy as its file has it, fields in one order: what its hash is taken of. */
export const policyJson = (policy: DisclosurePolicy): object => ({
  format: policyFormat,
  version: policyVersion,
  ...Object.fromEntries([...numbers, ...rights].map((name) => [name, policy[name]])),
});

/** Of two policies the stricter one in every field. */
export function strictestPolicy(one: DisclosurePolicy, other: DisclosurePolicy): DisclosurePolicy {
  const policy: Record<string, number | ScreenRight> = {};
  for (const name of numbers) policy[name] = Math.max(one[name], other[name]);
  for (const name of rights) policy[name] = one[name] === 'off' || other[name] === 'off' ? 'off' : 'screen';
  return Object.freeze(policy) as unknown as DisclosurePolicy;
}
