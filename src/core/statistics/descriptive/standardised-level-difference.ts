import type { StandardisedMeanDifference } from './standardised-mean-difference';

/**
 * Standardised difference of a variable with several levels: the Mahalanobis distance
 * √((T - C)ᵀ S⁻¹ (T - C)) of the two vectors of proportions without their first level, S the mean of the two
 * multinomial covariance matrices.
 *
 * @param first, second  counts per level (whole numbers ≥ 0), the levels in the same order in both
 * @returns a number ≥ 0 without unit; two levels give the absolute binary difference. A level that nobody has
 *   in either group takes no part. A group without subjects: `empty-group`; fewer than two levels present, or
 *   groups that share no level (S is singular): `no-variance`.
 * @throws RangeError if the lengths differ or a count is negative
 * @see Yang & Dalton 2012, SAS Global Forum paper 335 · tests/reference/descriptive
 * @example
 * standardisedLevelDifference([10, 10], [10, 10]) // estimate 0
 */
export function standardisedLevelDifference(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
): StandardisedMeanDifference {
  if (first.length !== second.length) throw new RangeError('level difference: the levels must be the same');
  const kept: number[] = [];
  let n1 = 0;
  let n2 = 0;
  for (let k = 0; k < first.length; k++) {
    const [a, b] = [first[k] ?? 0, second[k] ?? 0];
    if (!(a >= 0) || !(b >= 0)) throw new RangeError('level difference: counts must be >= 0');
    n1 += a;
    n2 += b;
    if (a + b > 0) kept.push(k);
  }
  const n = Object.freeze([n1, n2] as const);
  const shared = { n, missing: 0, method: 'multi-level' as const };
  if (n1 === 0 || n2 === 0)
    return Object.freeze({ ...shared, estimate: null, reason: 'empty-group' as const });
  const levels = kept.slice(1);
  const p1 = levels.map((k) => (first[k] ?? 0) / n1);
  const p2 = levels.map((k) => (second[k] ?? 0) / n2);
  const covariance = levels.map((_, i) =>
    levels.map((_, j) => {
      const product = ((p1[i] ?? 0) * (p1[j] ?? 0) + (p2[i] ?? 0) * (p2[j] ?? 0)) / 2;
      return i === j ? ((p1[i] ?? 0) + (p2[i] ?? 0)) / 2 - product : -product;
    }),
  );
  const square =
    levels.length === 0
      ? null
      : quadraticForm(
          covariance,
          p2.map((p, i) => p - (p1[i] ?? 0)),
        );
  if (square === null) return Object.freeze({ ...shared, estimate: null, reason: 'no-variance' as const });
  return Object.freeze({ ...shared, estimate: Math.sqrt(Math.max(0, square)), reason: null });
}

/** vᵀ A⁻¹ v by Cholesky: the squared length of L⁻¹v; `null` when A is singular. */
function quadraticForm(matrix: readonly (readonly number[])[], vector: readonly number[]): number | null {
  const lower: number[][] = [];
  const solved: number[] = [];
  let square = 0;
  for (let i = 0; i < vector.length; i++) {
    const row: number[] = [];
    let value = vector[i] ?? 0;
    let diagonal = matrix[i]?.[i] ?? 0;
    const scale = diagonal;
    for (let j = 0; j < i; j++) {
      let entry = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k++) entry -= (row[k] ?? 0) * (lower[j]?.[k] ?? 0);
      entry /= lower[j]?.[j] ?? 1;
      row.push(entry);
      diagonal -= entry * entry;
      value -= entry * (solved[j] ?? 0);
    }
    if (!(diagonal > 1e-12 * scale)) return null;
    row.push(Math.sqrt(diagonal));
    lower.push(row);
    solved.push(value / Math.sqrt(diagonal));
    square += (solved[i] ?? 0) ** 2;
  }
  return square;
}
