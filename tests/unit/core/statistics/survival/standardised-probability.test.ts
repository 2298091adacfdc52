import { standardisedProbability } from '@core/statistics/survival/standardised-probability';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const options = { level: 0.95, interval: 'log-log' } as const;
const stratum = (weight: number, estimate: number | null, standardError: number | null = 0.01) => ({
  weight,
  estimate,
  standardError,
  n: 10,
});

describe('a standardised probability', () => {
  it('is the mean of its strata by their weights, with the error of that mean', () => {
    const found = standardisedProbability([stratum(3, 0.8, 0.04), stratum(1, 0.4, 0.08)], options);
    // By hand: 0.75 · 0.8 + 0.25 · 0.4, and √((0.75 · 0.04)² + (0.25 · 0.08)²) = √0.0013.
    expect(found.estimate).toBeCloseTo(0.7, 12);
    // R: 0.7^exp(c(1, -1) * qnorm(0.975) * sqrt(0.0013) / (0.7 * log(0.7)))
    const spread = (1.959963984540054 * Math.sqrt(0.0013)) / (0.7 * Math.log(0.7));
    const limits = [0.7 ** Math.exp(-spread), 0.7 ** Math.exp(spread)];
    expect(found.interval?.lower).toBeCloseTo(Math.min(...limits), 10);
    expect(found.interval?.upper).toBeCloseTo(Math.max(...limits), 10);
    expect(found).toMatchObject({ n: 20, reason: null });
  });

  it('is undefined where a stratum with a weight is, and without any weight', () => {
    expect(standardisedProbability([stratum(1, 0.5), stratum(1, null)], options)).toMatchObject({
      estimate: null,
      interval: null,
      reason: 'nobody-at-risk',
    });
    expect(standardisedProbability([stratum(1, 0.5), stratum(0, null)], options).estimate).toBe(0.5);
    expect(standardisedProbability([], options).reason).toBe('no-subjects');
    expect(() => standardisedProbability([stratum(-1, 0.5)], options)).toThrow(RangeError);
  });

  it('has no interval where it is certain', () => {
    expect(standardisedProbability([stratum(1, 1, 0)], options).interval).toMatchObject({
      lower: null,
      upper: null,
    });
  });

  it('is between its strata, whatever the weights, and is theirs where they agree', () => {
    const probability = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    const weight = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(weight, probability), { minLength: 1, maxLength: 5 }), (pairs) => {
        const all = pairs.map(([, one]) => one);
        const { estimate } = standardisedProbability(
          pairs.map(([w, one]) => stratum(w, one)),
          options,
        );
        expect(estimate).toBeGreaterThanOrEqual(Math.min(...all) - 1e-12);
        expect(estimate).toBeLessThanOrEqual(Math.max(...all) + 1e-12);
        const same = standardisedProbability(
          pairs.map(([w]) => stratum(w, 0.37)),
          options,
        );
        expect(same.estimate).toBeCloseTo(0.37, 12);
      }),
    );
  });
});
