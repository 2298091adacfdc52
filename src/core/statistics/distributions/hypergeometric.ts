/** Margins of a 2x2 table: X white balls in `drawn` draws without return from `white` and `black` balls. */
export interface HypergeometricMargins {
  readonly white: number;
  readonly black: number;
  readonly drawn: number;
}

/** Relative weights of the values lowest … lowest + weights.length - 1; the largest weight is 1. */
export interface HypergeometricWeights {
  readonly lowest: number;
  readonly weights: Float64Array;
}

/**
 * Fisher's noncentral hypergeometric distribution, up to a factor: weight(x) ∝ C(white, x) C(black, drawn - x) ωˣ.
 *
 * Built from the mode outwards by the ratio of neighbours, so that every weight keeps about 14 digits however far
 * it lies in the tail; no factorial is taken. Values outside the support have no weight.
 *
 * @param margins  whole numbers ≥ 0, drawn ≤ white + black
 * @param odds  odds ratio ω > 0; 1 is the ordinary hypergeometric distribution
 * @see Fog 2008, doi:10.1080/03610910701790269 · tests/reference/contingency
 */
export function hypergeometricWeights(margins: HypergeometricMargins, odds = 1): HypergeometricWeights {
  const { white, black, drawn } = margins;
  const lowest = Math.max(0, drawn - black);
  const highest = Math.min(drawn, white);
  const weights = new Float64Array(highest - lowest + 1);
  const ratio = (x: number): number =>
    (((white - x) * (drawn - x)) / ((x + 1) * (black - drawn + x + 1))) * odds;
  let low = lowest;
  let high = highest;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (ratio(middle) > 1) low = middle + 1;
    else high = middle;
  }
  weights[low - lowest] = 1;
  let weight = 1;
  for (let x = low; x < highest && weight > 0; x++) {
    weight *= ratio(x);
    weights[x + 1 - lowest] = weight;
  }
  weight = 1;
  for (let x = low - 1; x >= lowest && weight > 0; x--) {
    weight /= ratio(x);
    weights[x - lowest] = weight;
  }
  return { lowest, weights };
}

function total(weights: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = Math.max(0, from); i < Math.min(weights.length, to); i++) sum += weights[i] ?? 0;
  return sum;
}

/** P(X ≥ x), as an upper tail. */
export function hypergeometricUpperTail(x: number, margins: HypergeometricMargins, odds = 1): number {
  const { lowest, weights } = hypergeometricWeights(margins, odds);
  return total(weights, x - lowest, weights.length) / total(weights, 0, weights.length);
}

/** P(X ≤ x), as a lower tail. */
export function hypergeometricCdf(x: number, margins: HypergeometricMargins, odds = 1): number {
  const { lowest, weights } = hypergeometricWeights(margins, odds);
  return total(weights, 0, x - lowest + 1) / total(weights, 0, weights.length);
}

/** The expectation of X. */
export function hypergeometricMean(margins: HypergeometricMargins, odds = 1): number {
  const { lowest, weights } = hypergeometricWeights(margins, odds);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += i * (weights[i] ?? 0);
  return lowest + sum / total(weights, 0, weights.length);
}
