/** Cohorts that can be laid over each other: a set of them is one byte per patient. */
export const mostOverlaid = 6;

/** Which of some cohorts each patient is in. */
export interface Overlap {
  readonly patients: number;
  readonly cohorts: number;
  /** Bit k of a patient's set: the patient is in cohort k. 0 is in none, the rest. */
  readonly sets: Uint8Array;
  /** Patients per set; element 0 counts the rest. */
  readonly counts: readonly number[];
}

/**
 * Lays cohorts over each other, in one pass over the patients.
 *
 * @param failed  per cohort and patient, the bits of the rules that keep the patient out; 0 is a member
 * @throws RangeError for more than `mostOverlaid` cohorts, or cohorts over different numbers of patients
 * @example
 * overlapOf([Uint32Array.of(0, 0, 4), Uint32Array.of(0, 1, 1)], 3).counts // [1, 1, 0, 1]: one in none, one in the first
 */
export function overlapOf(failed: readonly Uint32Array[], patients: number): Overlap {
  if (failed.length > mostOverlaid)
    throw new RangeError(`${failed.length} cohorts, more than ${mostOverlaid}`);
  if (failed.some(({ length }) => length !== patients))
    throw new RangeError('cohorts over different patients');
  const sets = new Uint8Array(patients);
  const counts = new Array<number>(1 << failed.length).fill(0);
  for (let i = 0; i < patients; i++) {
    let set = 0;
    for (let k = 0; k < failed.length; k++) if ((failed[k] as Uint32Array)[i] === 0) set |= 1 << k;
    sets[i] = set;
    counts[set] = (counts[set] as number) + 1;
  }
  return { patients, cohorts: failed.length, sets, counts };
}

/** A column of a comparison: the members of one cohort, or those who are in none. */
export type OverlapGroup = number | 'rest';

/** Whether a set of patients belongs to a group. */
export const isInGroup = (set: number, group: OverlapGroup): boolean =>
  group === 'rest' ? set === 0 : (set & (1 << group)) !== 0;

/** Patients of a group. */
export const groupSize = ({ counts }: Pick<Overlap, 'counts'>, group: OverlapGroup): number =>
  counts.reduce((sum, count, set) => (isInGroup(set, group) ? sum + count : sum), 0);

/** Whether no patient is in two of the groups. */
export function areDisjoint({ counts }: Pick<Overlap, 'counts'>, groups: readonly OverlapGroup[]): boolean {
  return counts.every(
    (count, set) => count === 0 || groups.filter((group) => isInGroup(set, group)).length <= 1,
  );
}
