import { designMatrix } from '@core/statistics/design-matrix/design-matrix';
import type { NumericTerm } from '@core/statistics/design-matrix/model-term';
import { withoutTerm } from '@core/statistics/design-matrix/without-term';
import { compareLogistic, logisticRegression } from '@core/statistics/regression/logistic-regression';
import { profileIntervals } from '@core/statistics/regression/profile-intervals';
import { expect, test } from 'vitest';

const numeric = (name: string, values: readonly number[]): NumericTerm => ({ kind: 'numeric', name, values });
const repeated = (counts: readonly (readonly [number, number])[]): number[] =>
  counts.flatMap(([value, times]) => new Array<number>(times).fill(value));

// Exposed: 30 of 74 with the event; not exposed: 29 of 115.
const exposed = repeated([
  [1, 74],
  [0, 115],
]);
const event = repeated([
  [1, 30],
  [0, 44],
  [1, 29],
  [0, 86],
]);

test('one yes/no covariate: the odds ratio of the table and the root of the sum of reciprocals', () => {
  const fit = logisticRegression(designMatrix([numeric('exposed', exposed)]), event);
  const slope = fit.coefficients[1];
  expect(slope?.oddsRatio.estimate).toBeCloseTo((30 * 86) / (44 * 29), 12);
  expect(slope?.standardError).toBeCloseTo(Math.sqrt(1 / 30 + 1 / 44 + 1 / 29 + 1 / 86), 12);
  expect(fit.coefficients[0]?.estimate).toBeCloseTo(Math.log(29 / 86), 12);
  expect(fit.fitted?.[0]).toBeCloseTo(30 / 74, 12);
});

test('the likelihood ratio is twice the sum of n log(observed / expected)', () => {
  const fit = logisticRegression(designMatrix([numeric('exposed', exposed)]), event);
  const part = (observed: number, expected: number): number => 2 * observed * Math.log(observed / expected);
  const statistic =
    part(30, (59 * 74) / 189) +
    part(44, (130 * 74) / 189) +
    part(29, (59 * 115) / 189) +
    part(86, (130 * 115) / 189);
  expect(fit.likelihoodRatio?.statistic).toBeCloseTo(statistic, 10);
  expect(fit.likelihoodRatio?.degreesOfFreedom).toBe(1);
});

test('dropping the only term is the test of the whole model', () => {
  const design = designMatrix([numeric('exposed', exposed)]);
  const fit = logisticRegression(design, event);
  const smaller = logisticRegression(withoutTerm(design, 'exposed'), event);
  expect(compareLogistic(fit, smaller)?.statistic).toBeCloseTo(fit.likelihoodRatio?.statistic ?? 0, 10);
  expect(compareLogistic(smaller, fit)).toBeNull();
});

test('complete separation is said, with the covariate that separates', () => {
  const design = designMatrix([
    numeric('marker', [1, 2, 3, 4, 5, 6, 7, 8]),
    numeric('other', [3, 1, 4, 1, 5, 9, 2, 6]),
  ]);
  const fit = logisticRegression(design, [0, 0, 0, 0, 1, 1, 1, 1]);
  expect(fit).toMatchObject({ reason: 'separation', coefficients: [], deviance: null });
  expect(fit.culprits).toContain('marker');
});

test('separation of one level only (quasi-separation) is said, too', () => {
  const level = [0, 0, 0, 0, 0, 0, 1, 1, 1];
  const fit = logisticRegression(designMatrix([numeric('level', level)]), [0, 1, 0, 1, 1, 0, 1, 1, 1]);
  expect(fit).toMatchObject({ reason: 'separation', culprits: ['level'] });
});

test('a strong marker that does not separate is fitted', () => {
  const marker = Array.from({ length: 40 }, (_, i) => i);
  const outcome = marker.map((x) => (x === 19 ? 1 : x === 20 ? 0 : x > 19 ? 1 : 0));
  const fit = logisticRegression(designMatrix([numeric('marker', marker)]), outcome);
  expect(fit.reason).toBeNull();
  expect(fit.coefficients[1]?.estimate).toBeGreaterThan(1);
});

test('a column that repeats others is named', () => {
  const design = designMatrix([
    numeric('a', [1, 2, 3, 5]),
    numeric('b', [2, 1, 1, 4]),
    numeric('sum', [3, 3, 4, 9]),
  ]);
  expect(logisticRegression(design, [0, 1, 0, 1])).toMatchObject({ reason: 'collinear', culprits: ['sum'] });
  const constant = designMatrix([numeric('constant', [7, 7, 7])]);
  expect(logisticRegression(constant, [0, 1, 0])).toMatchObject({
    reason: 'collinear',
    culprits: ['constant'],
  });
});

test('nobody or everybody with the event, and nobody at all, give a reason', () => {
  const design = designMatrix([numeric('a', [1, 2, 3])]);
  expect(logisticRegression(design, [0, 0, 0]).reason).toBe('one-outcome');
  expect(logisticRegression(design, [1, 1, 1]).reason).toBe('one-outcome');
  expect(logisticRegression(design, [Number.NaN, Number.NaN, Number.NaN]).reason).toBe('no-complete-rows');
  expect(logisticRegression(designMatrix([numeric('a', [Number.NaN])]), [1]).reason).toBe('no-complete-rows');
});

test('rows without outcome are counted as missing', () => {
  const design = designMatrix([numeric('a', [1, 2, 3, 4, Number.NaN, 6])]);
  const fit = logisticRegression(design, [0, 1, 0, 1, 1, Number.NaN]);
  expect(fit).toMatchObject({ n: 4, events: 2, missing: 2, reason: null });
});

test('outcomes that are not 0 or 1 are a mistake of the caller', () => {
  const design = designMatrix([numeric('a', [1, 2])]);
  expect(() => logisticRegression(design, [1, 2])).toThrow(RangeError);
  expect(() => logisticRegression(design, [1])).toThrow(RangeError);
});

test('half with the event: the profile limits of the log odds solve 2 n log(2) + 2 Σ log p = 3.84', () => {
  const design = designMatrix([numeric('one', new Array<number>(20).fill(1))], false);
  const outcome = Array.from({ length: 20 }, (_, i) => i % 2);
  const [interval] = profileIntervals(design, outcome, logisticRegression(design, outcome));
  const upper = interval?.interval.upper ?? Number.NaN;
  const p = 1 / (1 + Math.exp(-upper));
  expect(-20 * Math.log(4 * p * (1 - p))).toBeCloseTo(3.841458820694124, 9);
  expect(interval?.interval.lower).toBeCloseTo(-upper, 9);
  expect(interval?.oddsRatio.upper).toBeCloseTo(Math.exp(upper), 9);
});

test('a model without a fit has no profile', () => {
  const design = designMatrix([numeric('a', [1, 2, 3])]);
  expect(profileIntervals(design, [0, 0, 0], logisticRegression(design, [0, 0, 0]))).toEqual([]);
});

test('a fit that is told to stop has not converged', () => {
  const design = designMatrix([numeric('exposed', exposed)]);
  expect(logisticRegression(design, event, 0.95, () => false).reason).toBe('no-convergence');
});
