import type { EndpointDefinition, ReachedDepth } from '@core/endpoint/endpoint-definition';
import type { CurveOrigin } from './curve-origin';
import type { CurveGroup, GroupVariable } from './group-variable';
import type { CovariateId } from './model-definition';

/** Which patients of a cohort a figure is of, where they are fewer than the cohort. Of no known group is in no group. */
export type ShownPatients =
  /** On the response curve since an origin. */
  | { readonly kind: 'response'; readonly origin: CurveOrigin; readonly groupBy: GroupVariable | null }
  /** Followed for an endpoint. */
  | { readonly kind: 'endpoint'; readonly endpoint: EndpointDefinition; readonly groupBy: CurveGroup | null }
  /** Followed, with every covariate of a regression known. */
  | {
      readonly kind: 'model';
      readonly endpoint: EndpointDefinition;
      readonly covariates: readonly CovariateId[];
      readonly reached: ReachedDepth | null;
    };
