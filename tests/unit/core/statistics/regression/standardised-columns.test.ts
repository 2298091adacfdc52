import { designMatrix } from '@core/statistics/design-matrix/design-matrix';
import {
  originalCoefficients,
  originalCovariance,
  redundantColumns,
  standardisedColumns,
} from '@core/statistics/regression/standardised-columns';
import { expect, test } from 'vitest';

const design = designMatrix([{ kind: 'numeric', name: 'x', values: [1, 3] }]);

test('a column of 1 and 3 becomes -1 and 1', () => {
  expect(Array.from(standardisedColumns(design).values)).toEqual([1, -1, 1, 1]);
});

test('coefficients come back in the original unit: 5 + 2 (x - 2) = 1 + 2 x', () => {
  expect(Array.from(originalCoefficients(standardisedColumns(design), Float64Array.of(5, 2)))).toEqual([
    1, 2,
  ]);
});

test('covariances come back: the intercept takes four slope variances and two covariances', () => {
  const back = originalCovariance(standardisedColumns(design), Float64Array.of(3, 0.5, 0.5, 1));
  // Var(γ0 - 2 γ1) = 3 - 2 · 2 · 0.5 + 4, Cov(γ0 - 2 γ1, γ1) = 0.5 - 2.
  expect(Array.from(back)).toEqual([5, -1.5, -1.5, 1]);
});

test('a design without intercept is scaled, not shifted', () => {
  const through = designMatrix([{ kind: 'numeric', name: 'x', values: [3, 4] }], false);
  const [a = 0, b = 0] = standardisedColumns(through).values;
  expect(b / a).toBeCloseTo(4 / 3, 14);
});

test('columns that repeat others are found, nearly repeated ones are not', () => {
  const x = [1, 2, 4, 8, 16];
  const columns = (values: number[]) =>
    standardisedColumns(
      designMatrix([
        { kind: 'numeric', name: 'x', values: x },
        { kind: 'numeric', name: 'y', values },
      ]),
    );
  expect(redundantColumns(columns(x.map((v) => 3 * v - 1)), 5)).toEqual([2]);
  expect(redundantColumns(columns(x.map((v, i) => 3 * v + (i === 2 ? 1e-4 : 0))), 5)).toEqual([]);
});
