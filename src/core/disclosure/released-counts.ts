import { type DisclosurePolicy, defaultPolicy } from './policy';
import { type ReleasedCount, releaseCount, type WithheldCount, withheldCount } from './released';

/** A count as it may leave beside the counts it adds up with. */
export type ProtectedCount = ReleasedCount | WithheldCount;

/** A count of a table. A hidden one is not shown, but is the difference of two that are. */
export interface TableCount {
  readonly patients: number;
  readonly hidden?: true;
}

/** The count at place `whole` is the sum of those at `parts`, and whoever reads the table knows it. */
export interface TableSum {
  readonly whole: number;
  readonly parts: readonly number[];
}

interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The counts of a table as they may leave together. Each is released by itself (`releaseCount`); then, while the sums of
 * the table leave one single value for a count under the threshold, the smallest rounded count beside it is withheld.
 *
 * @param sums  every sum that a reader knows: the levels of a fact and its missing make the group, nested groups, ...
 * @returns one per count; hidden ones too, which are not for showing
 * @see tests/unit/core/disclosure/released-counts.test.ts solves small tables by trying every value
 * @example
 * // 50 + 50 + "1 to 10" within "93 to 97" would tell the 1: the smaller neighbour is withheld
 * releaseCounts([{ patients: 97 }, { patients: 48 }, { patients: 48 }, { patients: 1 }], [{ whole: 0, parts: [1, 2, 3] }])
 */
export function releaseCounts(
  counts: readonly TableCount[],
  sums: readonly TableSum[],
  policy: DisclosurePolicy = defaultPolicy,
): readonly ProtectedCount[] {
  const cells = counts.map(
    ({ patients, hidden }): ProtectedCount => (hidden ? withheldCount : releaseCount(patients, policy)),
  );
  const isSmall = counts.map(({ patients }) => patients > 0 && patients < policy.threshold);
  for (;;) {
    const bounds = boundsWithin(cells, sums, policy);
    const told = bounds.findIndex(({ lower, upper }, k) => isSmall[k] && lower === upper);
    if (told === -1) return cells;
    const hideable = (k: number) => cells[k]?.kind !== 'withheld' && k !== told;
    const near = neighbours(told, sums).filter(hideable);
    const rounded = near.filter((k) => cells[k]?.kind === 'rounded' && (counts[k]?.patients ?? 0) > 0);
    const place = smallest(rounded.length > 0 ? rounded : near, counts) ?? (hideable(told) ? told : null);
    cells[place ?? told] = withheldCount;
    if (place === null) isSmall[told] = false;
  }
}

/** The exact counts that a released one may stand for, by itself. */
export function boundsOf(count: ProtectedCount, { threshold, roundTo }: DisclosurePolicy): Bounds {
  if (count.kind === 'masked') return { lower: 1, upper: threshold - 1 };
  if (count.kind === 'withheld') return { lower: 0, upper: Number.POSITIVE_INFINITY };
  const { value } = count;
  if (value === 0) return { lower: 0, upper: 0 };
  const least = roundTo * Math.ceil(threshold / roundTo);
  return {
    lower: value === least ? threshold : value - Math.floor(roundTo / 2),
    upper: value + Math.ceil(roundTo / 2) - 1,
  };
}

/** The exact counts that all released ones and their sums leave for each: narrowed until nothing changes. */
function boundsWithin(
  cells: readonly ProtectedCount[],
  sums: readonly TableSum[],
  policy: DisclosurePolicy,
): readonly Bounds[] {
  const lower = cells.map((cell) => boundsOf(cell, policy).lower);
  const upper = cells.map((cell) => boundsOf(cell, policy).upper);
  let narrowed = true;
  const narrow = (k: number, least: number, most: number) => {
    if (least > (lower[k] as number)) {
      lower[k] = least;
      narrowed = true;
    }
    if (most < (upper[k] as number)) {
      upper[k] = most;
      narrowed = true;
    }
  };
  const total = (values: readonly number[], places: readonly number[], but: number) =>
    places.reduce((sum, k) => (k === but ? sum : sum + (values[k] as number)), 0);
  while (narrowed) {
    narrowed = false;
    for (const { whole, parts } of sums) {
      narrow(whole, total(lower, parts, -1), total(upper, parts, -1));
      for (const part of parts) {
        narrow(
          part,
          (lower[whole] as number) - total(upper, parts, part),
          (upper[whole] as number) - total(lower, parts, part),
        );
      }
    }
  }
  return lower.map((least, k) => ({ lower: least, upper: upper[k] as number }));
}

/** The places that stand in a sum with one of them. */
const neighbours = (place: number, sums: readonly TableSum[]): readonly number[] => [
  ...new Set(
    sums
      .map(({ whole, parts }) => [whole, ...parts])
      .filter((places) => places.includes(place))
      .flat(),
  ),
];

function smallest(places: readonly number[], counts: readonly TableCount[]): number | null {
  return places.reduce<number | null>((found, k) => {
    if (found === null) return k;
    return (counts[k]?.patients ?? 0) < (counts[found]?.patients ?? 0) ? k : found;
  }, null);
}
