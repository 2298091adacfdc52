import {
  type CategoryFactId,
  type FactId,
  factIds,
  facts,
  isFactId,
  isNumberFact,
  type NumberFactId,
} from '@core/cohort/fact-vocabulary';
import type { EndpointDefinition, ReachedDepth } from '@core/endpoint/endpoint-definition';

/** Cox's model of the hazard of the event, others censoring; or Fine and Gray's of its cumulative incidence. */
export const modelMethods = ['cox', 'fine-gray'] as const;
export type ModelMethod = (typeof modelMethods)[number];

/**
 * Years of TKI, and months of MR4 without interruption, before the first stop: no facts of the cohort language, which counts
 * to the end of follow-up, and the first things that a remission after a stop depends on.
 */
export const stopCovariateIds = ['tki_years_before_stop', 'mr4_months_before_stop'] as const;
export type StopCovariateId = (typeof stopCovariateIds)[number];
export const isStopCovariate = (text: string): text is StopCovariateId =>
  stopCovariateIds.some((id) => id === text);

export type NumberCovariateId = NumberFactId | StopCovariateId;
/** An open list (centres) is no covariate: its levels are as many as there are. */
export type CategoryCovariateId = Exclude<CategoryFactId, 'centre'>;
export type CovariateId = NumberCovariateId | CategoryCovariateId;

/** A number enters as a straight line or as a natural cubic spline of `splineDegrees`. */
export const numberForms = ['linear', 'spline'] as const;
export type NumberForm = (typeof numberForms)[number];
export const splineDegrees = 3;

export type ModelCovariate =
  | { readonly kind: 'number'; readonly id: NumberCovariateId; readonly form: NumberForm }
  /** Each level is compared with `reference`; `null`: with the first level, in the order of the fact, that somebody has. */
  | { readonly kind: 'category'; readonly id: CategoryCovariateId; readonly reference: string | null };

/** A regression of an endpoint as data. */
export interface ModelDefinition {
  readonly method: ModelMethod;
  readonly covariates: readonly ModelCovariate[];
  /** Pairs of covariates whose effects may depend on each other; both are covariates themselves. */
  readonly interactions: readonly (readonly [CovariateId, CovariateId])[];
  /** Levels of fewer than `smallLevel` patients are taken together. */
  readonly mergesSmallLevels: boolean;
  /** Each of its levels has a baseline hazard of its own, and no ratio (Cox only). `null`: one baseline for all. */
  readonly stratum: CategoryCovariateId | null;
  /** A response that is reached later: a patient counts as not having it until then (time-dependent). */
  readonly reached: ReachedDepth | null;
}

export const modelLimits = { covariates: 12, interactions: 6 } as const;
/**
 * A level of fewer patients gives no ratio that can be read. As many as may be told: where small levels are taken together, one
 * that stands alone and is masked would else be known to have as many as this.
 */
export const smallLevel = 11;
/** The level that small ones are merged into, and the two states of a response that is reached later. */
export const mergedLevel = 'merged';
export const reachedStates = ['not_yet', 'reached'] as const;

export const isCovariateId = (text: string): text is CovariateId =>
  isStopCovariate(text) || (isFactId(text) && text !== 'centre');

export const isNumberCovariate = (id: CovariateId): id is NumberCovariateId =>
  isStopCovariate(id) || isNumberFact(id);

export const covariateIds: readonly CovariateId[] = [
  ...factIds.filter((id): id is Exclude<FactId, 'centre'> => id !== 'centre'),
  ...stopCovariateIds,
];

/** What a model can be stratified by. */
export const stratumIds: readonly CategoryCovariateId[] = covariateIds.filter(
  (id): id is CategoryCovariateId => !isNumberCovariate(id),
);

/** The covariates that the rows of a model hold: its own, and what it is stratified by. */
export const columnsOfModel = ({
  covariates,
  stratum,
}: Pick<ModelDefinition, 'covariates' | 'stratum'>): readonly CovariateId[] => [
  ...covariates.map(({ id }) => id),
  ...(stratum === null ? [] : [stratum]),
];

/** Levels of a category, in their order. */
export const levelsOfCovariate = (id: CategoryCovariateId): readonly string[] => facts[id].levels ?? [];

/** The covariate as it is when it is added. */
export const newCovariate = (id: CovariateId): ModelCovariate =>
  isNumberCovariate(id) ? { kind: 'number', id, form: 'linear' } : { kind: 'category', id, reference: null };

/** By how much a number is larger in the ratio that is told: a year of age says nothing that can be read. */
const ratioSteps: Readonly<Partial<Record<NumberCovariateId, number>>> = {
  age: 10,
  platelets_g_l: 100,
  leukocytes_g_l: 50,
  haemoglobin_g_l: 10,
  spleen_cm: 5,
  blasts_pct: 5,
  eosinophils_pct: 5,
  basophils_pct: 5,
  euro_score: 100,
  eutos_score: 10,
  halving_time_days: 10,
  bcr_abl1_3m_pct: 10,
  reduction_ratio_3m: 0.1,
  deep_response_months: 12,
  mr4_months_before_stop: 12,
  diagnosis_year: 5,
  inclusion_day: 365,
  evaluable_samples: 5,
};
export const ratioStep = (id: NumberCovariateId): number => ratioSteps[id] ?? 1;

/** Covariates and interactions as one text for the address: `age:spline,sex:M,elts,age*sex`; `-` is none. */
export function modelText({
  covariates,
  interactions,
}: Pick<ModelDefinition, 'covariates' | 'interactions'>): string {
  const items = [
    ...covariates.map((covariate) => {
      const choice = covariate.kind === 'number' ? covariate.form : covariate.reference;
      return choice === null || choice === 'linear' ? covariate.id : `${covariate.id}:${choice}`;
    }),
    ...interactions.map((pair) => pair.join('*')),
  ];
  return items.length === 0 ? '-' : items.join(',');
}

/** The covariates and interactions of such a text; `null` when any of it is not one. */
export function modelOfText(text: string): Pick<ModelDefinition, 'covariates' | 'interactions'> | null {
  if (text === '-') return { covariates: [], interactions: [] };
  const items = text.split(',');
  const covariates = items.filter((item) => !item.includes('*')).map(covariateOfText);
  const interactions = items.filter((item) => item.includes('*')).map(pairOfText);
  const known = covariates.filter((covariate) => covariate !== null);
  const pairs = interactions.filter((pair) => pair !== null);
  const place = (id: CovariateId) => known.findIndex((covariate) => covariate.id === id);
  const read = {
    covariates: known,
    // In the order of the covariates, whichever way a pair was written.
    interactions: pairs.map(([first, second]): readonly [CovariateId, CovariateId] =>
      place(first) <= place(second) ? [first, second] : [second, first],
    ),
  };
  return known.length < covariates.length || pairs.length < interactions.length || !isConsistent(read)
    ? null
    : Object.freeze(read);
}

function covariateOfText(item: string): ModelCovariate | null {
  const [, id = '', choice] = /^([^:]+)(?::(.+))?$/.exec(item) ?? [];
  if (!isCovariateId(id)) return null;
  if (isNumberCovariate(id)) {
    const form = choice === undefined ? 'linear' : numberForms.find((one) => one === choice);
    return form === undefined ? null : { kind: 'number', id, form };
  }
  const reference = levelsOfCovariate(id).find((level) => level === choice);
  if (choice !== undefined && reference === undefined) return null;
  return { kind: 'category', id, reference: reference ?? null };
}

function pairOfText(item: string): readonly [CovariateId, CovariateId] | null {
  const [first = '', second = '', more] = item.split('*');
  return more === undefined && isCovariateId(first) && isCovariateId(second) ? [first, second] : null;
}

/** Whether each covariate and pair stands once, every pair is of two covariates of the list, and they are not too many. */
export function isConsistent({
  covariates,
  interactions,
}: Pick<ModelDefinition, 'covariates' | 'interactions'>): boolean {
  const ids = new Set(covariates.map(({ id }) => id));
  const pairs = new Set(interactions.map((pair) => pair.toSorted().join()));
  return (
    ids.size === covariates.length &&
    pairs.size === interactions.length &&
    covariates.length <= modelLimits.covariates &&
    interactions.length <= modelLimits.interactions &&
    interactions.every(([first, second]) => first !== second && ids.has(first) && ids.has(second))
  );
}

/** The same without a covariate, and without its interactions. */
export function withoutCovariate(definition: ModelDefinition, id: CovariateId): ModelDefinition {
  return {
    ...definition,
    covariates: definition.covariates.filter((covariate) => covariate.id !== id),
    interactions: definition.interactions.filter((pair) => !pair.includes(id)),
  };
}

/** The same with another form or reference of one covariate. */
export const withCovariate = (definition: ModelDefinition, changed: ModelCovariate): ModelDefinition => ({
  ...definition,
  covariates: definition.covariates.map((covariate) => (covariate.id === changed.id ? changed : covariate)),
});

/** What a model of an endpoint begins with: what is known at its origin and mostly recorded. */
export const usualCovariates = ({ origin }: EndpointDefinition): readonly ModelCovariate[] =>
  ['age' as const, 'sex' as const, ...(origin.event === 'stop' ? stopCovariateIds : (['elts'] as const))].map(
    newCovariate,
  );

/** Values of a profile for the address: `age:60,sex:M`. */
export type ProfileValues = Readonly<Partial<Record<CovariateId, number | string>>>;

export const profileText = (profile: ProfileValues): string =>
  Object.entries(profile)
    .map(([id, value]) => `${id}:${value}`)
    .join(',');

/** The profile of such a text; `null` when any of it is none. */
export function profileOfText(text: string): ProfileValues | null {
  const values: [CovariateId, number | string][] = [];
  for (const item of text.split(',')) {
    const [, id = '', value = ''] = /^([^:]+):(.+)$/.exec(item) ?? [];
    if (!isCovariateId(id)) return null;
    const read = isNumberCovariate(id)
      ? /^-?\d{1,7}(\.\d{1,6})?$/.test(value)
        ? Number(value)
        : undefined
      : [...levelsOfCovariate(id), mergedLevel].find((level) => level === value);
    if (read === undefined || values.some(([one]) => one === id)) return null;
    values.push([id, read]);
  }
  return Object.freeze(Object.fromEntries(values));
}
