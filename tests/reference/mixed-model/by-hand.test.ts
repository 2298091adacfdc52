import { designMatrix } from '@core/statistics/design-matrix/design-matrix';
import { linearMixedModel } from '@core/statistics/mixed-model/linear-mixed-model';
import { expect, test } from 'vitest';

const interceptOnly = (rows: number) =>
  designMatrix([{ kind: 'numeric', name: 'unused', values: new Array<number>(rows).fill(1) }], false);

// Group means 2, 6, 10; within squares 2 + 2 + 2 on 3, between squares 2 · (16 + 0 + 16) on 2.
const outcome = [1, 3, 5, 7, 9, 11];
const group = [1, 1, 2, 2, 3, 3];

test('balanced groups, REML: variances (32 - 2)/2 and 2, mean 6 with variance 32/6 on 2 degrees of freedom', () => {
  const model = linearMixedModel(interceptOnly(6), outcome, group);
  expect(model).toMatchObject({ n: 6, groups: 3, missing: 0, method: 'REML', singular: false, reason: null });
  expect(model.variances?.intercept).toBeCloseTo(15, 7);
  expect(model.variances?.residual).toBeCloseTo(2, 8);
  expect(model.fixed[0]?.estimate).toBeCloseTo(6, 10);
  expect(model.fixed[0]?.standardError).toBeCloseTo(Math.sqrt(32 / 6), 8);
  expect(model.fixed[0]?.degreesOfFreedom).toBeCloseTo(2, 5);
});

test('balanced groups, ML: the variance between is (2/3 · 32 - 2)/2', () => {
  const model = linearMixedModel(interceptOnly(6), outcome, group, { method: 'ML' });
  expect(model.variances?.intercept).toBeCloseTo((64 / 3 - 2) / 2, 7);
  expect(model.variances?.residual).toBeCloseTo(2, 8);
});

test('a group is predicted at its mean, shrunk by 30/32', () => {
  const { random } = linearMixedModel(interceptOnly(6), outcome, group);
  expect(random.map((effect) => effect.group)).toEqual([1, 2, 3]);
  expect(random[0]?.intercept).toBeCloseTo((-4 * 30) / 32, 8);
  expect(random[1]?.intercept).toBeCloseTo(0, 8);
  expect(random[0]?.slope).toBeNull();
});

test('groups that do not differ have variance 0, which is an answer', () => {
  const model = linearMixedModel(interceptOnly(6), [1, 3, 3, 1, 1, 3], group);
  expect(model).toMatchObject({ singular: true, reason: null });
  expect(model.variances?.intercept).toBeCloseTo(0, 6);
  expect(model.variances?.residual).toBeCloseTo(6 / 5, 7);
});

test('equal times in all groups: covariance of the single lines less the error of a line', () => {
  const times = [0, 1, 2, 3];
  const lines = [
    [4, 1],
    [9, 3],
    [1, -1],
    [6, 5],
    [2, 0],
  ] as const;
  // Residuals 1, -1, -1, 1 are at right angles to 1 and t: every line is fitted exactly, squares 4 on 4 - 2.
  const residual = [1, -1, -1, 1];
  const y = lines.flatMap(([a, b]) => times.map((t, i) => a + b * t + (residual[i] ?? 0)));
  const slope = lines.flatMap(() => times);
  const groups = lines.flatMap((_, g) => times.map(() => g));
  const design = designMatrix([{ kind: 'numeric', name: 't', values: slope }]);
  const model = linearMixedModel(design, y, groups, { slope });
  // (ZᵀZ)⁻¹ of times 0 … 3: Σt² / (4 · 5) = 14/20, -Σt / 20 = -6/20, 4/20.
  const covariance = (i: 0 | 1, j: 0 | 1): number => {
    const mean = (k: 0 | 1): number => lines.reduce((sum, line) => sum + line[k] / 5, 0);
    return lines.reduce((sum, line) => sum + (line[i] - mean(i)) * (line[j] - mean(j)), 0) / 4;
  };
  expect(model.variances?.residual).toBeCloseTo(2, 7);
  expect(model.variances?.intercept).toBeCloseTo(covariance(0, 0) - (2 * 14) / 20, 6);
  expect(model.variances?.slope).toBeCloseTo(covariance(1, 1) - (2 * 4) / 20, 6);
  expect(model.variances?.covariance).toBeCloseTo(covariance(0, 1) + (2 * 6) / 20, 6);
  expect(model.fixed[1]?.estimate).toBeCloseTo(8 / 5, 9);
  expect(model.fixed[1]?.degreesOfFreedom).toBeCloseTo(4, 4);
});

test('what cannot be estimated says why', () => {
  const model = (y: readonly number[], groups: readonly number[]) =>
    linearMixedModel(interceptOnly(y.length), y, groups).reason;
  expect(model([1, 2, 3], [1, 1, 1])).toBe('one-group');
  expect(model([1, 2, 3], [1, 2, 3])).toBe('too-few-rows');
  expect(model([Number.NaN, Number.NaN], [1, 2])).toBe('no-complete-rows');
  const twice = designMatrix([
    { kind: 'numeric', name: 'a', values: [1, 2, 3, 4, 5, 7] },
    { kind: 'numeric', name: 'b', values: [2, 4, 6, 8, 10, 14] },
  ]);
  expect(linearMixedModel(twice, outcome, group)).toMatchObject({ reason: 'collinear', culprits: ['b'] });
});

test('an outcome without any scatter is said', () => {
  const design = designMatrix([{ kind: 'numeric', name: 't', values: [1, 2, 3, 4, 5, 6] }]);
  expect(linearMixedModel(design, [2, 4, 6, 8, 10, 12], group).reason).toBe('no-residual-variance');
});

test('rows without outcome, group or slope are counted as missing', () => {
  const y = [1, 3, 5, 7, 9, 11, Number.NaN, 4];
  const groups = [1, 1, 2, 2, 3, 3, 3, Number.NaN];
  expect(linearMixedModel(interceptOnly(8), y, groups)).toMatchObject({ n: 6, missing: 2, groups: 3 });
});

test('values that do not belong to the rows are a mistake of the caller', () => {
  expect(() => linearMixedModel(interceptOnly(6), [1], group)).toThrow(RangeError);
  expect(() => linearMixedModel(interceptOnly(6), outcome, group, { level: 95 })).toThrow('invalid level');
});

test('a search that is told to stop has not converged', () => {
  let steps = 0;
  const progress = (): boolean => ++steps < 3;
  expect(linearMixedModel(interceptOnly(6), outcome, group, { progress }).reason).toBe('no-convergence');
  expect(steps).toBe(3);
});
