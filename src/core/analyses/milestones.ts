import type { AssessedGuidelineId } from '@core/domain/guideline';
import {
  type MilestoneMonth,
  type MilestoneVerdict,
  milestoneMonths,
  milestoneVerdicts,
} from '@core/domain/milestone';
import type { Proportion } from '@core/statistics/proportions/proportion';
import { wilson } from '@core/statistics/proportions/wilson';

/** What the bars of the milestones may be split by. */
export const milestoneGroups = ['first_tki', 'centre'] as const;
export type MilestoneGroup = (typeof milestoneGroups)[number];

/**
 * Why a patient with a TKI has no verdict, the first that applies: the International Scale does not apply to the
 * transcript; the last contact is before the window opens; no evaluable sample in the window.
 */
export const notAssessedReasons = ['atypical_transcript', 'not_followed', 'no_sample'] as const;
export type NotAssessedReason = (typeof notAssessedReasons)[number];

/** A verdict, or why there is none. */
export type MilestoneState = MilestoneVerdict | NotAssessedReason;

/** The four bands of a bar, in their order. */
export const milestoneBands = [...milestoneVerdicts, 'not_assessed'] as const;
export type MilestoneBand = (typeof milestoneBands)[number];

export type StatesByMonth = Readonly<Record<MilestoneMonth, MilestoneState>>;

/** Patients with a TKI of one level who share the states of the three milestones. */
export interface MilestonePattern {
  /** `null`: the group is not known. */
  readonly level: string | null;
  readonly states: StatesByMonth;
  readonly patients: number;
}

/** The smallest table that bars and flows are counted from. */
export interface MilestoneTable {
  readonly guideline: AssessedGuidelineId;
  readonly groupBy: MilestoneGroup;
  readonly patterns: readonly MilestonePattern[];
  /** Patients of the cohort who never had a TKI: no milestone applies to them. */
  readonly withoutTki: number;
}

/** One stacked bar. */
export interface MilestoneBar {
  readonly month: MilestoneMonth;
  /** Patients with a TKI: the whole bar. */
  readonly patients: number;
  readonly assessed: number;
  readonly bands: Readonly<Record<MilestoneBand, number>>;
  readonly reasons: Readonly<Record<NotAssessedReason, number>>;
  /** Share of each verdict among those assessed, with Wilson's interval. */
  readonly shares: Readonly<Record<MilestoneVerdict, Proportion>>;
  /** Fewer assessed than `fewAssessed`: the shares say little. */
  readonly few: boolean;
}

/** Patients who are in one band at a milestone and in one at the next. */
export interface MilestoneFlow {
  readonly fromMonth: MilestoneMonth;
  readonly toMonth: MilestoneMonth;
  readonly from: MilestoneBand;
  readonly to: MilestoneBand;
  readonly patients: number;
}

export interface MilestoneGroupBars {
  /** `null`: the group is not known. */
  readonly level: string | null;
  readonly patients: number;
  readonly bars: readonly MilestoneBar[];
}

export interface Milestones {
  readonly guideline: AssessedGuidelineId;
  readonly groupBy: MilestoneGroup;
  readonly withoutTki: number;
  readonly patients: number;
  /** Of everybody, one per milestone. */
  readonly bars: readonly MilestoneBar[];
  /** From each milestone to the next; pairs of bands that nobody has are left out. */
  readonly flows: readonly MilestoneFlow[];
  /** By drug from the most patients to the fewest, by centre in the order of the codes; unknown last. */
  readonly groups: readonly MilestoneGroupBars[];
}

/** Below this many patients assessed a share is marked as resting on few. */
export const fewAssessed = 10;

/** The band of a state: whatever the reason, a patient without a verdict is not assessed. */
export const bandOf = (state: MilestoneState): MilestoneBand =>
  milestoneVerdicts.find((verdict) => verdict === state) ?? 'not_assessed';

/**
 * Milestones of a cohort: stacked bars, flows between them, and the bars of each first TKI or centre.
 *
 * Denominator of a bar: the patients of the cohort with a TKI; of a share: those of them with a verdict. Not assessed is
 * a band of its own, never a failure. Nobody with a TKI: bars of 0, shares without an estimate, no flow.
 *
 * @see tests/unit/core/analyses/milestones.test.ts
 */
export function milestones(table: MilestoneTable, level = 0.95): Milestones {
  const { patterns, guideline, groupBy, withoutTki } = table;
  return Object.freeze({
    guideline,
    groupBy,
    withoutTki,
    patients: patientsOf(patterns),
    bars: barsOf(patterns, level),
    flows: [...flowsBetween(patterns, 3, 6), ...flowsBetween(patterns, 6, 12)],
    groups: groupsOf(table, level),
  });
}

const patientsOf = (patterns: readonly MilestonePattern[]): number =>
  patterns.reduce((sum, { patients }) => sum + patients, 0);

function barsOf(patterns: readonly MilestonePattern[], level: number): readonly MilestoneBar[] {
  return milestoneMonths.map((month) => {
    const count = (is: (state: MilestoneState) => boolean) =>
      patientsOf(patterns.filter(({ states }) => is(states[month])));
    const bands = countsOf(milestoneBands, (band) => count((state) => bandOf(state) === band));
    const patients = patientsOf(patterns);
    const assessed = patients - bands.not_assessed;
    return Object.freeze({
      month,
      patients,
      assessed,
      bands,
      reasons: countsOf(notAssessedReasons, (reason) => count((state) => state === reason)),
      shares: countsOf(milestoneVerdicts, (verdict) => wilson(bands[verdict], assessed, level)),
      few: assessed < fewAssessed,
    });
  });
}

const countsOf = <Name extends string, Value>(
  names: readonly Name[],
  countOf: (name: Name) => Value,
): Readonly<Record<Name, Value>> =>
  Object.fromEntries(names.map((name) => [name, countOf(name)])) as Record<Name, Value>;

function flowsBetween(
  patterns: readonly MilestonePattern[],
  fromMonth: MilestoneMonth,
  toMonth: MilestoneMonth,
): readonly MilestoneFlow[] {
  return milestoneBands
    .flatMap((from) =>
      milestoneBands.map((to) => ({
        fromMonth,
        toMonth,
        from,
        to,
        patients: patientsOf(
          patterns.filter(
            ({ states }) => bandOf(states[fromMonth]) === from && bandOf(states[toMonth]) === to,
          ),
        ),
      })),
    )
    .filter(({ patients }) => patients > 0);
}

function groupsOf({ patterns, groupBy }: MilestoneTable, level: number): readonly MilestoneGroupBars[] {
  const levels = [...new Set(patterns.map((pattern) => pattern.level))];
  return levels
    .map((group) => {
      const own = patterns.filter((pattern) => pattern.level === group);
      return { level: group, patients: patientsOf(own), bars: barsOf(own, level) };
    })
    .toSorted(
      (a, b) =>
        Number(a.level === null) - Number(b.level === null) ||
        (groupBy === 'first_tki' ? b.patients - a.patients : 0) ||
        ((a.level ?? '') < (b.level ?? '') ? -1 : 1),
    );
}
