import { medianFollowUp } from '@core/statistics/survival/follow-up';
import { kaplanMeier, kaplanMeierByGroup } from '@core/statistics/survival/kaplan-meier';
import { restrictedMean } from '@core/statistics/survival/restricted-mean';
import { survivalAt } from '@core/statistics/survival/survival-at';
import { medianSurvival, survivalQuantile } from '@core/statistics/survival/survival-quantile';
import { expect, test } from 'vitest';

// Six subjects: at risk 6 at time 1, 4 at 6, 2 at 8, 1 at 9.
const six = { time: [1, 1, 6, 6, 8, 9], event: [1, 0, 1, 1, 0, 1] };

function near(actual: ArrayLike<number>, wanted: readonly number[]): void {
  expect(actual.length).toBe(wanted.length);
  for (const [i, value] of wanted.entries()) expect(actual[i]).toBeCloseTo(value, 14);
}

test('survival of six subjects is 5/6, 5/6 times 1/2, the same, and 0', () => {
  const curve = kaplanMeier(six);
  near(curve.time, [1, 6, 8, 9]);
  near(curve.atRisk, [6, 4, 2, 1]);
  near(curve.events, [1, 2, 0, 1]);
  near(curve.censored, [1, 0, 1, 0]);
  near(curve.survival, [5 / 6, 5 / 12, 5 / 12, 0]);
  expect([curve.n, curve.rows, curve.eventCount, curve.excluded]).toEqual([6, 6, 4, 0]);
});

test("Greenwood's variance is S squared times the sum of d / (n (n - d))", () => {
  const curve = kaplanMeier(six);
  near(curve.standardError.subarray(0, 3), [
    (5 / 6) * Math.sqrt(1 / 30),
    (5 / 12) * Math.sqrt(1 / 30 + 2 / 8),
    (5 / 12) * Math.sqrt(1 / 30 + 2 / 8),
  ]);
  expect(curve.standardError[3]).toBeNaN();
  expect(curve.lower[3]).toBeNaN();
});

test('the plain interval is survival plus and minus 1.96 errors, cut off at 0 and 1', () => {
  const curve = kaplanMeier(six, { interval: 'plain' });
  const error = (5 / 6) * Math.sqrt(1 / 30);
  expect(curve.lower[0]).toBeCloseTo(5 / 6 - 1.959963984540054 * error, 14);
  expect(curve.upper[0]).toBe(1);
  expect(curve.lower[1]).toBe(0);
});

test('the median of the six is the first time at which survival is at most one half', () => {
  expect(medianSurvival(kaplanMeier(six)).estimate).toBe(6);
});

test('a plateau on exactly one half has its median in the middle', () => {
  expect(medianSurvival(kaplanMeier({ time: [1, 2, 3, 4], event: [1, 1, 1, 1] })).estimate).toBe(2.5);
});

test('a median that is not reached is null and says so', () => {
  const curve = kaplanMeier({ time: [1, 2, 3], event: [1, 0, 0] });
  expect(medianSurvival(curve)).toMatchObject({ estimate: null, reason: 'not-reached' });
  const none = kaplanMeier({ time: [1, 2], event: [0, 0] });
  expect(medianSurvival(none)).toMatchObject({ estimate: null, reason: 'no-events' });
});

test('a median of nobody is null and says so', () => {
  const curve = kaplanMeier({ time: [], event: [] });
  expect(curve.time).toHaveLength(0);
  expect(curve.n).toBe(0);
  expect(medianSurvival(curve)).toMatchObject({
    estimate: null,
    interval: null,
    n: 0,
    reason: 'no-subjects',
  });
  expect(survivalAt(curve, [3])[0]).toMatchObject({ estimate: null, atRisk: 0, reason: 'no-subjects' });
});

test('values at asked times count events and censorings since the time before', () => {
  const points = survivalAt(kaplanMeier(six), [0, 5, 8, 20]);
  expect(points.map((p) => p.estimate)).toEqual([1, 5 / 6, (5 / 6) * 0.5, 0]);
  expect(points.map((p) => p.atRisk)).toEqual([6, 4, 2, 0]);
  expect(points.map((p) => p.events)).toEqual([0, 1, 2, 1]);
  expect(points.map((p) => p.censored)).toEqual([0, 1, 1, 0]);
});

test('beyond the last censoring survival is undefined unless it is carried forward', () => {
  const curve = kaplanMeier({ time: [1, 2], event: [1, 0] });
  expect(survivalAt(curve, [3])[0]).toMatchObject({ estimate: null, reason: 'after-last-time' });
  expect(survivalAt(curve, [3], { extend: true })[0]).toMatchObject({ estimate: 0.5, reason: null });
});

test('who enters at an event time is not at risk then', () => {
  const curve = kaplanMeier({ time: [3, 3, 6], event: [1, 0, 1], entry: [0, 0, 3] });
  near(curve.atRisk, [2, 1]);
  near(curve.survival, [1 / 2, 0]);
});

test('an interval shorter than the tolerance is not merged away: everybody counts, nothing is merged', () => {
  const curve = kaplanMeier({ time: [1, 2, 2 + 1e-9], event: [1, 1, 1], entry: [0, 2 - 1e-9, 0] });
  expect(Array.from(curve.atRisk)).toEqual([2, 2, 1]);
  expect(Array.from(curve.survival)).toEqual([1 / 2, 1 / 4, 0]);
});

test('a table of counts gives exactly the curve of its subjects', () => {
  const counts = kaplanMeier({ time: [9, 1, 6, 1, 8], event: [1, 1, 1, 0, 0], weight: [1, 1, 2, 1, 1] });
  const subjects = kaplanMeier(six);
  expect(counts.survival).toEqual(subjects.survival);
  expect(counts.standardError).toEqual(subjects.standardError);
  expect(counts.lower).toEqual(subjects.lower);
  expect([counts.n, counts.rows]).toEqual([6, 5]);
});

test('the restricted mean is the area under the curve', () => {
  // 1 up to time 1, 5/6 up to 6, 5/12 up to 8: 1 + 25/6 + 5/6; areas right of the events 5 and 5/6.
  const mean = restrictedMean(kaplanMeier(six), 8);
  expect(mean.estimate).toBeCloseTo(6, 14);
  expect(mean.standardError).toBeCloseTo(Math.sqrt(25 / 30 + (25 / 36) * (2 / 8)), 14);
  expect(mean.timeLost).toBeCloseTo(2, 14);
});

test('follow-up is the median of the censoring times with events as censorings', () => {
  // Reversed: 1 - 1/6 at 1, at 8 one of two is censored: 5/12.
  expect(medianFollowUp(six).estimate).toBe(8);
});

test('groups are estimated apart and an empty group has an empty curve', () => {
  const [first, second, third] = kaplanMeierByGroup(
    { time: [1, 2, 3], event: [1, 1, 0] },
    { index: [0, 2, 0], count: 3 },
  );
  near(first?.survival ?? [], [1 / 2, 1 / 2]);
  expect(second?.n).toBe(0);
  near(third?.survival ?? [], [0]);
});

test('rows with missing values are left out and counted', () => {
  const curve = kaplanMeier({ time: [1, Number.NaN, 3, 4], event: [1, 1, Number.NaN, 0] });
  expect([curve.n, curve.excluded]).toEqual([2, 2]);
  near(curve.survival, [1 / 2, 1 / 2]);
});

test('the input is left as it was and the result cannot be changed', () => {
  const time = Object.freeze([3, 1, 2]);
  const event = Object.freeze([1, 1, 0]);
  const curve = kaplanMeier({ time, event });
  expect(Object.isFrozen(curve)).toBe(true);
  expect(time).toEqual([3, 1, 2]);
});

test('wrong input is refused without naming a value', () => {
  expect(() => kaplanMeier({ time: [1, 2], event: [1] })).toThrow('event has 1 elements, time has 2');
  expect(() => kaplanMeier({ time: [1], event: [2] })).toThrow('event must be 0, 1 or missing');
  expect(() => kaplanMeier({ time: [1], event: [1], weight: [-3] })).toThrow(
    'weight must be finite and >= 0',
  );
  expect(() => kaplanMeier({ time: [1], event: [1] }, { level: 95 })).toThrow(
    'invalid level; not in (0, 1): 95',
  );
  expect(() => survivalQuantile(kaplanMeier(six), 2)).toThrow(RangeError);
});
