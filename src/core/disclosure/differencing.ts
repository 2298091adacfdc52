import { type DisclosurePolicy, defaultPolicy } from './policy';

const mostSets = 8;

/**
 * Patients per part of some sets that may lie over each other: bit k of the place is set k; element 0 is none, always 0.
 *
 * @param sets  of distinct numbers of patients, ascending; at most 8
 * @throws RangeError for more sets
 * @example
 * partSizes([Uint32Array.of(1, 2), Uint32Array.of(2, 5, 6)]) // [0, 1, 2, 1]: one in the first alone, one in both
 */
export function partSizes(sets: readonly Uint32Array[]): readonly number[] {
  if (sets.length > mostSets) throw new RangeError(`${sets.length} sets, more than ${mostSets}`);
  const last = sets.reduce((most, set) => Math.max(most, set.at(-1) ?? 0), 0);
  const parts = new Uint8Array(last + 1);
  sets.forEach((set, k) => {
    for (const patient of set) parts[patient] = (parts[patient] as number) | (1 << k);
  });
  const sizes = new Array<number>(1 << sets.length).fill(0);
  for (const part of parts) if (part > 0) sizes[part] = (sizes[part] as number) + 1;
  return sizes;
}

/**
 * Which of some sets of patients, told side by side, tell of no few: taken in their order, a set is left out where with those
 * before it that are told, it would cut out a part of at least one patient and of fewer than the threshold. Whatever of the told
 * sets is added and taken away then leaves nobody, or as many patients as may be counted.
 *
 * @param sets  as of `partSizes`
 * @returns one per set
 * @example
 * // everybody told (1 to 40), all but the last three are not: the difference would tell of three
 */
export function toldBeside(
  sets: readonly Uint32Array[],
  { threshold }: DisclosurePolicy = defaultPolicy,
): readonly boolean[] {
  const told: Uint32Array[] = [];
  return sets.map((set) => {
    const isSafe = partSizes([...told, set]).every((patients) => patients === 0 || patients >= threshold);
    if (isSafe) told.push(set);
    return isSafe;
  });
}

/** How many patients are in both of two sets of distinct numbers, ascending. */
function inBoth(one: Uint32Array, other: Uint32Array): number {
  let [i, k, both] = [0, 0, 0];
  while (i < one.length && k < other.length) {
    const [a, b] = [one[i] as number, other[k] as number];
    if (a === b) both += 1;
    if (a <= b) i += 1;
    if (b <= a) k += 1;
  }
  return both;
}

/**
 * How many patients are in one of two sets but not in both.
 *
 * @param one, other  distinct numbers of patients, ascending
 */
export const symmetricDifference = (one: Uint32Array, other: Uint32Array): number =>
  one.length + other.length - 2 * inBoth(one, other);

/** How one set of patients stands to another: nobody in common, all of one in the other, or some of each. */
export type SetRelation = 'same' | 'within' | 'around' | 'apart' | 'across';

/** @param one, other  distinct numbers of patients, ascending; of an empty set, `apart` or `same` */
export function relationOf(one: Uint32Array, other: Uint32Array): SetRelation {
  if (one === other) return 'same';
  const both = inBoth(one, other);
  if (both === one.length && both === other.length) return 'same';
  if (both === 0) return 'apart';
  if (both === one.length) return 'within';
  return both === other.length ? 'around' : 'across';
}

/**
 * Whether what is told of a set of patients would tell of a few of them, beside what was told of other sets before: the sets
 * differ by at least one patient and by fewer than the threshold.
 *
 * Sets that are the same are no danger: the same patients are told by the same rounding.
 */
export function tellsOfFew(
  patients: Uint32Array,
  earlier: readonly Uint32Array[],
  { threshold }: DisclosurePolicy = defaultPolicy,
): boolean {
  return earlier.some((other) => {
    const apart = symmetricDifference(patients, other);
    return apart > 0 && apart < threshold;
  });
}

/** Whether some sets of patients, told side by side, would tell of a few: two of them differ by fewer than the threshold. */
export const tellOfFewTogether = (
  sets: readonly Uint32Array[],
  policy: DisclosurePolicy = defaultPolicy,
): boolean => sets.some((set, k) => tellsOfFew(set, sets.slice(0, k), policy));

/** Those of a set who are in none of some others. */
export function withoutAll(set: Uint32Array, others: readonly Uint32Array[]): Uint32Array {
  const elsewhere = new Set(others.flatMap((other) => [...other]));
  return set.filter((patient) => !elsewhere.has(patient));
}
