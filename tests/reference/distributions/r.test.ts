import { distributionAnswers } from '@core/statistics/reference/distributions-answers';
import { expect, test } from 'vitest';
import reference from './cases.json';

// 1e-12 relative: R itself states about 14 digits for its distribution functions.
const TOLERANCE = reference.tolerance;

test.each(reference.cases)('$f($args) is what R says', ({ f, args, value }) => {
  const mine = Number(distributionAnswers({ f, args }).value);
  expect(value).not.toBe(0);
  expect(Math.abs(mine / value - 1)).toBeLessThanOrEqual(TOLERANCE);
});
