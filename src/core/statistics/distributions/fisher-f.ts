import { incompleteBeta } from './incomplete-beta';

/**
 * Upper tail P(F > f) of the F distribution: the p-value of an analysis of variance.
 *
 * @param f  ≥ 0 (negative counts as 0)
 * @throws RangeError if a number of degrees of freedom is not positive
 * @see Abramowitz & Stegun 1964, 26.6.2
 */
export function fisherUpperTail(f: number, numeratorDf: number, denominatorDf: number): number {
  const scaled = numeratorDf * Math.max(0, f);
  if (scaled === Number.POSITIVE_INFINITY) return 0;
  const sum = denominatorDf + scaled;
  return incompleteBeta(denominatorDf / 2, numeratorDf / 2, denominatorDf / sum, scaled / sum);
}
