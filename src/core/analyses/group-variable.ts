/**
 * What a curve may be split by. All are known at the stop of a TKI, and all but `tki_duration` at the start of the
 * first line, so none looks into the future. The levels stand in the order in which they are drawn and listed.
 */
export const groupLevels = {
  sex: ['F', 'M'],
  age_at_diagnosis: ['<50', '50-64', '>=65'],
  transcript: ['e13a2', 'e14a2', 'e13a2+e14a2', 'atypical'],
  elts: ['low', 'intermediate', 'high'],
  first_line: ['imatinib', 'second_generation', 'interferon_combination', 'other'],
  tki_duration: ['<5', '5-8', '>=8'],
  diagnosis_period: ['<2010', '2010-2014', '>=2015'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type GroupVariable = keyof typeof groupLevels;
export const groupVariables = Object.keys(groupLevels) as readonly GroupVariable[];

/** Those that are known when the first line begins. */
export const baselineVariables = groupVariables.filter(
  (variable): variable is Exclude<GroupVariable, 'tki_duration'> => variable !== 'tki_duration',
);

/** The levels of the curves, in their order: those of a variable, or the one of everybody; cohorts have their names instead. */
export function levelsOf(groupBy: CurveSplit | null): readonly string[] {
  if (groupBy === null) return ['all'];
  return groupBy === byCohorts ? [] : { ...groupLevels, ...responseLevels }[groupBy];
}

/**
 * Milestones by ELN 2020 as groups of curves. They are known some months after the first TKI only: a curve that counts from
 * before then grants everybody in a group those months (`immortalTime`).
 */
export const responseLevels = {
  eln2020_3m: ['optimal', 'warning', 'failure'],
  eln2020_6m: ['optimal', 'warning', 'failure'],
  eln2020_12m: ['optimal', 'warning', 'failure'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ResponseVariable = keyof typeof responseLevels;
export const responseVariables = Object.keys(responseLevels) as readonly ResponseVariable[];

/** What the curves of an endpoint may be split by. */
export type CurveGroup = GroupVariable | ResponseVariable;
export const curveGroups: readonly CurveGroup[] = [...groupVariables, ...responseVariables];

/** The same, or one curve per named cohort: its levels are the names. */
export const byCohorts = 'cohorts';
export type CurveSplit = CurveGroup | typeof byCohorts;
export const curveSplits: readonly CurveSplit[] = [...curveGroups, byCohorts];
