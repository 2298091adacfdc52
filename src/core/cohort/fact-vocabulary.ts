import { eltsGroups } from '@core/domain/elts';
import {
  centreTypes,
  deathCauses,
  drugs,
  phaseClassifications,
  phases,
  sexes,
  transcripts,
  vitalStatuses,
} from '@core/domain/extract-tables';
import { milestoneVerdicts } from '@core/domain/milestone';
import { responseClasses } from '@core/domain/response-class';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { mmrCourses } from './mmr-course';

/** Where a fact stands in the list that a reader chooses from. */
export const factGroups = [
  'patient',
  'diagnosis',
  'score',
  'treatment',
  'response',
  'stop',
  'registry',
] as const;
export type FactGroup = (typeof factGroups)[number];

/** Units of numbers; their words are in the message catalogue. */
export type FactUnit =
  | 'years'
  | 'months'
  | 'days'
  | 'year'
  | 'cm'
  | 'giga_l'
  | 'g_l'
  | 'pct'
  | 'pct_is'
  | 'mg'
  | 'count'
  | 'ratio'
  | 'score';

/** One of a list of codes; `levels` is `null` for an open list (centres). */
export interface CategoryFact {
  readonly kind: 'category';
  readonly group: FactGroup;
  readonly levels: readonly string[] | null;
}

/** A number; `decimals` is how it is shown, never how it is compared. */
export interface NumberFact {
  readonly kind: 'number';
  readonly group: FactGroup;
  readonly unit: FactUnit;
  readonly decimals: 0 | 1 | 2;
}

export type Fact = CategoryFact | NumberFact;

const category = (group: FactGroup, levels: readonly string[] | null) =>
  ({ kind: 'category', group, levels }) as const;
const number = (group: FactGroup, unit: FactUnit, decimals: 0 | 1 | 2 = 0) =>
  ({ kind: 'number', group, unit, decimals }) as const;

export const yesNo = ['yes', 'no'] as const;
export const scoreGroups = eltsGroups;

/**
 * What a cohort may ask of one patient, one answer each: recorded in `patient`, `diagnosis` and `centre`, or derived
 * from the other tables. `null` is "not known", never "no". The order is that of the screens.
 */
export const facts = {
  sex: category('patient', sexes),
  age: number('patient', 'years'),
  vital_status: category('patient', vitalStatuses),
  death_cause: category('patient', deathCauses),

  phase: category('diagnosis', phases),
  phase_classification: category('diagnosis', phaseClassifications),
  transcript: category('diagnosis', transcripts),
  high_risk_aca: category('diagnosis', yesNo),
  charlson_index: number('diagnosis', 'count'),
  spleen_cm: number('diagnosis', 'cm', 1),
  platelets_g_l: number('diagnosis', 'giga_l'),
  leukocytes_g_l: number('diagnosis', 'giga_l', 1),
  haemoglobin_g_l: number('diagnosis', 'g_l'),
  blasts_pct: number('diagnosis', 'pct', 1),
  eosinophils_pct: number('diagnosis', 'pct', 1),
  basophils_pct: number('diagnosis', 'pct', 1),

  elts: category('score', scoreGroups),
  sokal: category('score', scoreGroups),
  euro: category('score', scoreGroups),
  eutos: category('score', ['low', 'high']),
  elts_score: number('score', 'score', 2),
  sokal_score: number('score', 'score', 2),
  euro_score: number('score', 'score'),
  eutos_score: number('score', 'score'),

  first_line_drug: category('treatment', drugs),
  first_tki: category('treatment', tkiDrugs),
  last_tki: category('treatment', tkiDrugs),
  on_tki: category('treatment', yesNo),
  tki_lines: number('treatment', 'count'),
  tki_years: number('treatment', 'years', 1),

  response_3m: category('response', responseClasses),
  response_6m: category('response', responseClasses),
  response_12m: category('response', responseClasses),
  bcr_abl1_3m_pct: number('response', 'pct_is', 2),
  bcr_abl1_6m_pct: number('response', 'pct_is', 2),
  halving_time_days: number('response', 'days'),
  reduction_ratio_3m: number('response', 'ratio', 2),
  eln2013_3m: category('response', ['optimal', 'warning']),
  eln2013_6m: category('response', milestoneVerdicts),
  eln2013_12m: category('response', milestoneVerdicts),
  eln2020_3m: category('response', milestoneVerdicts),
  eln2020_6m: category('response', milestoneVerdicts),
  eln2020_12m: category('response', milestoneVerdicts),
  eln2020_any_time: category('response', milestoneVerdicts),
  mmr_course: category('response', mmrCourses),
  best_response: category('response', responseClasses),
  deep_response_months: number('response', 'months', 1),
  sustained_deep_response: category('response', yesNo),
  evaluable_samples: number('response', 'count'),
  progression: category('response', yesNo),

  stop_criteria: category('stop', yesNo),
  eligible_eln2020_minimal: category('stop', yesNo),
  eligible_eln2020_optimal: category('stop', yesNo),
  eligible_filmc2018: category('stop', yesNo),
  eligible_euroski: category('stop', yesNo),
  eligible_observatory: category('stop', yesNo),
  treatment_free_attempts: number('stop', 'count'),
  lost_mmr_after_stop: category('stop', yesNo),

  diagnosis_year: number('registry', 'year'),
  inclusion_day: number('registry', 'days'),
  follow_up_years: number('registry', 'years', 1),
  centre: category('registry', null),
  centre_type: category('registry', centreTypes),
} as const satisfies Readonly<Record<string, Fact>>;

export type FactId = keyof typeof facts;
export const factIds = Object.keys(facts) as readonly FactId[];

type IdOf<Kind extends Fact['kind']> = {
  [Id in FactId]: (typeof facts)[Id]['kind'] extends Kind ? Id : never;
}[FactId];
export type CategoryFactId = IdOf<'category'>;
export type NumberFactId = IdOf<'number'>;

export const isFactId = (text: string): text is FactId => Object.hasOwn(facts, text);
export const isCategoryFact = (id: FactId): id is CategoryFactId => facts[id].kind === 'category';
export const isNumberFact = (id: FactId): id is NumberFactId => facts[id].kind === 'number';
export const categoryFactIds = factIds.filter(isCategoryFact);
export const numberFactIds = factIds.filter(isNumberFact);

/** The answers of one patient. `null` is "not known", never "no". */
export type PatientFacts = { readonly [Id in CategoryFactId]: string | null } & {
  readonly [Id in NumberFactId]: number | null;
};
