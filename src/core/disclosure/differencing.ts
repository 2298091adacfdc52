import { type DisclosurePolicy, defaultPolicy } from './policy';

/**
 * How many patients are in one of two sets but not in both.
 *
 * @param one, other  distinct numbers of patients, ascending
 */
export function symmetricDifference(one: Uint32Array, other: Uint32Array): number {
  let [i, k, both] = [0, 0, 0];
  while (i < one.length && k < other.length) {
    const [a, b] = [one[i] as number, other[k] as number];
    if (a === b) both += 1;
    if (a <= b) i += 1;
    if (b <= a) k += 1;
  }
  return one.length + other.length - 2 * both;
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
