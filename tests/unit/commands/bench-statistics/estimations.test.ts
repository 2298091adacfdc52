import { estimations } from '@commands/bench-statistics/estimations';
import { simulatedFollowUp } from '@commands/bench-statistics/simulated-follow-up';
import { describe, expect, it } from 'vitest';

describe('the benchmark of the estimators', () => {
  it('draws the same subjects from the same seed, others from another', () => {
    expect(simulatedFollowUp(50, 1)).toEqual(simulatedFollowUp(50, 1));
    expect(simulatedFollowUp(50, 1).continuous).not.toEqual(simulatedFollowUp(50, 2).continuous);
  });

  it('simulates what it says: log hazard ratios of 0.3, whole days, all kinds of ends', () => {
    const data = simulatedFollowUp(20_000, 1);
    const cox = estimations.find(({ name }) => name === 'cox continuous')?.estimate(data) ?? [];
    const coefficients = cox.filter((_, i) => i % 2 === 0);
    expect(coefficients).toHaveLength(5);
    for (const coefficient of coefficients) expect(Math.abs(coefficient - 0.3)).toBeLessThan(0.06);
    expect(data.days.every((day) => Number.isInteger(day))).toBe(true);
    expect(new Set(data.cause)).toEqual(new Set([0, 1, 2]));
  });

  it.each(estimations)('$name answers with defined numbers to compare', ({ estimate }) => {
    const answers = estimate(simulatedFollowUp(2000, 3));
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.filter((value) => !Number.isFinite(value))).toEqual([]);
  });
});
