import { conditionalSurvival } from '@core/statistics/survival/conditional-survival';
import { kaplanMeier } from '@core/statistics/survival/kaplan-meier';
import { expect, test } from 'vitest';

const curve = kaplanMeier({ time: [1, 2, 3, 3, 4, 5], event: [1, 1, 1, 0, 1, 0] });

test('conditional survival is a ratio of survivals, with the variance of the later events', () => {
  // After 2: four at risk at 3 with one event, two at 4 with one event.
  const result = conditionalSurvival(curve, 2, 4);
  expect(result.estimate).toBeCloseTo((3 / 4) * (1 / 2), 14);
  expect(result.standardError).toBeCloseTo((3 / 8) * Math.sqrt(1 / (4 * 3) + 1 / (2 * 1)), 14);
  expect(result.n).toBe(4);
});

test('it is the curve of those who entered at the given time', () => {
  const late = kaplanMeier({ time: [3, 3, 4, 5], event: [1, 0, 1, 0], entry: [2, 2, 2, 2] });
  const result = conditionalSurvival(curve, 2, 3);
  expect(result.estimate).toBe(late.survival[0]);
  expect(result.interval).toMatchObject({ lower: late.lower[0], upper: late.upper[0] });
});

test('given zero it is the curve itself', () => {
  expect(conditionalSurvival(curve, 0, 3).estimate).toBeCloseTo(curve.survival[2] ?? -1, 14);
});

test('what cannot be known is null with its reason', () => {
  expect(conditionalSurvival(curve, 2, 9)).toMatchObject({ estimate: null, reason: 'after-last-time' });
  expect(conditionalSurvival(curve, 5, 6)).toMatchObject({ estimate: null, reason: 'nobody-at-risk' });
  const all = kaplanMeier({ time: [1, 2], event: [1, 1] });
  expect(conditionalSurvival(all, 2, 3)).toMatchObject({ estimate: null, reason: 'nobody-survives' });
  expect(() => conditionalSurvival(curve, 3, 2)).toThrow(RangeError);
});
