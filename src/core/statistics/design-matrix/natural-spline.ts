import { quantileOfSorted } from '../descriptive/quantile';
import { bSplines } from './b-spline';

/** Where a natural cubic spline bends; linear beyond the boundary. */
export interface SplineKnots {
  readonly inner: readonly number[];
  readonly boundary: readonly [number, number];
}

/** A natural cubic spline basis without intercept: one value per degree of freedom for any x. */
export interface NaturalSpline {
  readonly knots: SplineKnots;
  readonly degreesOfFreedom: number;
  at(x: number): Float64Array;
}

/**
 * R's choice of knots for `ns(x, df)`: the boundary at the range, inner ones at equally spaced quantiles (type 7).
 *
 * @param values  finite numbers; at least two different ones
 * @param degreesOfFreedom  whole number ≥ 1; one less inner knots
 * @returns `null` when the values do not allow that many different knots
 */
export function splineKnots(values: ArrayLike<number>, degreesOfFreedom: number): SplineKnots | null {
  if (!Number.isInteger(degreesOfFreedom) || degreesOfFreedom < 1) {
    throw new RangeError('spline: degrees of freedom must be a whole number >= 1');
  }
  const sorted = Float64Array.from(values).sort();
  const boundary = [sorted[0] ?? 0, sorted[sorted.length - 1] ?? 0] as const;
  const inner = Array.from(
    { length: degreesOfFreedom - 1 },
    (_, i) => quantileOfSorted(sorted, (i + 1) / degreesOfFreedom, 7) ?? 0,
  );
  const all = [boundary[0], ...inner, boundary[1]];
  if (all.some((knot, i) => i > 0 && !(knot > (all[i - 1] ?? knot)))) return null;
  return Object.freeze({ inner: Object.freeze(inner), boundary: Object.freeze(boundary) });
}

/**
 * Basis of natural cubic splines: the B-splines without the first, projected on those with no second derivative at
 * the boundary. The same numbers as R's `ns(x, knots, Boundary.knots)`, so coefficients can be compared.
 *
 * @throws RangeError if the knots are not strictly ascending from boundary to boundary
 * @see de Boor 2001, A Practical Guide to Splines · R's splines package, ns · tests/reference/design-matrix
 */
export function naturalSpline(knots: SplineKnots): NaturalSpline {
  const [first, last] = knots.boundary;
  const all = [first, ...knots.inner, last];
  if (all.some((knot, i) => i > 0 && !(knot > (all[i - 1] ?? knot)))) {
    throw new RangeError('spline: knots must ascend strictly from boundary to boundary');
  }
  const sequence = [first, first, first, ...all, last, last, last];
  const withoutFirst = (values: Float64Array): Float64Array => values.slice(1);
  const constraints = [first, last].map((x) => withoutFirst(bSplines(sequence, x, 4, 2)));
  const reflections = householder(constraints);
  const ends = [first, last].map((x) => ({
    value: bSplines(sequence, x, 4, 0),
    slope: bSplines(sequence, x, 4, 1),
  }));
  const basis = (x: number): Float64Array => {
    if (x >= first && x <= last) return bSplines(sequence, x, 4, 0);
    const [pivot, end] = x < first ? [first, ends[0]] : [last, ends[1]];
    return (end?.value ?? new Float64Array()).map((value, i) => value + (x - pivot) * (end?.slope[i] ?? 0));
  };
  return Object.freeze({
    knots,
    degreesOfFreedom: knots.inner.length + 1,
    at: (x: number) => {
      const values = withoutFirst(basis(x));
      for (const reflection of reflections) reflect(values, reflection);
      return values.slice(2);
    },
  });
}

/** The Householder reflections of a QR factorisation of the given columns, one vector each, zero above its pivot. */
function householder(columns: readonly Float64Array[]): readonly Float64Array[] {
  const work = columns.map((column) => column.slice());
  return work.map((column, pivot) => {
    const vector = column.slice().fill(0, 0, pivot);
    const head = vector[pivot] ?? 0;
    vector[pivot] = head + (head < 0 ? -1 : 1) * Math.hypot(...vector);
    for (const later of work.slice(pivot + 1)) reflect(later, vector);
    return vector;
  });
}

/** values - 2 v (v'values) / (v'v), in place. */
function reflect(values: Float64Array, vector: Float64Array): void {
  let product = 0;
  let square = 0;
  for (let i = 0; i < vector.length; i++) {
    product += (vector[i] ?? 0) * (values[i] ?? 0);
    square += (vector[i] ?? 0) ** 2;
  }
  const scale = (2 * product) / square;
  for (let i = 0; i < vector.length; i++) values[i] = (values[i] ?? 0) - scale * (vector[i] ?? 0);
}
