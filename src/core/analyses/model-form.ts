import { chiSquaredUpperTail } from '@core/statistics/distributions/chi-squared';
import { criticalValue } from '@core/statistics/survival/confidence-limits';
import type { RegressionTest } from '@core/statistics/survival/regression-terms';
import type { CovariateId, ModelDefinition } from './model-definition';
import { type ColumnRecipe, designOf, type ModelDesign, recipeValue } from './model-design';
import { type FitOptions, fitModel, type ModelFit, waldTest } from './model-fit';

/** Ratio to the median of a number, along its spline. */
export interface FormPoint {
  readonly value: number;
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
  /** Of the straight line in its place. */
  readonly linear: number;
}

/** Whether a number bends: its spline, all else in the model as it is, beside a straight line. */
export interface FunctionalForm {
  readonly covariate: CovariateId;
  /** The median, where the ratio is 1. */
  readonly reference: number;
  readonly points: readonly FormPoint[];
  /** That the line is straight: likelihood ratio (Cox), or Wald of the columns beside the line (Fine-Gray). */
  readonly test: RegressionTest | null;
  /** Why there is no spline. */
  readonly reason: 'too-few-values' | 'not-estimated' | null;
}

const pointCount = 61;

/**
 * The form of one number of a model. Interactions of the number itself are left out, others stay.
 *
 * No spline: too few different values for its knots, or a coefficient that cannot be estimated.
 *
 * @see Harrell 2015, Regression Modeling Strategies, 2.4 (restricted cubic splines and their knots; read second-hand)
 */
export function functionalForm(
  design: ModelDesign,
  covariate: CovariateId,
  interactions: ModelDefinition['interactions'],
  options: FitOptions,
): FunctionalForm {
  const pairs = interactions.filter((pair) => !pair.includes(covariate));
  const inForm = (form: 'linear' | 'spline') =>
    designOf(
      design.covariates.map((one) =>
        one.kind === 'number' && one.id === covariate ? { ...one, form } : one,
      ),
      pairs,
      design,
    );
  const values = numbersOf(design, covariate);
  const reference = values[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
  const bent = inForm('spline');
  const straight = inForm('linear');
  const none = (reason: FunctionalForm['reason']): FunctionalForm => ({
    covariate,
    reference,
    points: [],
    test: null,
    reason,
  });
  if ('kind' in bent || 'kind' in straight) return none('too-few-values');
  const spline = fitModel(bent, options);
  const line = fitModel(straight, options);
  const places = placesOf(bent, covariate);
  const place = straight.columns.findIndex(({ term }) => term === covariate);
  const slope = line.terms[place]?.coefficient;
  if (slope == null || places.some((j) => spline.terms[j]?.reason !== null)) return none('not-estimated');
  const [least = 0, most = 0] = [values[0], values.at(-1)];
  return {
    covariate,
    reference,
    points: Array.from({ length: pointCount }, (_, step) => {
      const value = least + ((most - least) * step) / (pointCount - 1);
      const contrast = contrastOf(spline, bent, covariate, [reference, value], options.level);
      return { value, ...contrast, linear: Math.exp(slope * (value - reference)) };
    }),
    test:
      options.method === 'cox'
        ? likelihoodRatio(spline, line, places.length - 1)
        : besideLine(bent, covariate, options),
    reason: null,
  };
}

/** The numbers of a covariate, ascending, one per patient. */
export function numbersOf({ covariates, rows }: ModelDesign, covariate: CovariateId): Float64Array {
  const found = covariates.find(({ id }) => id === covariate);
  if (found?.kind !== 'number') return new Float64Array();
  return found.values.filter((_, row) => rows.patient[row] !== rows.patient[row - 1]).toSorted();
}

const placesOf = ({ columns }: ModelDesign, covariate: CovariateId): readonly number[] =>
  columns.flatMap(({ term }, j) => (term === covariate ? [j] : []));

/** Ratio of one value of a number to another along its columns, with its interval. */
export function contrastOf(
  { terms, variance }: ModelFit,
  { columns }: Pick<ModelDesign, 'columns'>,
  covariate: CovariateId,
  [from, to]: readonly [number, number],
  level: number,
): {
  readonly ratio: number;
  readonly lower: number;
  readonly upper: number;
  readonly standardError: number;
} {
  const at = (recipe: ColumnRecipe, value: number) => recipeValue(recipe, new Map([[covariate, value]]));
  const weights = columns.map(({ term, recipe }) =>
    term === covariate ? at(recipe, to) - at(recipe, from) : 0,
  );
  const sum = weights.reduce((total, weight, j) => total + weight * (terms[j]?.coefficient ?? 0), 0);
  let spread = 0;
  weights.forEach((one, i) => {
    weights.forEach((other, j) => {
      if (one !== 0 && other !== 0) spread += one * other * (variance[i]?.[j] ?? 0);
    });
  });
  const standardError = Math.sqrt(Math.max(0, spread));
  const distance = criticalValue(level) * standardError;
  return {
    ratio: Math.exp(sum),
    lower: Math.exp(sum - distance),
    upper: Math.exp(sum + distance),
    standardError,
  };
}

function likelihoodRatio(larger: ModelFit, smaller: ModelFit, degreesOfFreedom: number): RegressionTest {
  const statistic = Math.max(0, 2 * (larger.logLikelihood - smaller.logLikelihood));
  return { statistic, degreesOfFreedom, pValue: chiSquaredUpperTail(statistic, degreesOfFreedom) };
}

/** The same model with the straight line in the place of the last column of the spline: what is left of it is the bend. */
function besideLine(bent: ModelDesign, covariate: CovariateId, options: FitOptions): RegressionTest {
  const places = placesOf(bent, covariate);
  const last = places.at(-1) ?? 0;
  const found = bent.covariates.find(({ id }) => id === covariate);
  const values = found?.kind === 'number' ? found.values : new Float64Array();
  const columns = bent.values.columns.map((column, j) => (j === last ? values : column));
  const fit = fitModel({ ...bent, values: { ...bent.values, columns } }, options);
  return waldTest(fit, places.slice(0, -1));
}
