import { linearAudit } from './linear-audit';
import { type DisclosurePolicy, defaultPolicy } from './policy';
import { released } from './release-mark';
import { type ReleasedCount, releaseCount, type WithheldCount, withheldCount } from './released';

/** A count as it may leave beside the counts it adds up with. */
export type ProtectedCount = ReleasedCount | WithheldCount;

/** A count of a table. A hidden one is not shown, but is the difference of two that are. */
export interface TableCount {
  readonly patients: number;
  readonly hidden?: true;
  /** What has been told of it before: it stays told. */
  readonly told?: ProtectedCount;
}

export type ReleasedBeside =
  | { readonly kind: 'released'; readonly counts: readonly ProtectedCount[] }
  | { readonly kind: 'refused'; readonly reason: 'narrowed' | 'too-large' };

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
 * the table leave fewer values for a count under the threshold than "under 11" alone does, a count beside it is withheld:
 * the smallest rounded one, or the largest masked one, that helps.
 *
 * Bounds are narrowed sum by sum, and by every two sums together, and a small count is tried at both ends of its bounds: an end
 * that the other counts cannot go with is no end. Then a linear program asks of every small count what all sums together leave it
 * (`linearAudit`). Of a table that is too large for it nothing is told: what is not audited does not leave.
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
  const released = releaseBeside(counts, sums, policy);
  return released.kind === 'released' ? released.counts : counts.map(() => withheldCount);
}

/**
 * The same where some of the counts have been told before, and stay told: refused where withholding all the others leaves a
 * small count narrowed, or where the table is too large to be audited.
 */
export function releaseBeside(
  counts: readonly TableCount[],
  sums: readonly TableSum[],
  policy: DisclosurePolicy = defaultPolicy,
): ReleasedBeside {
  const cells = counts.map(
    ({ patients, hidden, told }): ProtectedCount =>
      told ?? (hidden ? withheldCount : releaseCount(patients, policy)),
  );
  const isSmall = counts.map(({ patients }) => patients > 0 && patients < policy.threshold);
  const equations = equationsOf(sums);
  const given = sums.map(equationOf);
  for (;;) {
    // Two sums together find nearly everything; what only more of them find is looked for at the end.
    let told = narrowedPlace(cells, isSmall, equations, policy);
    if (told === null && isSmall.includes(true)) {
      const audit = auditOf(cells, counts, given, isSmall, policy);
      if (audit.kind === 'too-large') return { kind: 'refused', reason: 'too-large' };
      if (audit.kind === 'narrowed') told = audit.place;
    }
    if (told === null) return { kind: 'released', counts: cells };
    const place = placeToWithhold(told, { cells, counts, sums, equations, policy });
    // With nothing else left to withhold, everything is withheld.
    if (cells[place]?.kind === 'withheld') {
      if (counts.some((count) => count.told !== undefined)) return { kind: 'refused', reason: 'narrowed' };
      isSmall[told] = false;
    }
    cells[place] = withheldCount;
  }
}

function auditOf(
  cells: readonly ProtectedCount[],
  counts: readonly TableCount[],
  equations: readonly Equation[],
  isSmall: readonly boolean[],
  policy: DisclosurePolicy,
) {
  const bounds = cells.map((cell) => boundsOf(cell, policy));
  return linearAudit(
    {
      lower: Float64Array.from(bounds, ({ lower }) => lower),
      upper: Float64Array.from(bounds, ({ upper }) => upper),
      equations,
      exact: Float64Array.from(counts, ({ patients }) => patients),
    },
    isSmall.flatMap((small, k) => (small ? [k] : [])),
    policy.threshold - 1,
  );
}

interface HalfReleased {
  readonly cells: readonly ProtectedCount[];
  readonly counts: readonly TableCount[];
  readonly sums: readonly TableSum[];
  readonly equations: readonly Equation[];
  readonly policy: DisclosurePolicy;
}

/**
 * What to withhold so that a small count is not narrowed: of those beside it, the smallest rounded one, then the largest masked
 * one, then itself, the first that helps; when none helps by itself, the first of them, or any other.
 */
function placeToWithhold(told: number, { cells, counts, sums, equations, policy }: HalfReleased): number {
  const hideable = (k: number) =>
    cells[k]?.kind !== 'withheld' && k !== told && counts[k]?.told === undefined;
  const patients = (k: number) => counts[k]?.patients ?? 0;
  const rounded = (k: number) => cells[k]?.kind === 'rounded' && patients(k) > 0;
  const near = neighbours(told, sums).filter(hideable);
  const beside = [
    ...near.filter(rounded).toSorted((a, b) => patients(a) - patients(b)),
    // Beside masked counts it may be their sum alone that tells.
    ...near.filter((k) => cells[k]?.kind === 'masked').toSorted((a, b) => patients(b) - patients(a)),
    ...(cells[told]?.kind === 'withheld' || counts[told]?.told !== undefined ? [] : [told]),
  ];
  const helps = (place: number) => {
    const bounds = cells.map((cell, k) => boundsOf(k === place ? withheldCount : cell, policy));
    const lower = Float64Array.from(bounds, (bound) => bound.lower);
    const upper = Float64Array.from(bounds, (bound) => bound.upper);
    narrow(lower, upper, equations);
    return (upper[told] as number) - (lower[told] as number) + 1 >= policy.threshold - 1;
  };
  const all = Array.from(cells, (_, k) => k).filter(hideable);
  return (
    beside.find(helps) ??
    beside.find((k) => k !== told) ??
    smallest(all.filter(rounded), counts) ??
    smallest(all, counts) ??
    told
  );
}

/**
 * A sum of released counts, of them alone: one that is not told counts as the middle of what a masked one may be, and the sum is
 * rounded as counts are. Withheld where those that are not told would make up as much of it as the others.
 */
export function releasedSum(
  counts: readonly ProtectedCount[],
  { threshold, roundTo }: DisclosurePolicy = defaultPolicy,
): ProtectedCount {
  const told = counts.flatMap((count) => (count.kind === 'rounded' ? [count.value] : []));
  const sum = told.reduce((total, value) => total + value, 0);
  const untold = (counts.length - told.length) * (threshold / 2);
  if (untold > 0 && untold >= sum) return withheldCount;
  return released({ kind: 'rounded', value: roundTo * Math.round((sum + untold) / roundTo) });
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

const equationOf = ({ whole, parts }: TableSum): Equation => ({
  places: [whole, ...parts],
  weights: [-1, ...parts.map(() => 1)],
});

/**
 * The sums as equations, and with every two that share a count the equation without it: what a reader finds who adds up the rows
 * of a table and takes its columns away.
 */
function equationsOf(sums: readonly TableSum[]): readonly Equation[] {
  const given = sums.map(equationOf);
  const byPlace = new Map<number, Equation[]>();
  for (const equation of given)
    for (const place of equation.places) byPlace.set(place, [...(byPlace.get(place) ?? []), equation]);
  const known = new Map(given.map((equation) => [keyOf(equation), equation]));
  for (const one of given) {
    for (const place of one.places) {
      for (const other of byPlace.get(place) ?? []) {
        if (other === one) continue;
        const combined = without(place, one, other);
        if (combined.places.length > 1) known.set(keyOf(combined), combined);
      }
    }
  }
  return [...known.values()];
}

/** The same text for equations that are the same, whatever their order, sign and scale. */
function keyOf({ places, weights }: Equation): string {
  const terms = places
    .map((place, k): readonly [number, number] => [place, weights[k] as number])
    .toSorted(([a], [b]) => a - b);
  const scale = terms[0]?.[1] ?? 1;
  return terms.map(([place, weight]) => `${place}:${weight / scale}`).join(' ');
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
    for (const equation of equations) {
      const { places, weights } = equation;
      let [least, most] = [endOf(equation, upper, lower), endOf(equation, lower, upper)];
      for (let k = 0; k < places.length; k++) {
        const [at, weight] = [places[k] as number, weights[k] as number];
        // What the other terms add up to at the least and at the most.
        const others = {
          least: beside(least, weight * ((weight > 0 ? lower : upper)[at] as number)),
          most: beside(most, weight * ((weight > 0 ? upper : lower)[at] as number)),
        };
        const from = Math.ceil((weight > 0 ? -others.most : -others.least) / weight - 1e-9);
        const to = Math.floor((weight > 0 ? -others.least : -others.most) / weight + 1e-9);
        const [isHigher, isLower] = [from > (lower[at] as number), to < (upper[at] as number)];
        if (!isHigher && !isLower) continue;
        if (isHigher) lower[at] = from;
        if (isLower) upper[at] = to;
        if ((lower[at] as number) > (upper[at] as number)) return false;
        narrowed = true;
        [least, most] = [endOf(equation, upper, lower), endOf(equation, lower, upper)];
      }
    }
  }
  return true;
}

/** A sum of terms of which some are infinite. */
interface End {
  readonly finite: number;
  readonly infinite: number;
  readonly sign: 1 | -1;
}

/** The sum of an equation at one end: `negative` bounds where a weight is negative, `positive` ones elsewhere. */
function endOf({ places, weights }: Equation, negative: Float64Array, positive: Float64Array): End {
  let [finite, infinite] = [0, 0];
  let sign: 1 | -1 = 1;
  for (let k = 0; k < places.length; k++) {
    const weight = weights[k] as number;
    const term = weight * ((weight > 0 ? positive : negative)[places[k] as number] as number);
    if (Number.isFinite(term)) finite += term;
    else {
      infinite += 1;
      sign = term > 0 ? 1 : -1;
    }
  }
  return { finite, infinite, sign };
}

/** The sum of an end without one of its terms. */
function beside({ finite, infinite, sign }: End, term: number): number {
  const told = Number.isFinite(term);
  return infinite - (told ? 0 : 1) > 0 ? sign * Number.POSITIVE_INFINITY : finite - (told ? term : 0);
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
