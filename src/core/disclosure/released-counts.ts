import { type Bounds, equationOf, KnownSums, narrow, systemsOf } from './known-sums';
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
  /** What whoever reads the table knows of it by what is told besides: what is measured of enough patients only, say. */
  readonly within?: Bounds;
  /** What has been told of it before: it stays told. */
  readonly told?: ToldCount;
}

/** What has been told of a count, and what whoever reads it knows by that. */
export interface ToldCount {
  readonly count: ProtectedCount;
  readonly bounds: Bounds;
  /** Under how many patients it was small when it was told. */
  readonly threshold: number;
}

export type ReleasedBeside =
  | { readonly kind: 'released'; readonly counts: readonly ProtectedCount[] }
  | { readonly kind: 'refused'; readonly reason: 'narrowed' | 'too-large' };

/** How many of the small counts have been audited. */
export interface AuditStep {
  readonly checked: number;
  readonly small: number;
}

/** The count at place `whole` is the sum of those at `parts`, and whoever reads the table knows it. */
export interface TableSum {
  readonly whole: number;
  readonly parts: readonly number[];
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
  progress?: (step: AuditStep) => void,
): ReleasedBeside {
  const released: ProtectedCount[] = [];
  const small = counts.filter((count) => isSmallCount(count, policy)).length;
  const isFirst = counts.every(({ told }) => told === undefined);
  let before = 0;
  for (const system of systemsOf(counts.length, sums)) {
    const own = system.places.map((place) => counts[place] as TableCount);
    const found = releaseSystem(own, system.sums, policy, {
      canWithholdAll: isFirst,
      passed: (checked) => progress?.({ checked: before + checked, small }),
    });
    if (found.kind === 'refused') return found;
    before += own.filter((count) => isSmallCount(count, policy)).length;
    system.places.forEach((place, k) => {
      released[place] = found.counts[k] as ProtectedCount;
    });
  }
  return { kind: 'released', counts: released };
}

const isSmallCount = ({ patients, told }: TableCount, { threshold }: DisclosurePolicy): boolean =>
  patients > 0 && patients < (told?.threshold ?? threshold);

interface SystemOptions {
  /** Nothing of it has been told before. */
  readonly canWithholdAll: boolean;
  /** Told how many of its small counts have been audited. */
  readonly passed: (checked: number) => void;
}

/** Counts that sums join. */
function releaseSystem(
  counts: readonly TableCount[],
  sums: readonly TableSum[],
  policy: DisclosurePolicy,
  { canWithholdAll, passed }: SystemOptions,
): ReleasedBeside {
  const cells = counts.map(
    ({ patients, hidden, told }): ProtectedCount =>
      told?.count ?? (hidden ? withheldCount : releaseCount(patients, policy)),
  );
  const under = counts.map(({ told }) => told?.threshold ?? policy.threshold);
  const isSmall = counts.map((count) => isSmallCount(count, policy));
  const context = { counts, sums, known: new KnownSums(counts.length, sums), under, policy };
  const given = sums.map(equationOf);
  // What is withheld leaves every other count as wide as it was: one that passed is not asked of again.
  const hasPassed = new Set<number>();
  for (;;) {
    // Two sums together find nearly everything; what only more of them find is looked for at the end.
    let told = narrowedPlace(cells, isSmall, context);
    if (told === null && isSmall.includes(true)) {
      const asked = isSmall.flatMap((small, k) => (small && !hasPassed.has(k) ? [k] : []));
      const audit = linearAudit(
        { ...boundsOfAll(cells, context), equations: given, exact: exactOf(counts) },
        asked,
        (place) => (under[place] as number) - 1,
        {
          passed: (place) => {
            hasPassed.add(place);
            passed(hasPassed.size);
          },
        },
      );
      if (audit.kind === 'too-large') return { kind: 'refused', reason: 'too-large' };
      if (audit.kind === 'narrowed') told = audit.place;
    }
    if (told === null) return { kind: 'released', counts: cells };
    const place = placeToWithhold(told, cells, context);
    // With nothing else left to withhold, everything is withheld.
    if (cells[place]?.kind === 'withheld') {
      if (!canWithholdAll) return { kind: 'refused', reason: 'narrowed' };
      isSmall[told] = false;
    }
    cells[place] = withheldCount;
  }
}

const exactOf = (counts: readonly TableCount[]) => Float64Array.from(counts, ({ patients }) => patients);

/** A table while it is released. */
interface HalfReleased {
  readonly counts: readonly TableCount[];
  readonly sums: readonly TableSum[];
  readonly known: KnownSums;
  /** Under how many patients each count is small. */
  readonly under: readonly number[];
  readonly policy: DisclosurePolicy;
}

function boundsOfAll(
  cells: readonly ProtectedCount[],
  { counts, policy }: Pick<HalfReleased, 'counts' | 'policy'>,
) {
  const bounds = cells.map((cell, k) => knownBounds(counts[k] as TableCount, cell, policy));
  return {
    lower: Float64Array.from(bounds, ({ lower }) => lower),
    upper: Float64Array.from(bounds, ({ upper }) => upper),
  };
}

/** What is known of a count by how it is told in its table: one that is shown and withheld is not 0, which is told as 0. */
export function knownBounds(
  { patients, hidden, told, within }: TableCount,
  count: ProtectedCount,
  policy: DisclosurePolicy,
): Bounds {
  if (told !== undefined) return told.bounds;
  const { lower, upper } = boundsOf(count, policy);
  const shown = count.kind === 'withheld' && hidden === undefined && patients > 0 ? 1 : 0;
  return {
    lower: Math.max(lower, shown, within?.lower ?? 0),
    upper: Math.min(upper, within?.upper ?? Number.POSITIVE_INFINITY),
  };
}

/**
 * What to withhold so that a small count is not narrowed: of those beside it, the smallest rounded one, then the largest masked
 * one, then itself, the first that helps; when none helps by itself, the first of them, or any other.
 */
function placeToWithhold(
  told: number,
  cells: readonly ProtectedCount[],
  { counts, sums, known, under, policy }: HalfReleased,
): number {
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
    const { lower, upper } = boundsOfAll(cells.with(place, withheldCount), { counts, policy });
    narrow(lower, upper, known);
    return (upper[told] as number) - (lower[told] as number) + 1 >= (under[told] as number) - 1;
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

/**
 * At least how many a told count stands for; 0 where it is not told. What is measured of enough patients only is told by it, not by
 * the exact count: of 18 to 22 patients, a median that needs 22 would tell that they are 22.
 */
export const toldAtLeast = (count: ProtectedCount, policy: DisclosurePolicy = defaultPolicy): number =>
  count.kind === 'rounded' ? boundsOf(count, policy).lower : 0;

/** The first small count that is left fewer values than "under the threshold" leaves; `null` if none is. */
function narrowedPlace(
  cells: readonly ProtectedCount[],
  isSmall: readonly boolean[],
  context: HalfReleased,
): number | null {
  const { known, under, policy } = context;
  const { lower, upper } = boundsOfAll(cells, context);
  const width = (k: number) => (upper[k] as number) - (lower[k] as number) + 1;
  const isWide = (k: number) => width(k) >= (under[k] as number) - 1;
  narrow(lower, upper, known);
  const told = isSmall.findIndex((small, k) => small && !isWide(k));
  if (told !== -1) return told;
  const goesWith = (k: number, value: number) => {
    const [from, to] = [lower.slice(), upper.slice()];
    from[k] = value;
    to[k] = value;
    return narrow(from, to, known, k);
  };
  for (const [k, small] of isSmall.entries()) {
    // A range with room to spare is not searched for its last value.
    if (!small || width(k) > 2 * policy.threshold) continue;
    while (isWide(k) && !goesWith(k, lower[k] as number)) lower[k] = (lower[k] as number) + 1;
    while (isWide(k) && !goesWith(k, upper[k] as number)) upper[k] = (upper[k] as number) - 1;
    if (!isWide(k)) return k;
  }
  return null;
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
