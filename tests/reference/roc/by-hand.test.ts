import { areaUnderCurve } from '@core/statistics/roc/area-under-curve';
import { comparePairedAuc, compareUnpairedAuc } from '@core/statistics/roc/auc-comparison';
import { optimalCutOff } from '@core/statistics/roc/optimal-cut-off';
import { rocCurve } from '@core/statistics/roc/roc-curve';
import { expect, test } from 'vitest';

/** Park & Miller's minimal generator: seeded dice. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const marker = [1, 2, 3, 4];
const outcome = [0, 1, 0, 1];

test('of the four pairs 2>1, 2<3, 4>1, 4>3 three are in order', () => {
  const result = areaUnderCurve(marker, outcome);
  expect(result).toMatchObject({ estimate: 3 / 4, events: 2, controls: 2, n: 4, missing: 0, reason: null });
  // Components 1/2, 1 and 1, 1/2: variances 1/8 each, divided by 2 and added: 1/8.
  expect(result.standardError).toBeCloseTo(Math.sqrt(1 / 8), 15);
  expect(result.interval?.upper).toBe(1);
});

test('a tie counts half, and the other direction gives the rest', () => {
  expect(areaUnderCurve([1, 1], [0, 1]).estimate).toBe(1 / 2);
  expect(areaUnderCurve(marker, outcome, 'lower').estimate).toBe(1 / 4);
});

test('the curve goes from all positive to none positive', () => {
  const { points } = rocCurve(marker, outcome);
  expect(points.map((p) => p.threshold)).toEqual([
    Number.NEGATIVE_INFINITY,
    1.5,
    2.5,
    3.5,
    Number.POSITIVE_INFINITY,
  ]);
  expect(points.map((p) => p.sensitivity)).toEqual([1, 1, 1 / 2, 1 / 2, 0]);
  expect(points.map((p) => p.specificity)).toEqual([0, 1 / 2, 1 / 2, 1, 1]);
});

test('two thresholds are equally good: the more sensitive one is given, and the number is said', () => {
  const best = optimalCutOff(marker, outcome);
  expect(best).toMatchObject({ equallyGood: 2, threshold: { estimate: 1.5, interval: null }, replicates: 0 });
  expect(best.sensitivity?.estimate).toBe(1);
  expect(best.specificity?.estimate).toBe(1 / 2);
});

test('with "lower" the threshold keeps the unit of the marker', () => {
  const best = optimalCutOff([1, 2, 8, 9], [1, 1, 0, 0], { direction: 'lower' });
  expect(best).toMatchObject({
    threshold: { estimate: 5 },
    sensitivity: { estimate: 1 },
    specificity: { estimate: 1 },
  });
});

test('the nearest corner prefers a balanced threshold where Youden sees two equally good ones', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8];
  const events = [0, 0, 1, 0, 1, 1, 1, 0];
  // At 2.5: sensitivity 1, specificity 1/2. At 4.5: 3/4 and 3/4. Squared distances 1/4 and 1/8.
  expect(optimalCutOff(values, events)).toMatchObject({ threshold: { estimate: 2.5 }, equallyGood: 2 });
  expect(optimalCutOff(values, events, { criterion: 'closest-corner' }).threshold?.estimate).toBe(4.5);
});

test('the same dice give the same bootstrap, and the interval holds the estimate', () => {
  const values = Array.from({ length: 60 }, (_, i) => Math.sin(i) + (i % 2));
  const events = values.map((_, i) => i % 2);
  const once = optimalCutOff(values, events, { random: dice(42), replicates: 300 });
  expect(optimalCutOff(values, events, { random: dice(42), replicates: 300 })).toEqual(once);
  expect(once.replicates).toBe(300);
  const { estimate = 0, interval } = once.sensitivity ?? {};
  expect(interval?.lower ?? 2).toBeLessThanOrEqual(estimate);
  expect(interval?.upper ?? -1).toBeGreaterThanOrEqual(estimate);
  expect((interval?.upper ?? 0) - (interval?.lower ?? 0)).toBeGreaterThan(0.02);
});

test('a bootstrap that is told to stop has no intervals, and says so', () => {
  const best = optimalCutOff(marker, outcome, { random: dice(3), progress: (replicate) => replicate < 5 });
  expect(best).toMatchObject({
    reason: 'stopped',
    replicates: 4,
    threshold: { estimate: 1.5, interval: null },
  });
});

test('a bootstrap of perfectly ordered markers has nothing to scatter in its quality', () => {
  const best = optimalCutOff([1, 2, 8, 9], [0, 0, 1, 1], { random: dice(1), replicates: 50 });
  expect(best.sensitivity?.interval).toMatchObject({ lower: 1, upper: 1, method: 'bootstrap-percentile' });
});

test('a marker compared with itself has no variance, not p = 1', () => {
  expect(comparePairedAuc(marker, marker, outcome)).toMatchObject({
    estimate: 0,
    z: null,
    p: null,
    reason: 'no-variance',
  });
});

test('unpaired: equal AUCs of other subjects differ by 0 with standard error √(1/8 + 1/8)', () => {
  const result = compareUnpairedAuc({ marker, outcome }, { marker, outcome });
  expect(result).toMatchObject({ estimate: 0, z: 0, p: 1 });
  expect(result.interval?.upper).toBeCloseTo(1.959963984540054 / 2, 14);
});

test('what is undefined says why', () => {
  expect(areaUnderCurve([1, 2], [0, 0]).reason).toBe('no-events');
  expect(areaUnderCurve([1, 2], [1, 1]).reason).toBe('no-controls');
  expect(areaUnderCurve([1, 2, 3], [0, 0, 1])).toMatchObject({
    estimate: 1,
    interval: null,
    reason: 'one-subject',
  });
  expect(areaUnderCurve([1, 2, 3, 4], [0, 0, 1, 1])).toMatchObject({
    estimate: 1,
    interval: null,
    reason: 'no-variance',
  });
  expect(rocCurve([], []).reason).toBe('no-events');
  expect(optimalCutOff([1], [1])).toMatchObject({ threshold: null, reason: 'no-controls' });
  expect(comparePairedAuc([1, 2], [2, 1], [0, 1]).reason).toBe('too-few-subjects');
});

test('a subject with a missing marker or outcome is counted out', () => {
  expect(areaUnderCurve([1, 2, 3, 4, Number.NaN], [0, 1, 0, 1, 1])).toMatchObject({
    estimate: 3 / 4,
    n: 4,
    missing: 1,
  });
  expect(comparePairedAuc([1, 2, 3, 4, 5], [4, 1, 3, 2, Number.NaN], [0, 1, 0, 1, 1])).toMatchObject({
    n: 4,
    missing: 1,
  });
});

test('outcomes that are not 0 or 1 and unequal lengths are mistakes of the caller', () => {
  expect(() => areaUnderCurve([1, 2], [1, 2])).toThrow(RangeError);
  expect(() => areaUnderCurve([1, 2], [1])).toThrow(RangeError);
});
