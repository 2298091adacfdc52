import type { DisclosurePolicy } from '@core/disclosure/policy';
import { withheldCount } from '@core/disclosure/released';
import { midpoint, midpointBounds } from '@core/disclosure/released-exits';
import { everybody, type KeyedCount, type KeyedTable } from '@core/disclosure/session-audit';

/** Curves of one cohort: who is in it, and who is on each of them; nobody is on two. */
export interface CurvesOfCohort {
  readonly cohort: Uint32Array;
  readonly curves: readonly Uint32Array[];
}

/**
 * What released curves tell beside the counts of a session: how many are on each of them, as a class of midpoints, among those of
 * their cohort. Their exits are told in classes as wide, and are counts of no other figure.
 */
export function curvesTable(
  found: readonly CurvesOfCohort[],
  { survivalBase, threshold, curvePatients }: DisclosurePolicy,
): KeyedTable {
  const counts: KeyedCount[] = [];
  const groups: Uint32Array[] = [];
  const sums = found.map(({ cohort, curves }) => {
    const add = (patients: Uint32Array, isTold: boolean) => {
      const group = groups.push(patients) - 1;
      const count = { patients: patients.length, hidden: true, key: everybody, group } as const;
      const { lower, upper } = midpointBounds(midpoint(patients.length, survivalBase), survivalBase);
      // A curve of fewer would not be told.
      const bounds = { lower: Math.max(lower, curvePatients), upper };
      const told = { count: withheldCount, bounds, threshold };
      return counts.push(isTold ? { ...count, told } : count) - 1;
    };
    const whole = add(cohort, false);
    const parts = curves.map((patients) => add(patients, true));
    const rest = cohort.length - curves.reduce((sum, { length }) => sum + length, 0);
    return { whole, parts: [...parts, counts.push({ patients: rest, hidden: true, key: null }) - 1] };
  });
  return { patients: found[0]?.cohort ?? new Uint32Array(), groups, counts, sums };
}
