import { type DesignMatrix, designMatrix } from '@core/statistics/design-matrix/design-matrix';
import type { NumericTerm } from '@core/statistics/design-matrix/model-term';
import { linearMixedModel } from '@core/statistics/mixed-model/linear-mixed-model';
import { logisticRegression } from '@core/statistics/regression/logistic-regression';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const seeded = { seed: 20_262, numRuns: 40 };

const near = (
  actual: number | null | undefined,
  expected: number | null | undefined,
  tolerance: number,
): void => {
  expect(actual).toEqual(expect.any(Number));
  expect(expected).toEqual(expect.any(Number));
  expect(Math.abs((actual ?? 0) - (expected ?? 0))).toBeLessThanOrEqual(
    tolerance * (1 + Math.abs(expected ?? 0)),
  );
};

const numeric = (name: string, values: readonly number[]): NumericTerm => ({ kind: 'numeric', name, values });
const value = fc.integer({ min: -100, max: 100 }).map((k) => k / 16);

interface Row {
  readonly x: number;
  readonly level: number;
  readonly y: number;
}
const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({ x: value, level: fc.integer({ min: 0, max: 2 }), y: fc.integer({ min: 0, max: 1 }) }),
  { minLength: 40, maxLength: 60 },
);
const levels = ['a', 'b', 'c'];
const design = (data: readonly Row[], reference = 'a', bend = (x: number) => x): DesignMatrix =>
  designMatrix([
    numeric(
      'x',
      data.map((row) => bend(row.x)),
    ),
    { kind: 'categorical', name: 'level', codes: data.map((row) => row.level), levels, reference },
  ]);
const outcomes = (data: readonly Row[]): number[] => data.map((row) => row.y);
const fitted = (data: readonly Row[], reference = 'a') =>
  logisticRegression(design(data, reference), outcomes(data));

test('one covariate separates exactly when the two outcomes share no open stretch of it', () => {
  const row = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1 }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 9 }), (data) => {
      const split = (y: number) => data.filter(([, event]) => event === y).map(([x]) => x);
      const [without, withEvent] = [split(0), split(1)];
      const matrix = designMatrix([
        numeric(
          'x',
          data.map(([x]) => x),
        ),
      ]);
      const { reason } = logisticRegression(
        matrix,
        data.map(([, y]) => y),
      );
      if (without.length === 0 || withEvent.length === 0) expect(reason).toBe('one-outcome');
      else if (new Set(data.map(([x]) => x)).size === 1) expect(reason).toBe('collinear');
      else {
        const apart =
          Math.max(...without) <= Math.min(...withEvent) || Math.max(...withEvent) <= Math.min(...without);
        expect(reason).toBe(apart ? 'separation' : null);
      }
    }),
    { ...seeded, numRuns: 400 },
  );
});

test('at the maximum the residuals are at right angles to every column', () => {
  fc.assert(
    fc.property(rows, (data) => {
      const matrix = design(data);
      const fit = logisticRegression(matrix, outcomes(data));
      fc.pre(fit.fitted !== null);
      const width = matrix.columns.length;
      for (let j = 0; j < width; j++) {
        const score = data.reduce(
          (sum, row, i) => sum + (matrix.values[i * width + j] ?? 0) * (row.y - (fit.fitted?.[i] ?? 0)),
          0,
        );
        expect(Math.abs(score)).toBeLessThan(1e-7);
      }
    }),
    seeded,
  );
});

test('neither the order of rows nor the reference level changes what is fitted', () => {
  fc.assert(
    fc.property(rows, (data) => {
      const fit = fitted(data);
      fc.pre(fit.deviance !== null);
      near(fitted([...data].reverse()).coefficients[1]?.estimate, fit.coefficients[1]?.estimate, 1e-8);
      near(fitted(data, 'c').deviance, fit.deviance, 1e-10);
      near(fitted(data, 'c').coefficients[1]?.standardError, fit.coefficients[1]?.standardError, 1e-8);
    }),
    seeded,
  );
});

test('a shifted and scaled covariate has its coefficient in the new unit and the same p', () => {
  fc.assert(
    fc.property(rows, (data) => {
      const fit = fitted(data);
      fc.pre(fit.deviance !== null);
      const other = logisticRegression(
        design(data, 'a', (x) => 1000 + 8 * x),
        outcomes(data),
      );
      near((other.coefficients[1]?.estimate ?? 0) * 8, fit.coefficients[1]?.estimate, 1e-8);
      near(other.coefficients[1]?.p, fit.coefficients[1]?.p, 1e-8);
    }),
    seeded,
  );
});

test('the odds against are the inverse of the odds for', () => {
  fc.assert(
    fc.property(rows, (data) => {
      const fit = fitted(data);
      fc.pre(fit.deviance !== null);
      const against = fitted(data.map((row) => ({ ...row, y: 1 - row.y })));
      fit.coefficients.forEach((coefficient, j) => {
        near(against.coefficients[j]?.estimate, -coefficient.estimate, 1e-8);
      });
    }),
    seeded,
  );
});

test('every subject twice: the same coefficients, half the variance', () => {
  fc.assert(
    fc.property(rows, (data) => {
      const fit = fitted(data);
      fc.pre(fit.deviance !== null);
      const twice = fitted([...data, ...data]);
      near(twice.coefficients[1]?.estimate, fit.coefficients[1]?.estimate, 1e-8);
      near(
        (twice.coefficients[1]?.standardError ?? 0) * Math.SQRT2,
        fit.coefficients[1]?.standardError,
        1e-8,
      );
    }),
    seeded,
  );
});

test('a spline can draw any straight line, and only the rows that are missing are left out', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(value, { minLength: 12, maxLength: 40 }),
      fc.integer({ min: 1, max: 4 }),
      (x, df) => {
        const withGap = [...x, Number.NaN];
        const matrix = designMatrix([
          { kind: 'natural-spline', name: 'x', values: withGap, knots: { degreesOfFreedom: df } },
        ]);
        fc.pre(matrix.reason === null);
        expect(matrix).toMatchObject({ n: x.length, missing: 1 });
        // Least squares of x on the spline columns by Gram-Schmidt leaves nothing.
        const width = matrix.columns.length;
        const column = (j: number): number[] => x.map((_, i) => matrix.values[i * width + j] ?? 0);
        const rest = [...x];
        const basis: number[][] = [];
        const without = (vector: number[], unit: readonly number[]): void => {
          const product = vector.reduce((sum, v, i) => sum + v * (unit[i] ?? 0), 0);
          vector.forEach((_, i) => {
            vector[i] = (vector[i] ?? 0) - product * (unit[i] ?? 0);
          });
        };
        for (let j = 0; j < width; j++) {
          const vector = column(j);
          for (const unit of [...basis, ...basis]) without(vector, unit);
          const length = Math.hypot(...vector);
          basis.push(vector.map((v) => v / length));
        }
        for (const unit of [...basis, ...basis]) without(rest, unit);
        expect(Math.max(...rest.map(Math.abs))).toBeLessThan(1e-8);
      },
    ),
    seeded,
  );
});

interface Visits {
  readonly y: number[];
  readonly t: number[];
  readonly group: number[];
}
const visits: fc.Arbitrary<Visits> = fc
  .array(fc.array(fc.tuple(value, fc.integer({ min: 0, max: 12 })), { minLength: 3, maxLength: 6 }), {
    minLength: 5,
    maxLength: 8,
  })
  .map((patients) => {
    const all = patients.flatMap((patient, g) => patient.map(([y, t]) => ({ y: y + 3 * g, t, g })));
    return { y: all.map((v) => v.y), t: all.map((v) => v.t), group: all.map((v) => v.g) };
  });
const mixed = ({ y, t, group }: Visits, slope = false, method: 'REML' | 'ML' = 'REML') =>
  linearMixedModel(designMatrix([numeric('t', t)]), y, group, { method, ...(slope ? { slope: t } : {}) });

test('a mixed model does not see the order of rows or the names of groups', () => {
  fc.assert(
    fc.property(visits, fc.boolean(), (data, slope) => {
      const here = mixed(data, slope);
      fc.pre(here.reason === null);
      const there = mixed(
        {
          y: [...data.y].reverse(),
          t: [...data.t].reverse(),
          group: data.group.map((g) => 100 - g).reverse(),
        },
        slope,
      );
      near(there.logLikelihood, here.logLikelihood, 1e-8);
      near(there.fixed[1]?.estimate, here.fixed[1]?.estimate, 1e-4);
    }),
    { ...seeded, numRuns: 25 },
  );
});

test('the outcome in another unit changes variances by its square and p not at all', () => {
  fc.assert(
    fc.property(visits, (data) => {
      const here = mixed(data);
      fc.pre(here.reason === null && !here.singular);
      const there = mixed({ ...data, y: data.y.map((y) => 10 * y + 7) });
      near((there.variances?.residual ?? 0) / 100, here.variances?.residual, 1e-6);
      near((there.variances?.intercept ?? 0) / 100, here.variances?.intercept, 1e-5);
      near(there.fixed[1]?.p, here.fixed[1]?.p, 1e-5);
    }),
    { ...seeded, numRuns: 25 },
  );
});

test('moving the origin of time leaves likelihood and slopes alone', () => {
  fc.assert(
    fc.property(visits, (data) => {
      const here = mixed(data, true);
      fc.pre(here.reason === null && !here.singular);
      const there = mixed({ ...data, t: data.t.map((t) => t + 50) }, true);
      near(there.logLikelihood, here.logLikelihood, 1e-8);
      near(there.variances?.slope, here.variances?.slope, 1e-4);
      near(there.fixed[1]?.estimate, here.fixed[1]?.estimate, 1e-5);
    }),
    { ...seeded, numRuns: 15 },
  );
});

test('a random slope never lowers the likelihood', () => {
  fc.assert(
    fc.property(visits, fc.constantFrom('REML' as const, 'ML' as const), (data, method) => {
      const [small, large] = [mixed(data, false, method), mixed(data, true, method)];
      fc.pre(small.reason === null && large.reason === null);
      expect((large.logLikelihood ?? 0) - (small.logLikelihood ?? 0)).toBeGreaterThan(-1e-7);
    }),
    { ...seeded, numRuns: 25 },
  );
});
