import type { EndpointDefinition, ReachedDepth } from '@core/endpoint/endpoint-definition';
import type { EndpointTable } from './endpoint-survival';
import type { CategoryCovariateId, NumberCovariateId } from './model-definition';

/** One covariate of every analysed patient. */
export type CovariateColumn =
  /** `NaN`: not known. */
  | { readonly kind: 'number'; readonly id: NumberCovariateId; readonly values: Float64Array }
  /** Position in `levels`; `NaN`: not known. */
  | {
      readonly kind: 'category';
      readonly id: CategoryCovariateId;
      readonly levels: readonly string[];
      readonly codes: Float64Array;
    };

/** What a regression of an endpoint is computed from: one place per analysed patient, in no order of theirs. */
export interface ModelTable {
  readonly endpoint: EndpointDefinition;
  /** Days since the origin. */
  readonly day: Float64Array;
  /** At risk after this day; `NaN`: from the origin on, its own day included. */
  readonly entry: Float64Array;
  /** Position in `endingEvents`; -1: censored. */
  readonly kind: Float64Array;
  readonly covariates: readonly CovariateColumn[];
  /** Day of the first sample of a depth since the first TKI: infinite when it never was seen, `NaN` without a sample that tells. */
  readonly reached: { readonly depth: ReachedDepth; readonly day: Float64Array } | null;
  readonly excluded: EndpointTable['excluded'];
}
