import { chiSquaredTest } from '@core/statistics/contingency/chi-squared-test';
import { cochranArmitage } from '@core/statistics/contingency/cochran-armitage';
import { fisherFourfold } from '@core/statistics/contingency/fisher-fourfold';
import { fisherTable } from '@core/statistics/contingency/fisher-table';
import { binomialCdf, binomialUpperTail } from '@core/statistics/distributions/binomial';
import { funnelLimits } from '@core/statistics/funnel/funnel-limits';
import { funnelPosition } from '@core/statistics/funnel/funnel-position';
import { clopperPearson } from '@core/statistics/proportions/clopper-pearson';
import { differenceOfProportions } from '@core/statistics/proportions/difference-of-proportions';
import { exactPoisson } from '@core/statistics/proportions/exact-poisson';
import { wilson } from '@core/statistics/proportions/wilson';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const seeded = { seed: 20_260, numRuns: 150 };

const near = (
  actual: number | null | undefined,
  expected: number | null | undefined,
  tolerance = 1e-9,
): void => {
  if (actual === null || actual === undefined || expected === null || expected === undefined) {
    expect(actual ?? null).toBe(expected ?? null);
  } else if (Number.isFinite(expected)) {
    expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * (1 + Math.abs(expected)));
  } else expect(actual).toBe(expected);
};

const count = fc.integer({ min: 0, max: 25 });
const fourfold = fc.tuple(count, count, count, count).map(([a, b, c, d]) => [
  [a, b],
  [c, d],
]);
const tableOf = (rows: number, columns: number, max: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const transposed = (table: readonly (readonly number[])[]): number[][] =>
  (table[0] ?? []).map((_, j) => table.map((row) => row[j] ?? 0));

test('chi-squared and Fisher do not change when rows change places or become columns', () => {
  fc.assert(
    fc.property(tableOf(3, 4, 6), (table) => {
      const turned = transposed(table);
      const reversed = [...table].reverse();
      for (const other of [turned, reversed]) {
        near(chiSquaredTest(other).statistic, chiSquaredTest(table).statistic);
        near(fisherTable(other).p, fisherTable(table).p);
      }
    }),
    { ...seeded, numRuns: 60 },
  );
});

test('doubling every count doubles chi-squared', () => {
  fc.assert(
    fc.property(tableOf(3, 3, 30), (table) => {
      const doubled = table.map((row) => row.map((cell) => 2 * cell));
      const { statistic } = chiSquaredTest(table);
      near(chiSquaredTest(doubled).statistic, statistic === null ? null : 2 * statistic);
    }),
    seeded,
  );
});

test('the correction never makes chi-squared larger', () => {
  fc.assert(
    fc.property(fourfold, (table) => {
      const plain = chiSquaredTest(table).statistic ?? 0;
      expect(chiSquaredTest(table, true).statistic ?? 0).toBeLessThanOrEqual(plain + 1e-12);
    }),
    seeded,
  );
});

test('Fisher of a fourfold table is Fisher of an r x c table, by two ways of counting', () => {
  fc.assert(
    fc.property(fourfold, (table) => {
      const network = fisherTable(table);
      if (network.reason === null) near(network.p, fisherFourfold(table).p);
      else expect(fisherFourfold(table).p).toBe(1);
    }),
    seeded,
  );
});

test('Fisher of 2 x 3 agrees with adding up every table', () => {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const weight = (cells: readonly number[]): number =>
    cells.reduce((product, n) => product / factorial(n), 1);
  fc.assert(
    fc.property(tableOf(2, 3, 4), ([first = [], second = []]) => {
      const { p, reason } = fisherTable([first, second]);
      if (reason !== null) return;
      const totals = first.map((n, j) => n + (second[j] ?? 0));
      const drawn = first.reduce((a, b) => a + b, 0);
      const seen = weight([...first, ...second]);
      let [extreme, all] = [0, 0];
      for (let a = 0; a <= (totals[0] ?? 0); a++) {
        for (let b = 0; b <= (totals[1] ?? 0); b++) {
          const c = drawn - a - b;
          if (c < 0 || c > (totals[2] ?? 0)) continue;
          const w = weight([a, b, c, (totals[0] ?? 0) - a, (totals[1] ?? 0) - b, (totals[2] ?? 0) - c]);
          all += w;
          if (w <= seen * (1 + 1e-7)) extreme += w;
        }
      }
      near(p, extreme / all);
    }),
    seeded,
  );
});

test('exchanging the rows inverts the odds ratio and its limits', () => {
  fc.assert(
    fc.property(fourfold, ([first = [], second = []]) => {
      const here = fisherFourfold([first, second]);
      const there = fisherFourfold([second, first]);
      if (here.estimate === null || here.interval === null) return;
      near(1 / (there.estimate ?? 0), here.estimate, 1e-7);
      near(1 / (there.interval?.upper ?? 0), here.interval.lower, 1e-7);
      near(there.p, here.p);
    }),
    seeded,
  );
});

test('the conditional odds ratio lies in its interval, and 1 outside exactly when the test says so', () => {
  fc.assert(
    fc.property(fourfold, (table) => {
      const { estimate, interval } = fisherFourfold(table);
      if (estimate === null || interval === null) return;
      expect(interval.lower ?? 0).toBeLessThanOrEqual(estimate);
      expect(interval.upper ?? 0).toBeGreaterThanOrEqual(estimate);
      const greater = fisherFourfold(table, 'greater').p ?? 1;
      if (Math.abs(greater - 0.025) > 1e-9) expect((interval.lower ?? 0) > 1).toBe(greater < 0.025);
    }),
    seeded,
  );
});

test('a trend over two groups is chi-squared, and reversed scores reverse its sign', () => {
  fc.assert(
    fc.property(fourfold, ([[a = 0, b = 0] = [], [c = 0, d = 0] = []]) => {
      const trend = cochranArmitage([a, c], [a + b, c + d]);
      const { statistic } = chiSquaredTest([
        [a, b],
        [c, d],
      ]);
      if (trend.z === null) {
        expect(statistic).toBeNull();
        return;
      }
      near(trend.statistic, statistic);
      near(cochranArmitage([a, c], [a + b, c + d], [7, -3]).z, -trend.z);
    }),
    seeded,
  );
});

const outcome = fc
  .integer({ min: 1, max: 400 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

test('exact limits put half of the error on each side, and mirror for the complement', () => {
  fc.assert(
    fc.property(outcome, ([x, n]) => {
      const { interval } = clopperPearson(x, n);
      if (x > 0) near(binomialUpperTail(x, n, interval?.lower ?? 0), 0.025, 1e-9);
      if (x < n) near(binomialCdf(x, n, interval?.upper ?? 1), 0.025, 1e-9);
      near(clopperPearson(n - x, n).interval?.upper, 1 - (interval?.lower ?? 0));
    }),
    seeded,
  );
});

test('Wilson limits are where the score statistic reaches its quantile', () => {
  fc.assert(
    fc.property(outcome, ([x, n]) => {
      const { interval } = wilson(x, n);
      for (const limit of [interval?.lower ?? 0, interval?.upper ?? 1]) {
        if (limit <= 0 || limit >= 1) continue;
        near(Math.abs(x / n - limit) / Math.sqrt((limit * (1 - limit)) / n), 1.959963984540054, 1e-8);
      }
    }),
    seeded,
  );
});

test('a higher level gives a wider interval around the same estimate', () => {
  fc.assert(
    fc.property(outcome, fc.constantFrom(clopperPearson, wilson), ([x, n], method) => {
      const [narrow, wide] = [method(x, n, 0.9).interval, method(x, n, 0.99).interval];
      expect(wide?.lower ?? 1).toBeLessThanOrEqual(narrow?.lower ?? 0);
      expect(wide?.upper ?? 0).toBeGreaterThanOrEqual(narrow?.upper ?? 1);
      expect(narrow?.lower ?? 1).toBeLessThanOrEqual(x / n);
      expect(narrow?.upper ?? 0).toBeGreaterThanOrEqual(x / n);
    }),
    seeded,
  );
});

test('exchanged groups negate the difference of proportions', () => {
  fc.assert(
    fc.property(outcome, outcome, ([x1, n1], [x2, n2]) => {
      const here = differenceOfProportions(x1, n1, x2, n2);
      const there = differenceOfProportions(x2, n2, x1, n1);
      near(there.estimate, -(here.estimate ?? 0));
      near(there.interval?.lower, -(here.interval?.upper ?? 0));
    }),
    seeded,
  );
});

test('a rate scales with the unit of time', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 500 }),
      fc.double({ min: 0.01, max: 1e4, noNaN: true }),
      (events, time) => {
        const years = exactPoisson(events, time);
        const days = exactPoisson(events, 365.25 * time);
        near((days.interval?.upper ?? 0) * 365.25, years.interval?.upper);
        near((days.interval?.lower ?? 0) * 365.25, years.interval?.lower);
      },
    ),
    seeded,
  );
});

const target = fc.double({ min: 0.01, max: 0.99, noNaN: true });

test('funnel limits hold the target, the outer ones the inner ones, and mirror', () => {
  fc.assert(
    fc.property(target, fc.integer({ min: 1, max: 2000 }), (p, n) => {
      const [inner, outer] = funnelLimits(p, [n]).limits;
      const [mirrored] = funnelLimits(1 - p, [n]).limits;
      expect(inner?.lower ?? 1).toBeLessThanOrEqual(p);
      expect(inner?.upper ?? 0).toBeGreaterThanOrEqual(p);
      expect(outer?.lower ?? 1).toBeLessThanOrEqual(inner?.lower ?? 0);
      expect(outer?.upper ?? 0).toBeGreaterThanOrEqual(inner?.upper ?? 1);
      near(1 - (mirrored?.upper ?? 0), inner?.lower, 1e-7);
    }),
    seeded,
  );
});

test('a unit that the exact test puts outside lies beyond the drawn line', () => {
  fc.assert(
    fc.property(target, outcome, (p, [x, n]) => {
      const { position } = funnelPosition(x, n, p);
      const [inner, outer] = funnelLimits(p, [n]).limits;
      const limit = position?.endsWith('95') ? inner : outer;
      if (position?.startsWith('below')) expect(x / n).toBeLessThanOrEqual((limit?.lower ?? 0) + 1e-12);
      if (position?.startsWith('above')) expect(x / n).toBeGreaterThanOrEqual((limit?.upper ?? 1) - 1e-12);
      expect(position).not.toBeNull();
    }),
    seeded,
  );
});
