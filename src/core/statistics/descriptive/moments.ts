/** Mean in two passes: the second one removes the rounding of the first (as R's `mean`); `null` without values. */
export function mean(values: ArrayLike<number>): number | null {
  const n = values.length;
  if (n === 0) return null;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i] ?? Number.NaN;
  const first = sum / n;
  if (!Number.isFinite(first)) return first;
  let rest = 0;
  for (let i = 0; i < n; i++) rest += (values[i] ?? Number.NaN) - first;
  return first + rest / n;
}

/** Sum of squared deviations from the mean; 0 without values. */
export function sumOfSquares(values: ArrayLike<number>): number {
  const centre = mean(values) ?? 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = (values[i] ?? Number.NaN) - centre;
    sum += deviation * deviation;
  }
  return sum;
}

/** Sample variance with n - 1 below; `null` with fewer than two values. */
export function sampleVariance(values: ArrayLike<number>): number | null {
  return values.length < 2 ? null : sumOfSquares(values) / (values.length - 1);
}

/** Weighted mean; `null` when the weights sum to 0. */
export function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number | null {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    sum += (weights[i] ?? 0) * (values[i] ?? Number.NaN);
    total += weights[i] ?? 0;
  }
  return total > 0 ? sum / total : null;
}

/**
 * Weighted sample variance Σw / ((Σw)² - Σw²) · Σ w (x - mean)², which is the sample variance when all weights
 * are equal; `null` when fewer than two values have a weight.
 *
 * @see Austin & Stuart 2015, doi:10.1002/sim.6607
 */
export function weightedVariance(values: ArrayLike<number>, weights: ArrayLike<number>): number | null {
  const centre = weightedMean(values, weights);
  if (centre === null) return null;
  let total = 0;
  let squares = 0;
  let sum = 0;
  let weighted = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights[i] ?? 0;
    const deviation = (values[i] ?? Number.NaN) - centre;
    total += weight;
    squares += weight * weight;
    sum += weight * deviation * deviation;
    if (weight > 0) weighted++;
  }
  return weighted < 2 ? null : (total / (total * total - squares)) * sum;
}
