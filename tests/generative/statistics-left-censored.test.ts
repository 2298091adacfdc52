import { quantiles } from '@core/statistics/descriptive/quantile';
import { type CensoredLevel, leftCensoredQuantiles } from '@core/statistics/survival/left-censored-quantile';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const rows = fc.array(
  fc.record({ value: fc.integer({ min: -20, max: 20 }), detected: fc.constantFrom(0, 1) }),
  { minLength: 1, maxLength: 40 },
);
const columns = (list: readonly { value: number; detected: number }[]) => ({
  value: list.map(({ value }) => value),
  detected: list.map(({ detected }) => detected),
});
const probability = fc.double({ min: 0.02, max: 0.98, noNaN: true });
const most = (level: CensoredLevel | null | undefined) => level?.value ?? Number.NaN;

describe('quantiles of left-censored values', () => {
  it('are those of the values where nothing is censored: the median, and type 2 elsewhere', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 30 }), (values) => {
        const [found] = leftCensoredQuantiles({ value: values, detected: values.map(() => 1) }, [0.5]);
        expect(found?.estimate).toEqual({ kind: 'at', value: quantiles(values, [0.5], 2)[0]?.estimate });
      }),
      { seed: 20260301 },
    );
  });

  it('do not depend on the order of the rows, nor on rows written out or weighted', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 3 }), probability, (list, times, p) => {
        const whole = leftCensoredQuantiles(columns(list), [p]);
        expect(leftCensoredQuantiles(columns(list.toReversed()), [p])).toEqual(whole);
        const repeated = Array.from({ length: times }, () => list).flat();
        expect(leftCensoredQuantiles(columns(repeated), [p])).toEqual(
          leftCensoredQuantiles({ ...columns(list), weight: list.map(() => times) }, [p]),
        );
      }),
      { seed: 20260302 },
    );
  });

  it('rise with the probability, and move with the axis', () => {
    fc.assert(
      fc.property(rows, probability, probability, fc.integer({ min: -9, max: 9 }), (list, a, b, by) => {
        const [low, high] = leftCensoredQuantiles(columns(list), [Math.min(a, b), Math.max(a, b)]);
        expect(most(low?.estimate)).toBeLessThanOrEqual(most(high?.estimate));
        const moved = list.map(({ value, detected }) => ({ value: value + by, detected }));
        const [there] = leftCensoredQuantiles(columns(moved), [Math.min(a, b)]);
        expect(there?.estimate?.kind).toBe(low?.estimate?.kind);
        expect(most(there?.estimate)).toBeCloseTo(most(low?.estimate) + by, 9);
      }),
      { seed: 20260303 },
    );
  });

  it('lie between the quantiles with nothing and with the whole limit in place of what was not seen', () => {
    fc.assert(
      fc.property(rows, probability, (list, p) => {
        const [found] = leftCensoredQuantiles(columns(list), [p]);
        const standing = list.map(({ value }) => value).sort((a, b) => a - b);
        const upper = standing[Math.min(list.length - 1, Math.floor(p * list.length + 1e-9))] ?? Number.NaN;
        expect(most(found?.estimate)).toBeLessThanOrEqual(upper);
        const seen = list.filter(({ detected }) => detected === 1).map(({ value }) => value);
        if (found?.estimate?.kind === 'at') {
          expect(most(found.estimate)).toBeGreaterThanOrEqual(Math.min(...standing, ...seen));
        }
      }),
      { seed: 20260304 },
    );
  });
});

/** A pseudo-random stream of numbers in (0, 1). */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    mixed ^= mixed >>> 15;
    return ((mixed >>> 0) + 0.5) / 2 ** 32;
  };
}

describe('on simulated visits, left-censored by the sensitivity of each sample', () => {
  /** Log10 of BCR::ABL1 IS at a visit: normal, -2 (0.01 %) with deviation 1; quartiles 0.6745 deviations away. */
  const truth = { 0.25: -2 - 0.67449, 0.5: -2, 0.75: -2 + 0.67449 };
  const patients = 400;
  const visits = 300;
  const next = stream(5);
  const normal = () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
  const simulated = Array.from({ length: visits }, () =>
    Array.from({ length: patients }, () => {
      const value = -2 + normal();
      // 3 copies in a median of 20,000, from some 4,000 to 100,000: 0.003 to 0.075 %.
      const limit = Math.log10((3 / (20_000 * Math.exp(0.8 * normal()))) * 100);
      return value >= limit ? { value, detected: 1 } : { value: limit, detected: 0 };
    }),
  );
  const asked = [0.25, 0.5, 0.75] as const;
  const found = simulated.map((visit) => leftCensoredQuantiles(columns(visit), asked));

  it.each([0, 1, 2] as const)('quartile %i + 1 recovers the truth within its interval', (which) => {
    const target = truth[asked[which]];
    const held = found.filter((visit) => {
      const quantile = visit[which];
      const isAbove = quantile?.lower?.kind === 'below' || most(quantile?.lower) <= target;
      return isAbove && most(quantile?.upper) >= target;
    });
    expect(held.length / visits).toBeGreaterThan(0.92);
    const at = found.flatMap((visit) =>
      visit[which]?.estimate?.kind === 'at' ? most(visit[which]?.estimate) : [],
    );
    if (which > 0) {
      const mean = at.reduce((sum, value) => sum + value, 0) / at.length;
      expect(at).toHaveLength(visits);
      expect(Math.abs(mean - target)).toBeLessThan(0.03);
    }
  });

  it('which zeros in place of the undetected do not', () => {
    let held = 0;
    let sum = 0;
    let zeroQuartiles = 0;
    simulated.forEach((visit, at) => {
      const values = visit.map(({ value, detected }) => (detected === 1 ? 10 ** value : 0));
      const [first, median] = quantiles(values, [0.25, 0.5]);
      const { lower, upper } = found[at]?.[1] ?? {};
      const log = Math.log10(median?.estimate ?? 0);
      if (log >= most(lower) && log <= most(upper)) held += 1;
      sum += log;
      if (first?.estimate === 0) zeroQuartiles += 1;
    });
    expect(zeroQuartiles).toBe(visits);
    expect(held / visits).toBeLessThan(0.7);
    expect(sum / visits).toBeLessThan(-2.1);
  });
});
