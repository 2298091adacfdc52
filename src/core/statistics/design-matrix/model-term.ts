import type { SplineKnots } from './natural-spline';

/** A number per row; `NaN` or infinite is missing. */
export interface NumericTerm {
  readonly kind: 'numeric';
  readonly name: string;
  readonly values: ArrayLike<number>;
}

/** A level per row, as its index in `levels`; `NaN` or negative is missing. */
export interface CategoricalTerm {
  readonly kind: 'categorical';
  readonly name: string;
  readonly codes: ArrayLike<number>;
  readonly levels: readonly string[];
  /** The level that the others are compared with. */
  readonly reference: string;
}

/** A number per row that bends: natural cubic spline with the given knots, or with R's choice for that many. */
export interface SplineTerm {
  readonly kind: 'natural-spline';
  readonly name: string;
  readonly values: ArrayLike<number>;
  readonly knots: SplineKnots | { readonly degreesOfFreedom: number };
}

/** Products of all columns of two or more other terms, which must be in the model themselves. */
export interface InteractionTerm {
  readonly kind: 'interaction';
  readonly of: readonly string[];
}

export type MainTerm = NumericTerm | CategoricalTerm | SplineTerm;
export type ModelTerm = MainTerm | InteractionTerm;

export function termName(term: ModelTerm): string {
  return term.kind === 'interaction' ? term.of.join(':') : term.name;
}
