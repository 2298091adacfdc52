import { kaplanMeier } from '@core/statistics/survival/kaplan-meier';
import { restrictedMean } from '@core/statistics/survival/restricted-mean';
import { restrictedMeanContrast } from '@core/statistics/survival/restricted-mean-contrast';
import { expect, test } from 'vitest';

const early = restrictedMean(kaplanMeier({ time: [1, 2, 3, 4], event: [1, 1, 1, 1] }), 4);
const late = restrictedMean(kaplanMeier({ time: [2, 3, 4, 5], event: [1, 1, 1, 1] }), 4);

test('the difference has the root of the summed variances', () => {
  // Means of min(T, 4): 10/4 and 13/4.
  const { difference, ratio, lostRatio } = restrictedMeanContrast(early, late);
  expect(difference.estimate).toBeCloseTo(3 / 4, 14);
  const error = Math.hypot(early.standardError ?? 0, late.standardError ?? 0);
  expect(difference.interval?.upper).toBeCloseTo(3 / 4 + 1.959963984540054 * error, 12);
  expect(ratio.estimate).toBeCloseTo(13 / 10, 14);
  expect(lostRatio.estimate).toBeCloseTo(3 / 6, 14);
  expect(difference.n).toBe(8);
});

test('what is undefined stays so, and horizons must agree', () => {
  const open = restrictedMean(kaplanMeier({ time: [1, 2], event: [1, 0] }), 4);
  expect(restrictedMeanContrast(early, open).ratio).toMatchObject({
    estimate: null,
    reason: 'after-last-time',
  });
  const other = restrictedMean(kaplanMeier({ time: [1, 2], event: [1, 1] }), 1);
  expect(() => restrictedMeanContrast(early, other)).toThrow(RangeError);
});

test('the jackknife is refused for another estimator', () => {
  expect(() =>
    kaplanMeier({ time: [1], event: [1] }, { estimator: 'breslow', variance: 'jackknife' }),
  ).toThrow(RangeError);
});
