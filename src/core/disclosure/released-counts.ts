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
 * the table leave fewer values for a count under the threshold than "under 11" alone does, the smallest rounded count beside
 * it is withheld, then any other.
 *
 * Bounds are narrowed sum by sum, and a small count is tried at both ends of its bounds: an end that the other counts cannot
 * go with is no end. That finds what a linear program finds.
 *
 * @param sums  every sum that a reader knows: the levels of a fact and its missing make the group, nested groups, ...
 * @returns one per count; hidden ones too, which are not for showing
 * @see tests/unit/core/disclosure/released-counts.test.ts solves small tables by trying every value;
 *   tests/generative/released-counts-audit.test.ts solves tables of levels, of rows and columns and of groups within groups
 *   as linear programs
 * @example
 * // 50 + 50 + "1 to 10" within "93 to 97" would tell the 1: the smaller neighbour is withheld
 * releaseCounts([97, 48, 48, 1].map((patients) => ({ patients })), [{ whole: 0, parts: [1, 2, 3] }])
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
  const equations = equationsOf(sums);
  for (;;) {
    const told = narrowedPlace(cells, isSmall, equations, policy);
    if (told === null) return cells;
    const hideable = (k: number) => cells[k]?.kind !== 'withheld' && k !== told;
    const all = Array.from(cells, (_, k) => k);
    const place =
      [neighbours(told, sums), all]
        .map((places) => places.filter(hideable))
        .map((near) => near.filter((k) => cells[k]?.kind === 'rounded' && (counts[k]?.patients ?? 0) > 0))
        .flatMap((rounded) => smallest(rounded, counts) ?? [])[0] ??
      smallest(all.filter(hideable), counts) ??
      told;
    // With nothing else left to withhold, everything is withheld.
    if (cells[place]?.kind === 'withheld') isSmall[told] = false;
    cells[place] = withheldCount;
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

/** Σ weights[i] · count(places[i]) = 0. */
interface Equation {
  readonly places: readonly number[];
  readonly weights: readonly number[];
}

/**
 * The sums as equations, and with every two that share a count the equation without it: what a reader finds who adds up the
 * rows of a table and takes its columns away.
 */
function equationsOf(sums: readonly TableSum[]): readonly Equation[] {
  const given = sums.map(
    ({ whole, parts }): Equation => ({ places: [whole, ...parts], weights: [-1, ...parts.map(() => 1)] }),
  );
  const byPlace = new Map<number, Equation[]>();
  for (const equation of given)
    for (const place of equation.places) byPlace.set(place, [...(byPlace.get(place) ?? []), equation]);
  const combined = [...byPlace].flatMap(([place, sharing]) =>
    sharing.flatMap((one, k) => sharing.slice(k + 1).map((other) => without(place, one, other))),
  );
  return [...given, ...combined.filter(({ places }) => places.length > 1)];
}

function without(place: number, one: Equation, other: Equation): Equation {
  const weights = new Map<number, number>();
  const weightOf = ({ places, weights: all }: Equation) => all[places.indexOf(place)] as number;
  const factor = -weightOf(one) / weightOf(other);
  one.places.forEach((at, k) => {
    weights.set(at, one.weights[k] as number);
  });
  other.places.forEach((at, k) => {
    weights.set(at, (weights.get(at) ?? 0) + factor * (other.weights[k] as number));
  });
  const kept = [...weights].filter(([, weight]) => weight !== 0);
  return { places: kept.map(([at]) => at), weights: kept.map(([, weight]) => weight) };
}

/** The first small count that is left fewer values than "under the threshold" leaves; `null` if none is. */
function narrowedPlace(
  cells: readonly ProtectedCount[],
  isSmall: readonly boolean[],
  equations: readonly Equation[],
  policy: DisclosurePolicy,
): number | null {
  const bounds = cells.map((cell) => boundsOf(cell, policy));
  const lower = Float64Array.from(bounds, (bound) => bound.lower);
  const upper = Float64Array.from(bounds, (bound) => bound.upper);
  const isLeft = (values: number) => values >= policy.threshold - 1;
  const width = (k: number) => (upper[k] as number) - (lower[k] as number) + 1;
  narrow(lower, upper, equations);
  const told = isSmall.findIndex((small, k) => small && !isLeft(width(k)));
  if (told !== -1) return told;
  const goesWith = (k: number, value: number) => {
    const [from, to] = [lower.slice(), upper.slice()];
    from[k] = value;
    to[k] = value;
    return narrow(from, to, equations);
  };
  for (const [k, small] of isSmall.entries()) {
    // A range with room to spare is not searched for its last value.
    if (!small || width(k) > 2 * policy.threshold) continue;
    while (isLeft(width(k)) && !goesWith(k, lower[k] as number)) lower[k] = (lower[k] as number) + 1;
    while (isLeft(width(k)) && !goesWith(k, upper[k] as number)) upper[k] = (upper[k] as number) - 1;
    if (!isLeft(width(k))) return k;
  }
  return null;
}

/** Narrows the bounds by the equations until nothing changes; `false` as soon as a count is left no value. */
function narrow(lower: Float64Array, upper: Float64Array, equations: readonly Equation[]): boolean {
  for (let narrowed = true; narrowed; ) {
    narrowed = false;
    for (const { places, weights } of equations) {
      // What the other terms add up to at the least and at the most.
      for (let k = 0; k < places.length; k++) {
        let [least, most] = [0, 0];
        for (let j = 0; j < places.length; j++) {
          if (j === k) continue;
          const [at, weight] = [places[j] as number, weights[j] as number];
          least += weight * ((weight > 0 ? lower : upper)[at] as number);
          most += weight * ((weight > 0 ? upper : lower)[at] as number);
        }
        const [at, weight] = [places[k] as number, weights[k] as number];
        const from = Math.ceil((weight > 0 ? -most : -least) / weight - 1e-9);
        const to = Math.floor((weight > 0 ? -least : -most) / weight + 1e-9);
        if (from > (lower[at] as number)) {
          lower[at] = from;
          narrowed = true;
        }
        if (to < (upper[at] as number)) {
          upper[at] = to;
          narrowed = true;
        }
        if ((lower[at] as number) > (upper[at] as number)) return false;
      }
    }
  }
  return true;
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
