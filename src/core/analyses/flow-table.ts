import type { DisclosurePolicy } from '@core/disclosure/policy';
import { releaseCount } from '@core/disclosure/released';
import { boundsOf } from '@core/disclosure/released-counts';
import { releaseFlow } from '@core/disclosure/released-flow';
import { everybody, type KeyedTable } from '@core/disclosure/session-audit';

/**
 * What a released flow tells beside the counts of a session: how many remain after each step that is told of. A step that is told
 * with a later one has no count of its own.
 *
 * @param sets  all patients, then those who remain after each step, each within the one before
 */
export function flowTable(sets: readonly Uint32Array[], policy: DisclosurePolicy): KeyedTable {
  const sizes = sets.map(({ length }) => length);
  const steps = sizes.slice(1).map((remaining, k) => {
    const leaving = (sizes[k] ?? 0) - remaining;
    return { notMet: leaving, unknown: 0, leaving, remaining };
  });
  const flow = releaseFlow(sizes[0] ?? 0, steps, policy);
  const groups = sets.filter((_, k) => {
    const step = flow.steps[k - 1];
    return step === undefined || step.leaving !== null || step.remaining.kind === 'masked';
  });
  const counts = groups.map(({ length }, group) => {
    const count = releaseCount(length, policy);
    const told = { count, bounds: boundsOf(count, policy), threshold: policy.threshold };
    return { patients: length, key: everybody, group, told };
  });
  return { patients: sets[0] ?? new Uint32Array(), groups, counts, sums: [] };
}
