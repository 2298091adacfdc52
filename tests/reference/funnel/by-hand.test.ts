import { funnelLimits } from '@core/statistics/funnel/funnel-limits';
import { funnelPosition } from '@core/statistics/funnel/funnel-position';
import { expect, test } from 'vitest';

test('two subjects at one half: tail 1/8 is half of P(0) = 1/4, so half a count below 0 is cut to 0', () => {
  // r = 0, excess (1/4 - 1/8) / (1/4) = 1/2: (0 - 1/2) / 2 < 0.
  const limit = funnelLimits(0.5, [2], [0.75]).limits[0];
  expect(limit).toMatchObject({ n: 2, lower: 0, upper: 1 });
});

test('two subjects at one half, tail 3/8: r = 1, excess (3/4 - 3/8) / (1/2) = 3/4, limit (1 - 3/4) / 2', () => {
  const limit = funnelLimits(0.5, [2], [0.25]).limits[0];
  expect(limit?.lower).toBeCloseTo(1 / 8, 14);
  expect(limit?.upper).toBeCloseTo(7 / 8, 14);
});

test('every size gets both levels, in order', () => {
  const { limits } = funnelLimits(0.3, [50, 10]);
  expect(limits.map(({ n, level }) => [n, level])).toEqual([
    [50, 0.95],
    [50, 0.998],
    [10, 0.95],
    [10, 0.998],
  ]);
});

test('a target of 0 or 1 leaves no room', () => {
  expect(funnelLimits(0, [9]).limits[0]).toMatchObject({ lower: 0, upper: 0 });
  expect(funnelLimits(1, [9]).limits[0]).toMatchObject({ lower: 1, upper: 1 });
});

test('six of six at one half: p is 2/64, outside the 95 % limits', () => {
  expect(funnelPosition(6, 6, 0.5)).toMatchObject({ proportion: 1, position: 'above-95' });
  expect(funnelPosition(6, 6, 0.5).p).toBeCloseTo(2 / 64, 15);
  expect(funnelPosition(0, 6, 0.5).position).toBe('below-95');
  expect(funnelPosition(0, 20, 0.5).position).toBe('below-99.8');
  expect(funnelPosition(3, 6, 0.5)).toMatchObject({ p: 1, position: 'within' });
});

test('a unit without subjects has no position', () => {
  expect(funnelPosition(0, 0, 0.5)).toMatchObject({
    proportion: null,
    p: null,
    position: null,
    reason: 'no-subjects',
  });
});

test('what is not a proportion is a mistake of the caller', () => {
  expect(() => funnelLimits(1.2, [3])).toThrow(RangeError);
  expect(() => funnelLimits(0.2, [0])).toThrow(RangeError);
  expect(() => funnelPosition(4, 3, 0.5)).toThrow(RangeError);
});
