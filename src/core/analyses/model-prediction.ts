import { type CoxPredictor, survivalFrom } from '@core/statistics/survival/cox-prediction';
import { type FineGrayPredictor, incidenceFrom } from '@core/statistics/survival/fine-gray-prediction';
import type { EndpointModel } from './endpoint-model';
import type { CovariateId } from './model-definition';
import { type ColumnRecipe, recipeValue, type TermId } from './model-design';

/** A covariate as a profile chooses it. */
export type ProfileCovariate =
  | {
      readonly kind: 'category';
      readonly id: TermId;
      readonly levels: readonly string[];
      /** The reference. */
      readonly usual: string;
    }
  | {
      readonly kind: 'number';
      readonly id: TermId;
      /** The median of the complete cases, and their range. */
      readonly usual: number;
      readonly least: number;
      readonly most: number;
    };

/** All that predictions need of a fitted model, without its rows. */
export interface ModelPredictor {
  readonly recipes: readonly ColumnRecipe[];
  readonly covariates: readonly ProfileCovariate[];
  /** One per stratum; one without strata. */
  readonly cox: readonly CoxPredictor[] | null;
  readonly stratum: { readonly id: CovariateId; readonly levels: readonly string[] } | null;
  readonly fineGray: FineGrayPredictor | null;
}

/** What a profile has of each covariate; the usual value where it has none. */
export type Profile = Readonly<Partial<Record<TermId, number | string>>>;

/** A probability of a profile over time; steps at the event times, in days. */
export interface PredictedProfile {
  readonly kind: 'survival' | 'incidence';
  readonly day: Float64Array;
  readonly probability: Float64Array;
  /** `NaN` where a limit is not defined. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly values: readonly { readonly covariate: ProfileCovariate; readonly value: number | string }[];
}

/** Why no curve is predicted. */
export type NoPrediction =
  /** The hazard of one cause is no probability while other causes compete: Fine-Gray's regression predicts. */
  | 'competing'
  /** The later course of a covariate that changes with time is not known beforehand. */
  | 'time-dependent'
  | 'not-estimated';

/**
 * Survival (Cox, with a log interval) or cumulative incidence (Fine-Gray, with a log-log interval) of a profile; both
 * intervals allow for baseline and coefficients, the second for the censoring distribution too. Values outside the range of the data are taken at its ends; a level that the model does not have
 * counts as the reference.
 */
export function predictProfile(
  { endpoint, definition, fitted }: EndpointModel,
  profile: Profile,
): PredictedProfile | NoPrediction {
  if (fitted === null || fitted.outcome !== 'converged') return 'not-estimated';
  if (definition.reached !== null) return 'time-dependent';
  const { recipes, covariates, cox, stratum, fineGray } = fitted.predictor;
  const values = covariates.map((covariate) => ({ covariate, value: chosenValue(covariate, profile) }));
  const chosen = new Map(values.map(({ covariate, value }) => [covariate.id, value]));
  const row = recipes.map((recipe) => recipeValue(recipe, chosen));
  if (fineGray !== null) {
    const { time, probability, lower, upper } = incidenceFrom(fineGray, row);
    return { kind: 'incidence', day: time, probability, lower, upper, values };
  }
  const place = stratum === null ? 0 : stratum.levels.indexOf(String(chosen.get(stratum.id)));
  const predictor = cox?.[place];
  if (predictor === undefined) return 'not-estimated';
  if (endpoint.competing.length > 0) return 'competing';
  const { time, survival, lower, upper } = survivalFrom(predictor, row);
  return { kind: 'survival', day: time, probability: survival, lower, upper, values };
}

function chosenValue(covariate: ProfileCovariate, profile: Profile): number | string {
  const wanted = profile[covariate.id];
  if (covariate.kind === 'category')
    return covariate.levels.find((level) => level === wanted) ?? covariate.usual;
  return typeof wanted === 'number'
    ? Math.min(covariate.most, Math.max(covariate.least, wanted))
    : covariate.usual;
}
