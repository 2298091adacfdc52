import { bSplines } from '@core/statistics/design-matrix/b-spline';
import { designCovariates } from '@core/statistics/design-matrix/design-covariates';
import { designMatrix } from '@core/statistics/design-matrix/design-matrix';
import type { CategoricalTerm, NumericTerm } from '@core/statistics/design-matrix/model-term';
import { naturalSpline, splineKnots } from '@core/statistics/design-matrix/natural-spline';
import { withoutTerm } from '@core/statistics/design-matrix/without-term';
import { expect, test } from 'vitest';

const dose: CategoricalTerm = {
  kind: 'categorical',
  name: 'dose',
  codes: [0, 1, 2, Number.NaN, 1],
  levels: ['low', 'middle', 'high'],
  reference: 'middle',
};
const age: NumericTerm = { kind: 'numeric', name: 'age', values: [50, Number.NaN, 61, 72, 83] };

test('a category is compared with its named reference, a number stays a number', () => {
  const design = designMatrix([dose, age]);
  expect(design.columns.map((column) => column.name)).toEqual(['intercept', 'dose=low', 'dose=high', 'age']);
  expect(Array.from(design.values)).toEqual([1, 1, 0, 50, 1, 0, 1, 61, 1, 0, 0, 83]);
});

test('missing rows are left out, counted and named', () => {
  const design = designMatrix([dose, age]);
  expect(Array.from(design.rows)).toEqual([0, 2, 4]);
  expect(design).toMatchObject({ n: 3, totalRows: 5, missing: 2, reason: null });
  expect(design.missingByTerm).toEqual([
    { term: 'dose', missing: 1 },
    { term: 'age', missing: 1 },
  ]);
});

test('an infinite number is missing, too', () => {
  expect(designMatrix([{ ...age, values: [1, Number.POSITIVE_INFINITY] }])).toMatchObject({
    n: 1,
    missing: 1,
  });
});

test('a level that nobody has gets no column and is reported', () => {
  const design = designMatrix([{ ...dose, codes: [0, 1, 0] }]);
  expect(design.columns.map((column) => column.name)).toEqual(['intercept', 'dose=low']);
  expect(design.emptyLevels).toEqual([{ term: 'dose', level: 'high' }]);
});

test('a reference that nobody has is refused by name', () => {
  const design = designMatrix([{ ...dose, codes: [0, 2, 0] }]);
  expect(design).toMatchObject({ n: 0, reason: 'reference-level-empty', culprits: ['dose'] });
});

test('nothing complete is said, and so are knots that cannot be', () => {
  expect(designMatrix([{ ...age, values: [Number.NaN] }]).reason).toBe('no-complete-rows');
  const spline = {
    kind: 'natural-spline',
    name: 'age',
    values: [1, 1, 1, 2],
    knots: { degreesOfFreedom: 4 },
  } as const;
  expect(designMatrix([spline])).toMatchObject({ reason: 'too-few-values-for-knots', culprits: ['age'] });
});

test('an interaction multiplies the columns of its terms', () => {
  const design = designMatrix([dose, age, { kind: 'interaction', of: ['dose', 'age'] }]);
  expect(design.columns.slice(4).map((column) => column.name)).toEqual(['dose=low:age', 'dose=high:age']);
  expect(Array.from(design.values.slice(0, 6))).toEqual([1, 1, 0, 50, 50, 0]);
});

test('without a term its columns are gone and the rows are the same', () => {
  const smaller = withoutTerm(designMatrix([dose, age]), 'dose');
  expect(Array.from(smaller.values)).toEqual([1, 50, 1, 61, 1, 83]);
  expect(() => withoutTerm(smaller, 'dose')).toThrow(RangeError);
});

test('B-splines of order 2 are the hats: half-way up both are one half', () => {
  expect(Array.from(bSplines([0, 0, 1, 2, 2], 0.5, 2))).toEqual([0.5, 0.5, 0]);
  expect(Array.from(bSplines([0, 0, 1, 2, 2], 2, 2))).toEqual([0, 0, 1]);
  expect(Array.from(bSplines([0, 0, 1, 2, 2], 0.5, 2, 1))).toEqual([-1, 1, 0]);
});

test('a natural spline without inner knots is a straight line, also beyond the boundary', () => {
  const line = naturalSpline({ inner: [], boundary: [0, 10] });
  const [a = 0] = line.at(0);
  const [b = 0] = line.at(1);
  const [far = 0] = line.at(25);
  expect(far - a).toBeCloseTo(25 * (b - a), 12);
});

test('the knots are the inner quantiles and the range', () => {
  expect(splineKnots([5, 1, 4, 2, 3], 2)).toEqual({ inner: [3], boundary: [1, 5] });
});

test('terms that do not fit together are mistakes of the caller', () => {
  expect(() => designMatrix([dose, { ...age, values: [1] }])).toThrow(/another number of rows/);
  expect(() => designMatrix([age, age])).toThrow(/named twice/);
  expect(() => designMatrix([{ ...dose, reference: 'none' }])).toThrow(/reference/);
  expect(() => designMatrix([age, { kind: 'interaction', of: ['age', 'sex'] }])).toThrow(/unknown term: sex/);
  expect(() => designMatrix([{ ...dose, codes: [7] }])).toThrow(/no level/);
  expect(() => naturalSpline({ inner: [3], boundary: [0, 2] })).toThrow(/ascend/);
});

test('as covariates of a survival model the columns are as long as the input, without intercept', () => {
  const { names, columns } = designCovariates(designMatrix([dose, age]));
  expect(names).toEqual(['dose=low', 'dose=high', 'age']);
  expect(columns.map((column) => Array.from(column))).toEqual([
    [1, Number.NaN, 0, Number.NaN, 0],
    [0, Number.NaN, 1, Number.NaN, 0],
    [50, Number.NaN, 61, Number.NaN, 83],
  ]);
});
