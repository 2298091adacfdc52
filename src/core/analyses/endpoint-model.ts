import { awaitsResponse, type EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { quantileOfSorted } from '@core/statistics/descriptive/quantile';
import { type Concordance, coxConcordance } from '@core/statistics/survival/concordance';
import { coxPredictor } from '@core/statistics/survival/cox-prediction';
import { fineGrayPredictor } from '@core/statistics/survival/fine-gray-prediction';
import type { FitOutcome } from '@core/statistics/survival/newton-fit';
import type { RegressionTerm, RegressionTest, TermReason } from '@core/statistics/survival/regression-terms';
import type { EndpointTable } from './endpoint-survival';
import { isNumberCovariate, type ModelDefinition, ratioStep } from './model-definition';
import {
  type ColumnRecipe,
  type DesignedCovariate,
  type DesignProblem,
  designOf,
  type ModelDesign,
  missingPerCovariate,
  modelDesign,
  type TermId,
} from './model-design';
import { type FitOptions, fitModel, type ModelFit, waldTest } from './model-fit';
import { contrastOf, type FunctionalForm, functionalForm, numbersOf } from './model-form';
import { type ProportionalHazards, proportionalHazards } from './model-hazards';
import type { ModelPredictor } from './model-prediction';
import type { ModelTable } from './model-table';

/** A ratio of hazards (Cox) or of subdistribution hazards (Fine-Gray), with its Wald interval and test. */
export interface RatioEstimate {
  /** Log ratio per unit of the data, as R prints it; `null` where a row is a contrast of several coefficients. */
  readonly coefficient: number | null;
  readonly standardError: number | null;
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly pValue: number | null;
  readonly reason: TermReason | null;
}

/** One line of the forest plot. */
export interface ModelRow {
  /** A level of a category; the two columns of an interaction (`age:sex=M`); `null` for a number. */
  readonly level: string | null;
  readonly isReference: boolean;
  /** What the ratio of a number compares: so many units more (`from` is `null`), or its upper with its lower quartile. */
  readonly compared: { readonly from: number | null; readonly to: number } | null;
  /** Patients of the level and those of them with the event; all, for a number and an interaction. */
  readonly patients: number;
  readonly events: number;
  readonly univariable: RatioEstimate | null;
  readonly multivariable: RatioEstimate | null;
}

export interface ModelTerm {
  readonly term: TermId;
  readonly kind: 'category' | 'number' | 'spline' | 'interaction';
  /** Patients of the endpoint who miss it, complete otherwise or not. */
  readonly missing: number;
  readonly rows: readonly ModelRow[];
  /** Wald tests of all its coefficients; alone only for a covariate. */
  readonly univariable: RegressionTest | null;
  readonly multivariable: RegressionTest;
  /** Levels taken together. */
  readonly merged: readonly string[];
}

/** Why there is no model. */
export type ModelProblem =
  | DesignProblem
  | { readonly kind: 'no-covariates' | 'no-events' }
  /** Fine and Gray's regression takes neither late entry nor time-dependent covariates nor strata. */
  | { readonly kind: 'late-entry' | 'time-dependent' | 'stratified' }
  /** The endpoint waits for a response itself. */
  | { readonly kind: 'response-endpoint' };

export interface FittedModel {
  readonly patients: number;
  readonly events: number;
  readonly competing: number;
  /** Coefficients that were asked for, redundant ones included. */
  readonly coefficients: number;
  readonly terms: readonly ModelTerm[];
  readonly likelihoodRatio: RegressionTest;
  readonly wald: RegressionTest;
  /** `null` for Fine-Gray. */
  readonly score: RegressionTest | null;
  readonly concordance: Concordance | null;
  readonly hazards: ProportionalHazards | null;
  readonly forms: readonly FunctionalForm[];
  readonly outcome: FitOutcome;
  readonly predictor: ModelPredictor;
}

export interface EndpointModel {
  readonly endpoint: EndpointDefinition;
  readonly definition: ModelDefinition;
  readonly level: number;
  /** Patients who can be followed for the endpoint, and those of them who miss a covariate. */
  readonly analysed: number;
  readonly incomplete: number;
  readonly missing: ReturnType<typeof missingPerCovariate>;
  readonly excluded: EndpointTable['excluded'];
  readonly problem: ModelProblem | null;
  readonly fitted: FittedModel | null;
}

/** Fits done, of how many. */
export interface ModelProgress {
  readonly fit: number;
  readonly fits: number;
}

export interface ModelOptions {
  /** Confidence level in (0, 1); 0.95. */
  readonly level?: number;
  readonly progress?: (progress: ModelProgress) => void;
}

/**
 * A regression of an endpoint: each covariate alone and all of them together, on the same complete cases, so that the two
 * columns differ by the adjustment only.
 *
 * Cox: hazard of the event, competing events censor (cause-specific hazard ratios). Fine-Gray: incidence of the event
 * (subdistribution hazard ratios), from the origin on. A number in a spline is told as the ratio of its upper to its lower
 * quartile. Every fit that has no finite maximum says so by the reason of its terms.
 *
 * @see tests/unit/core/analyses/endpoint-model.test.ts · tests/queries/model-script.test.ts runs the same in R
 */
export function endpointModel(
  table: ModelTable,
  definition: ModelDefinition,
  { level = 0.95, progress = () => undefined }: ModelOptions = {},
): EndpointModel {
  const missing = missingPerCovariate(table);
  const design = modelDesign(table, definition);
  const problem = problemOf(table, definition, design);
  const shared = {
    endpoint: table.endpoint,
    definition,
    level,
    analysed: table.day.length,
    incomplete: 'kind' in design ? 0 : design.incomplete,
    missing,
    excluded: table.excluded,
  };
  if (problem !== null || 'kind' in design) return Object.freeze({ ...shared, problem, fitted: null });
  const missingOf = (id: string) => missing.find((one) => one.covariate === id)?.missing ?? 0;
  const numbers = design.covariates.flatMap((one) => (one.kind === 'number' ? [one.id] : []));
  const fits = 1 + design.covariates.length + numbers.length;
  let done = 0;
  const step = <Result>(run: () => Result): Result => {
    progress({ fit: done, fits });
    done += 1;
    return run();
  };
  const options: FitOptions = {
    method: definition.method,
    causes: 1 + table.endpoint.competing.length,
    level,
    progress: () => true,
  };
  const full = step(() => fitModel(design, options));
  const alone = design.covariates.map((covariate) =>
    step(() => {
      const one = designOf([covariate], [], design);
      return 'kind' in one ? null : fitModel(one, options);
    }),
  );
  const forms = numbers.map((id) => step(() => functionalForm(design, id, definition.interactions, options)));
  const all = full.terms.map((_, j) => j);
  const fitted: FittedModel = {
    patients: design.patients,
    events: countOf(design, 1),
    competing: design.rows.cause.reduce((sum, cause) => sum + (cause > 1 ? 1 : 0), 0),
    coefficients: design.columns.length,
    terms: [
      ...design.covariates.map((covariate, at) =>
        termOf(covariate, design, [full, alone[at] ?? null], missingOf(covariate.id), level),
      ),
      ...definition.interactions.map(([first, second]) => interactionOf(`${first}:${second}`, design, full)),
    ],
    likelihoodRatio: full.likelihoodRatio,
    wald: waldTest(full, all),
    score: full.cox?.score ?? null,
    concordance: full.cox === null ? null : coxConcordance(full.cox, design.rows.patient),
    hazards: proportionalHazards(full, design.columns),
    forms,
    outcome: full.outcome,
    predictor: predictorOf(design, full),
  };
  return Object.freeze({ ...shared, problem: null, fitted });
}

function problemOf(
  table: ModelTable,
  definition: ModelDefinition,
  design: ModelDesign | DesignProblem,
): ModelProblem | null {
  const { endpoint, reached } = table;
  if (reached !== null && awaitsResponse(endpoint)) return { kind: 'response-endpoint' };
  if (definition.method === 'fine-gray' && reached !== null) return { kind: 'time-dependent' };
  if (definition.method === 'fine-gray' && definition.stratum !== null) return { kind: 'stratified' };
  if (definition.covariates.length === 0 && reached === null) return { kind: 'no-covariates' };
  if ('kind' in design) return design;
  if (definition.method === 'fine-gray' && design.rows.entry !== null) return { kind: 'late-entry' };
  return countOf(design, 1) === 0 ? { kind: 'no-events' } : null;
}

const countOf = ({ rows }: ModelDesign, cause: number): number =>
  rows.cause.reduce((sum, one) => sum + (one === cause ? 1 : 0), 0);

function termOf(
  covariate: DesignedCovariate,
  design: ModelDesign,
  [full, alone]: readonly [ModelFit, ModelFit | null],
  missing: number,
  level: number,
): ModelTerm {
  const places = design.columns.flatMap(({ term }, j) => (term === covariate.id ? [j] : []));
  const own = places.map((_, j) => j);
  const estimates = (at: number, step: number) => ({
    univariable: alone === null ? null : ratioOf(alone.terms[at], step),
    multivariable: ratioOf(full.terms[places[at] ?? -1], step),
  });
  const shared = {
    term: covariate.id,
    missing,
    univariable: alone === null ? null : waldTest(alone, own),
    multivariable: waldTest(full, places),
    merged: covariate.kind === 'category' ? covariate.merged : [],
  };
  if (covariate.kind === 'category') {
    const compared = covariate.levels.filter((one) => one !== covariate.reference);
    const rows = covariate.levels.map((name, place): ModelRow => {
      const at = compared.indexOf(name);
      return {
        level: name,
        isReference: at === -1,
        compared: null,
        ...levelCounts(covariate.codes, place, design),
        ...(at === -1 ? { univariable: null, multivariable: null } : estimates(at, 1)),
      };
    });
    return { ...shared, kind: 'category', rows };
  }
  const counts = { patients: design.patients, events: countOf(design, 1) };
  const row = { level: null, isReference: false, ...counts };
  const { id } = covariate;
  if (covariate.form === 'linear') {
    const step = isNumberCovariate(id) ? ratioStep(id) : 1;
    return {
      ...shared,
      kind: 'number',
      rows: [{ ...row, compared: { from: null, to: step }, ...estimates(0, step) }],
    };
  }
  const sorted = numbersOf(design, id);
  const from = quantileOfSorted(sorted, 0.25, 7) ?? Number.NaN;
  const to = quantileOfSorted(sorted, 0.75, 7) ?? Number.NaN;
  const between = (fit: ModelFit | null, columns: ModelDesign['columns']) =>
    fit === null ? null : quartileRatio(fit, columns, id, [from, to], level);
  const spline: ModelRow = {
    ...row,
    compared: { from, to },
    univariable: between(
      alone,
      design.columns.filter(({ term }) => term === id),
    ),
    multivariable: between(full, design.columns),
  };
  return { ...shared, kind: 'spline', rows: [spline] };
}

/** Patients of a level: of a response that is reached, those who ever were in the state. */
function levelCounts(
  codes: Float64Array,
  place: number,
  { rows }: ModelDesign,
): { readonly patients: number; readonly events: number } {
  const patients = new Set<number>();
  let events = 0;
  rows.patient.forEach((patient, row) => {
    if (codes[row] !== place) return;
    patients.add(patient);
    events += rows.cause[row] === 1 ? 1 : 0;
  });
  return { patients: patients.size, events };
}

function interactionOf(term: TermId, design: ModelDesign, full: ModelFit): ModelTerm {
  const places = design.columns.flatMap((column, j) => (column.term === term ? [j] : []));
  const bends = places.some((j) => design.columns[j]?.name.includes('~'));
  return {
    term,
    kind: 'interaction',
    missing: 0,
    // The columns of a spline mean nothing one by one.
    rows: bends
      ? []
      : places.map((j) => {
          const step = stepOf(design.columns[j]?.recipe);
          return {
            level: design.columns[j]?.name ?? null,
            isReference: false,
            compared: step === 1 ? null : { from: null, to: step },
            patients: design.patients,
            events: countOf(design, 1),
            univariable: null,
            multivariable: ratioOf(full.terms[j], step),
          };
        }),
    univariable: null,
    multivariable: waldTest(full, places),
    merged: [],
  };
}

/** The steps of the numbers in a product, multiplied. */
function stepOf(recipe: ColumnRecipe | undefined): number {
  if (recipe?.kind === 'product') return recipe.of.reduce((step, part) => step * stepOf(part), 1);
  return recipe?.kind === 'number' && isNumberCovariate(recipe.of) ? ratioStep(recipe.of) : 1;
}

/** A coefficient as the ratio of `step` units, with the interval of the fit. */
function ratioOf(term: RegressionTerm | undefined, step: number): RatioEstimate | null {
  if (term === undefined) return null;
  const { coefficient, standardError, pValue, interval, reason } = term;
  const power = (value: number | null | undefined) => (value == null ? null : value ** step);
  return {
    coefficient,
    standardError,
    ratio: coefficient === null ? null : Math.exp(coefficient * step),
    lower: power(interval?.lower),
    upper: power(interval?.upper),
    pValue,
    reason,
  };
}

function quartileRatio(
  fit: ModelFit,
  columns: ModelDesign['columns'],
  id: Parameters<typeof contrastOf>[2],
  quartiles: readonly [number, number],
  level: number,
): RatioEstimate {
  const reason = columns.flatMap(({ term }, j) => (term === id ? [fit.terms[j]?.reason ?? null] : []));
  const failed = reason.find((one) => one !== null) ?? null;
  const nothing = { coefficient: null, standardError: null, pValue: null, reason: failed };
  if (failed !== null) return { ...nothing, ratio: null, lower: null, upper: null };
  const { ratio, lower, upper, standardError } = contrastOf(fit, { columns }, id, quartiles, level);
  return { ...nothing, standardError, ratio, lower, upper };
}

function predictorOf(design: ModelDesign, full: ModelFit): ModelPredictor {
  const { strata } = design;
  const { cox } = full;
  const typical = design.covariates.map((covariate) => ({
    id: covariate.id,
    ...(covariate.kind === 'category'
      ? { kind: 'category' as const, levels: covariate.levels, usual: covariate.reference }
      : { kind: 'number' as const, ...rangeOf(numbersOf(design, covariate.id)) }),
  }));
  return {
    recipes: design.columns.map(({ recipe }) => recipe),
    covariates: [
      ...typical,
      ...(strata === null
        ? []
        : [
            {
              id: strata.id,
              kind: 'category' as const,
              levels: strata.levels,
              usual: strata.levels[0] ?? '',
            },
          ]),
    ],
    stratum: strata === null ? null : { id: strata.id, levels: strata.levels },
    cox: cox === null ? null : (strata?.levels ?? ['all']).map((_, place) => coxPredictor(cox, place)),
    fineGray: full.fineGray === null ? null : fineGrayPredictor(full.fineGray),
  };
}

const rangeOf = (sorted: Float64Array) => ({
  usual: sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN,
  least: sorted[0] ?? Number.NaN,
  most: sorted.at(-1) ?? Number.NaN,
});
