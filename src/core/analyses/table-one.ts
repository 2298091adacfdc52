import type { CategoryFactId, FactId, NumberFactId } from '@core/cohort/fact-vocabulary';
import { areDisjoint, groupSize, isInGroup, type Overlap, type OverlapGroup } from '@core/cohort/overlap';
import { type SampleSummary, sampleSummary } from '@core/statistics/descriptive/sample-summary';
import { standardisedLevelDifference } from '@core/statistics/descriptive/standardised-level-difference';
import { standardisedDifferenceOfMoments } from '@core/statistics/descriptive/standardised-mean-difference';
import { type GroupTest, levelTest, valueTest } from './group-test';

/** Facts that papers print first; a reader chooses others. */
export const tableOneFacts: readonly FactId[] = [
  'sex',
  'age',
  'phase',
  'elts',
  'sokal',
  'transcript',
  'high_risk_aca',
  'leukocytes_g_l',
  'platelets_g_l',
  'spleen_cm',
  'first_line_drug',
  'response_12m',
  'follow_up_years',
];

/** Standardised difference of one group against the first; `null` with the reason. */
export interface GroupDifference {
  readonly estimate: number | null;
  readonly reason: 'overlap' | 'empty-group' | 'no-variance' | null;
}

interface TableOneRowOf<Id extends FactId> {
  readonly fact: Id;
  /** Patients of each group in whom the fact is known, and in whom it is not. */
  readonly known: readonly number[];
  readonly missing: readonly number[];
  /** The second group against the first, the third against the first, ... */
  readonly differences: readonly GroupDifference[];
  /** `null` when no test was asked for. */
  readonly test: GroupTest | null;
}

export interface CategoryRow extends TableOneRowOf<CategoryFactId> {
  readonly kind: 'category';
  /** Levels that somebody in the groups has, in the order of the vocabulary; patients per group. */
  readonly levels: readonly { readonly level: string; readonly patients: readonly number[] }[];
}

export interface NumberRow extends TableOneRowOf<NumberFactId> {
  readonly kind: 'number';
  readonly summaries: readonly SampleSummary[];
}

export type TableOneRow = CategoryRow | NumberRow;

/** Baseline characteristics per group. */
export interface TableOne {
  /** Patients per group. */
  readonly patients: readonly number[];
  /** Whether nobody is in two of the groups; if somebody is, no difference and no test is defined. */
  readonly disjoint: boolean;
  readonly rows: readonly TableOneRow[];
}

/** Who is compared, and whether tests are wanted. */
export interface TableOneGroups {
  readonly overlap: Overlap;
  readonly groups: readonly OverlapGroup[];
  readonly tests: boolean;
}

/** The groups themselves, without any fact. */
export function tableOneOf({ overlap, groups }: TableOneGroups): TableOne {
  return {
    patients: groups.map((group) => groupSize(overlap, group)),
    disjoint: areDisjoint(overlap, groups),
    rows: [],
  };
}

/**
 * One category of Table 1: counts per level and group, in one pass over the patients.
 *
 * @param codes   level of each patient: 0 is not known, k is `levels[k - 1]`
 * @returns shares are of the known; missing is apart. The standardised difference is that of Yang & Dalton, never
 *   negative. Groups with patients in common have neither difference nor test, reason `overlap`.
 */
export function categoryRow(
  fact: CategoryFactId,
  levels: readonly string[],
  codes: ArrayLike<number>,
  compared: TableOneGroups,
): CategoryRow {
  const { overlap, groups, tests } = compared;
  const width = levels.length + 1;
  const cells = new Float64Array(overlap.counts.length * width);
  const { sets } = overlap;
  for (let i = 0; i < sets.length; i++) {
    const cell = (sets[i] as number) * width + (codes[i] as number);
    cells[cell] = (cells[cell] as number) + 1;
  }
  const counts = groups.map((group) => {
    const perCode = new Float64Array(width);
    overlap.counts.forEach((_, set) => {
      if (!isInGroup(set, group)) return;
      for (let code = 0; code < width; code++)
        perCode[code] = (perCode[code] ?? 0) + (cells[set * width + code] ?? 0);
    });
    return perCode;
  });
  const seen = levels
    .map((level, k) => ({ level, patients: counts.map((perCode) => perCode[k + 1] ?? 0) }))
    .filter(({ patients }) => patients.some((count) => count > 0));
  const byGroup = groups.map((_, g) => seen.map(({ patients }) => patients[g] ?? 0));
  const missing = counts.map((perCode) => perCode[0] ?? 0);
  const disjoint = areDisjoint(overlap, groups);
  return {
    kind: 'category',
    fact,
    levels: seen,
    known: groups.map((group, g) => groupSize(overlap, group) - (missing[g] ?? 0)),
    missing,
    differences: byGroup
      .slice(1)
      .map((other) => difference(disjoint, () => standardisedLevelDifference(byGroup[0] ?? [], other))),
    test: tests ? levelTest(byGroup, disjoint) : null,
  };
}

/**
 * One number of Table 1: mean, standard deviation (n - 1), median and quartiles (type 7, R's default) per group.
 *
 * @param values  one per patient, `NaN` where it is not known
 * @returns the standardised mean difference is positive when the group is higher than the first one
 */
export function numberRow(
  fact: NumberFactId,
  values: ArrayLike<number>,
  compared: TableOneGroups,
): NumberRow {
  const steps = numberRowSteps(fact, values, compared);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** `numberRow` in steps, between which a page may draw: a million values take a while to sort. */
export function* numberRowSteps(
  fact: NumberFactId,
  values: ArrayLike<number>,
  { overlap, groups, tests }: TableOneGroups,
): Generator<undefined, NumberRow> {
  const samples: Float64Array[] = [];
  const summaries: SampleSummary[] = [];
  for (const group of groups) {
    const sample = valuesOf(values, overlap, group);
    samples.push(sample);
    yield;
    summaries.push(sampleSummary(sample));
    yield;
  }
  const disjoint = areDisjoint(overlap, groups);
  const [first, ...others] = summaries.map(momentsOf);
  return {
    kind: 'number',
    fact,
    summaries,
    known: summaries.map(({ n }) => n),
    missing: groups.map((group, g) => groupSize(overlap, group) - (summaries[g]?.n ?? 0)),
    differences: others.map((other) =>
      difference(disjoint, () => standardisedDifferenceOfMoments(first ?? other, other)),
    ),
    test: tests ? valueTest(samples, disjoint) : null,
  };
}

const momentsOf = ({ n, missing, mean, standardDeviation }: SampleSummary) => ({
  n,
  missing,
  mean,
  variance: standardDeviation === null ? null : standardDeviation ** 2,
});

/** The known values of a group. */
function valuesOf(values: ArrayLike<number>, { sets, counts }: Overlap, group: OverlapGroup): Float64Array {
  const inGroup = counts.map((_, set) => isInGroup(set, group));
  const sample = new Float64Array(groupSize({ counts }, group));
  let n = 0;
  for (let i = 0; i < sets.length; i++) {
    const value = values[i] as number;
    if (inGroup[sets[i] as number] && !Number.isNaN(value)) sample[n++] = value;
  }
  return sample.subarray(0, n);
}

function difference(disjoint: boolean, estimate: () => GroupDifference): GroupDifference {
  if (!disjoint) return { estimate: null, reason: 'overlap' };
  const { estimate: value, reason } = estimate();
  return { estimate: value, reason };
}
