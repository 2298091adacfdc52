/** The last one has figures and no indicator: what patients feel is no share. */
export const indicatorTopics = ['accrual', 'treatment', 'monitoring', 'outcomes', 'safety', 'voice'] as const;
export type IndicatorTopic = (typeof indicatorTopics)[number];

/** What is counted once: a patient, a line of treatment, a stop of treatment, or a sample. */
export type IndicatorUnit = 'patient' | 'line' | 'stop' | 'sample';

/**
 * The calendar year that a unit counts for. An extract knows the year of the diagnosis and of the start of a line; the year
 * of any other day is counted from the middle of the year of diagnosis (`calendarYear`) and may be off by one.
 */
export type IndicatorYear = 'diagnosis' | 'start' | 'day';

/** One question of the steering committee with a share as its answer, as data. The rule itself is SQL of the same name. */
export interface Indicator {
  readonly topic: IndicatorTopic;
  /** Grows when the rule changes: two reports compare numbers of one version only. */
  readonly version: number;
  readonly unit: IndicatorUnit;
  readonly year: IndicatorYear;
  /** Which way is better; `null` for a description of practice that is neither. */
  readonly better: 'higher' | 'lower' | null;
}

const indicator = (
  topic: IndicatorTopic,
  unit: IndicatorUnit,
  year: IndicatorYear,
  better: Indicator['better'],
  version = 1,
): Indicator => Object.freeze({ topic, version, unit, year, better });

/**
 * The indicators, in the order of the screen. Target bands are left out: guidelines say how often to sample (`samplingRules`),
 * but no published standard was at hand for a share, and an invented one would be read as a rule.
 *
 * A new indicator is a line here, a rule in `data/queries/indicators`, its twin in `core/cohort/indicator-units.ts` and its
 * words; no screen knows any by name.
 */
export const indicators = {
  early_inclusion: indicator('accrual', 'patient', 'diagnosis', 'higher'),
  second_generation_first: indicator('treatment', 'patient', 'start', null),
  generic_imatinib: indicator('treatment', 'line', 'start', null),
  switch_within_12_months: indicator('treatment', 'patient', 'start', null),
  stop_attempted_when_eligible: indicator('treatment', 'patient', 'diagnosis', null),
  sample_at_3_months: indicator('monitoring', 'patient', 'start', 'higher'),
  sample_at_6_months: indicator('monitoring', 'patient', 'start', 'higher'),
  sample_at_12_months: indicator('monitoring', 'patient', 'start', 'higher'),
  quarterly_until_mmr: indicator('monitoring', 'patient', 'start', 'higher'),
  six_monthly_in_mmr: indicator('monitoring', 'patient', 'day', 'higher'),
  monthly_after_stop: indicator('monitoring', 'stop', 'day', 'higher'),
  no_gap_after_stop: indicator('monitoring', 'stop', 'day', 'higher'),
  fit_for_mr4_5: indicator('monitoring', 'sample', 'day', 'higher'),
  mutation_at_failure: indicator('monitoring', 'patient', 'start', null),
  optimal_at_3_months: indicator('outcomes', 'patient', 'start', 'higher'),
  optimal_at_6_months: indicator('outcomes', 'patient', 'start', 'higher'),
  optimal_at_12_months: indicator('outcomes', 'patient', 'start', 'higher'),
  free_12_months_after_stop: indicator('outcomes', 'stop', 'day', 'higher'),
  intolerance_within_24_months: indicator('safety', 'patient', 'start', 'lower'),
  withdrawal_syndrome: indicator('safety', 'stop', 'day', null),
} as const satisfies Readonly<Record<string, Indicator>>;

export type IndicatorId = keyof typeof indicators;
export const indicatorIds = Object.keys(indicators) as readonly IndicatorId[];

/** Whether its counts are of patients: of others it is not known how many patients stand behind each. */
export const countsPatients = (id: IndicatorId): boolean => indicators[id].unit === 'patient';

/** Days and counts that the rules of the indicators read; SQL and twin use the same. */
export const indicatorLimits = Object.freeze({
  /** Inclusion in the registry counts as early up to half a year after the diagnosis. */
  earlyInclusionDays: 182,
  switchDays: 365,
  /** Monthly for half a year after a stop is six samples; five are asked for, so that one late visit is no fault. */
  afterStopDays: 182,
  afterStopSamples: 5,
  freeDays: 365,
  intoleranceDays: 730,
  /** How long the waits for a sample on treatment are looked at. */
  monitoredDays: 365,
  /** Months after the window of a milestone in which a mutation is still one of its failure. */
  mutationMonths: 6,
});
