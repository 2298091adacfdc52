import { betaQuantile } from '@core/statistics/distributions/beta';
import { binomialCdf, binomialUpperTail } from '@core/statistics/distributions/binomial';
import {
  chiSquaredCdf,
  chiSquaredQuantile,
  chiSquaredUpperTail,
} from '@core/statistics/distributions/chi-squared';
import { fisherUpperTail } from '@core/statistics/distributions/fisher-f';
import { normalUpperQuantile, normalUpperTail } from '@core/statistics/distributions/normal';
import { studentQuantile, studentTwoSided } from '@core/statistics/distributions/student-t';
import { expect, test } from 'vitest';
import reference from './cases.json';

const functions: Record<string, (...args: number[]) => number> = {
  normalUpperTail,
  normalUpperQuantile,
  chiSquaredUpperTail,
  chiSquaredCdf,
  chiSquaredQuantile,
  studentTwoSided,
  studentQuantile,
  fisherUpperTail,
  betaQuantile,
  binomialCdf,
  binomialUpperTail,
} as Record<string, (...args: number[]) => number>;

// 1e-12 relative: R itself states about 14 digits for its distribution functions.
const TOLERANCE = reference.tolerance;

test.each(reference.cases)('$f($args) is what R says', ({ f, args, value }) => {
  const mine = functions[f]?.(...args) ?? Number.NaN;
  expect(value).not.toBe(0);
  expect(Math.abs(mine / value - 1)).toBeLessThanOrEqual(TOLERANCE);
});
