import { grayCodeSteps } from '@commands/bench/cohort-walk';
import { nearestRank, summarise } from '@commands/bench/timings';
import { describe, expect, it } from 'vitest';

describe('the timings of the benchmark', () => {
  it('are ranked, not interpolated', () => {
    const timings = Array.from({ length: 50 }, (_, index) => 50 - index);
    expect(nearestRank(timings, 0.5)).toBe(25);
    expect(nearestRank(timings, 0.95)).toBe(48);
    expect(summarise([3.06, 1, 2])).toEqual({ count: 3, p50: 2, p95: 3.1, max: 3.1 });
  });

  it('come from cohorts of which none comes twice', () => {
    const steps = grayCodeSteps(63, 6);
    const seen = new Set<number>([0]);
    let cohort = 0;
    for (const box of steps) {
      cohort ^= 1 << box;
      seen.add(cohort);
    }
    expect(seen.size).toBe(64);
    expect(() => grayCodeSteps(64, 6)).toThrow('6 boxes give 63 steps, not 64');
  });
});
