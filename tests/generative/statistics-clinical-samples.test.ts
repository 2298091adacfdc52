import { quantiles } from '@core/statistics/descriptive/quantile';
import { sampleSummary } from '@core/statistics/descriptive/sample-summary';
import { standardisedLevelDifference } from '@core/statistics/descriptive/standardised-level-difference';
import { standardisedMeanDifference } from '@core/statistics/descriptive/standardised-mean-difference';
import { kruskalWallis } from '@core/statistics/groups/kruskal-wallis';
import { oneWayAnova } from '@core/statistics/groups/one-way-anova';
import { welchT } from '@core/statistics/groups/welch-t';
import { wilcoxonRankSum } from '@core/statistics/groups/wilcoxon-rank-sum';
import { areaUnderCurve } from '@core/statistics/roc/area-under-curve';
import { comparePairedAuc } from '@core/statistics/roc/auc-comparison';
import { optimalCutOff } from '@core/statistics/roc/optimal-cut-off';
import { rocCurve } from '@core/statistics/roc/roc-curve';
import fc from 'fast-check';
import { mean, medianSorted, sampleStandardDeviation } from 'simple-statistics';
import { expect, test } from 'vitest';

const seeded = { seed: 20_261, numRuns: 150 };

const near = (
  actual: number | null | undefined,
  expected: number | null | undefined,
  tolerance = 1e-9,
): void => {
  if (actual === null || actual === undefined || expected === null || expected === undefined) {
    expect(actual ?? null).toBe(expected ?? null);
  } else expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * (1 + Math.abs(expected)));
};

/** Quarters, so that sums are exact and ties frequent. */
const value = fc.integer({ min: -40, max: 40 }).map((k) => k / 4);
const sample = fc.array(value, { minLength: 1, maxLength: 30 });
const spreadSample = fc.array(value, { minLength: 2, maxLength: 30 });

test('quantiles rise with the probability, stay in the range and ignore the order of rows', () => {
  const probabilities = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];
  fc.assert(
    fc.property(sample, fc.constantFrom(2 as const, 7 as const), (values, type) => {
      const estimates = quantiles(values, probabilities, type).map((q) => q.estimate ?? Number.NaN);
      expect(estimates[0]).toBe(Math.min(...values));
      expect(estimates[6]).toBe(Math.max(...values));
      estimates.slice(1).forEach((q, i) => {
        expect(q).toBeGreaterThanOrEqual(estimates[i] ?? 0);
      });
      expect(quantiles([...values].reverse(), probabilities, type).map((q) => q.estimate)).toEqual(estimates);
    }),
    seeded,
  );
});

test('quantiles of negated values are the negated quantiles from the other end', () => {
  fc.assert(
    fc.property(
      sample,
      fc.constantFrom(2 as const, 7 as const),
      fc.integer({ min: 0, max: 8 }),
      (values, type, k) => {
        const [here] = quantiles(values, [k / 8], type);
        const [there] = quantiles(
          values.map((x) => -x),
          [1 - k / 8],
          type,
        );
        near(there?.estimate, -(here?.estimate ?? 0), 1e-13);
      },
    ),
    seeded,
  );
});

test('mean, deviation and median are those of simple-statistics', () => {
  fc.assert(
    fc.property(spreadSample, (values) => {
      const summary = sampleSummary(values);
      near(summary.mean, mean(values), 1e-13);
      near(summary.standardDeviation, sampleStandardDeviation(values), 1e-12);
      near(summary.median, medianSorted([...values].sort((a, b) => a - b)), 1e-13);
    }),
    seeded,
  );
});

test('a standardised difference changes sign with the groups and ignores units', () => {
  fc.assert(
    fc.property(spreadSample, spreadSample, (a, b) => {
      const here = standardisedMeanDifference({ values: a }, { values: b }).estimate;
      const there = standardisedMeanDifference({ values: b }, { values: a }).estimate;
      near(there, here === null ? null : -here);
      const scaled = (values: number[]) => ({ values: values.map((x) => 3 * x + 100) });
      near(standardisedMeanDifference(scaled(a), scaled(b)).estimate, here);
    }),
    seeded,
  );
});

test('equal weights are no weights', () => {
  fc.assert(
    fc.property(spreadSample, spreadSample, (a, b) => {
      const weighted = (values: number[]) => ({ values, weights: values.map(() => 2.5) });
      near(
        standardisedMeanDifference(weighted(a), weighted(b)).estimate,
        standardisedMeanDifference({ values: a }, { values: b }).estimate,
      );
    }),
    seeded,
  );
});

test('a difference over levels does not depend on which level comes first', () => {
  const counts = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const { estimate } = standardisedLevelDifference(a, b);
      expect(estimate).toBeGreaterThanOrEqual(0);
      near(standardisedLevelDifference([...a].reverse(), [...b].reverse()).estimate, estimate, 1e-8);
      near(standardisedLevelDifference(b, a).estimate, estimate, 1e-8);
    }),
    seeded,
  );
});

const methods = fc.constantFrom('automatic' as const, 'exact' as const, 'normal' as const);

test('exchanged groups have the other U, the same p and the negated shift', () => {
  fc.assert(
    fc.property(sample, sample, methods, (a, b, method) => {
      const here = wilcoxonRankSum(a, b, { method });
      const there = wilcoxonRankSum(b, a, { method });
      near((here.statistic ?? 0) + (there.statistic ?? 0), a.length * b.length);
      near(there.p, here.p);
      near(there.shift?.estimate, here.shift === null ? null : -here.shift.estimate);
      near(there.shift?.interval.lower, here.shift === null ? null : -(here.shift.interval.upper ?? 0));
    }),
    seeded,
  );
});

test('the rank sum test sees ranks only', () => {
  fc.assert(
    fc.property(sample, sample, methods, (a, b, method) => {
      const bent = (values: number[]) => values.map((x) => Math.exp(x / 3));
      near(wilcoxonRankSum(bent(a), bent(b), { method }).p, wilcoxonRankSum(a, b, { method }).p);
    }),
    seeded,
  );
});

test('the exact p-value is the share of all divisions that are as extreme', () => {
  const small = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(small, small, (a, b) => {
      const { p, reason, statistic } = wilcoxonRankSum(a, b, { method: 'exact' });
      if (reason !== null) return;
      const pooled = [...a, ...b];
      const seen = Math.abs((statistic ?? 0) - (a.length * b.length) / 2);
      let [extreme, all] = [0, 0];
      for (let mask = 0; mask < 1 << pooled.length; mask++) {
        const chosen = pooled.filter((_, i) => (mask >> i) & 1);
        if (chosen.length !== a.length) continue;
        const others = pooled.filter((_, i) => !((mask >> i) & 1));
        let u = 0;
        for (const x of chosen) for (const y of others) u += x > y ? 1 : x === y ? 0.5 : 0;
        all++;
        if (Math.abs(u - (a.length * b.length) / 2) >= seen - 1e-9) extreme++;
      }
      near(p, extreme / all);
    }),
    { ...seeded, numRuns: 80 },
  );
});

test('a shifted first group shifts the Hodges-Lehmann estimate, which lies in its interval', () => {
  fc.assert(
    fc.property(spreadSample, spreadSample, methods, (a, b, method) => {
      const here = wilcoxonRankSum(a, b, { method }).shift;
      const moved = wilcoxonRankSum(
        a.map((x) => x + 64),
        b,
        { method: 'normal' },
      ).shift;
      const still = wilcoxonRankSum(a, b, { method: 'normal' }).shift;
      if (here === null || still === null || moved === null) return;
      near(moved.estimate, still.estimate + 64);
      expect(here.interval.lower ?? 0).toBeLessThanOrEqual(here.estimate);
      expect(here.interval.upper ?? 0).toBeGreaterThanOrEqual(here.estimate);
    }),
    seeded,
  );
});

test('of two groups Kruskal-Wallis is the square of the uncorrected rank sum test', () => {
  fc.assert(
    fc.property(sample, sample, (a, b) => {
      const two = wilcoxonRankSum(a, b, { method: 'normal', continuityCorrection: false });
      near(kruskalWallis([a, b]).p, two.p, 1e-8);
    }),
    seeded,
  );
});

test('of two groups Welch ANOVA is the square of Welch t', () => {
  fc.assert(
    fc.property(spreadSample, spreadSample, (a, b) => {
      const f = oneWayAnova([a, b], false);
      const t = welchT(a, b);
      if (f.reason !== null) return;
      near(f.statistic, (t.statistic ?? 0) ** 2, 1e-8);
      near(f.denominatorDf, t.degreesOfFreedom, 1e-8);
      near(f.p, t.p, 1e-8);
    }),
    seeded,
  );
});

test('the order of groups and rows does not matter to several groups', () => {
  fc.assert(
    fc.property(spreadSample, spreadSample, spreadSample, (a, b, c) => {
      near(kruskalWallis([c, [...a].reverse(), b]).statistic, kruskalWallis([a, b, c]).statistic);
      near(oneWayAnova([c, [...a].reverse(), b]).p, oneWayAnova([a, b, c]).p, 1e-8);
    }),
    seeded,
  );
});

test('Welch contains no difference exactly when p is above one less the level', () => {
  fc.assert(
    fc.property(spreadSample, spreadSample, (a, b) => {
      const { interval, p } = welchT(a, b);
      if (interval === null || p === null || Math.abs(p - 0.05) < 1e-9) return;
      const holdsZero = (interval.lower ?? 0) <= 0 && (interval.upper ?? 0) >= 0;
      expect(holdsZero).toBe(p > 0.05);
    }),
    seeded,
  );
});

const marked = fc.array(fc.tuple(value, value, fc.integer({ min: 0, max: 1 })), {
  minLength: 4,
  maxLength: 40,
});

test('the area is U over the pairs, the area under the drawn corners, and turns with the direction', () => {
  fc.assert(
    fc.property(marked, (rows) => {
      const marker = rows.map(([x]) => x);
      const outcome = rows.map(([, , y]) => y);
      const { estimate } = areaUnderCurve(marker, outcome);
      const split = (event: number) => rows.filter(([, , y]) => y === event).map(([x]) => x);
      near(estimate, wilcoxonRankSum(split(1), split(0)).probabilityHigher);
      near(areaUnderCurve(marker, outcome, 'lower').estimate, estimate === null ? null : 1 - estimate);
      const { points } = rocCurve(marker, outcome);
      const area = points.slice(1).reduce((sum, point, i) => {
        const before = points[i] ?? point;
        return (
          sum + ((point.specificity - before.specificity) * (point.sensitivity + before.sensitivity)) / 2
        );
      }, 0);
      if (estimate !== null) near(area, estimate);
    }),
    seeded,
  );
});

test('exchanged markers negate the comparison of their areas', () => {
  fc.assert(
    fc.property(marked, (rows) => {
      const [first, second, outcome] = [
        rows.map(([x]) => x),
        rows.map(([, x]) => x),
        rows.map(([, , y]) => y),
      ];
      const here = comparePairedAuc(first, second, outcome);
      const there = comparePairedAuc(second, first, outcome);
      near(there.z, here.z === null ? null : -here.z, 1e-7);
      near(there.p, here.p, 1e-7);
    }),
    seeded,
  );
});

test('no threshold beats the one that is called optimal', () => {
  fc.assert(
    fc.property(marked, (rows) => {
      const [marker, outcome] = [rows.map(([x]) => x), rows.map(([, , y]) => y)];
      const best = optimalCutOff(marker, outcome);
      const index = (best.sensitivity?.estimate ?? 2) + (best.specificity?.estimate ?? 2);
      for (const point of rocCurve(marker, outcome).points) {
        expect(point.sensitivity + point.specificity).toBeLessThanOrEqual(index + 1e-12);
      }
      expect(best.reason === null).toBe(best.threshold !== null);
    }),
    seeded,
  );
});
