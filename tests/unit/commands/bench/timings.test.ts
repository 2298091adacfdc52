import { readBenchOptions } from '@commands/bench/bench-options';
import { grayCodeSteps } from '@commands/bench/cohort-walk';
import { missingNumbers, nearestRank, summarise } from '@commands/bench/timings';
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

describe('the report of the benchmark', () => {
  it('names every number that was not measured', () => {
    const report = {
      machine: { processor: '' },
      demonstration: { cold: { engineStarted: null, firstCurve: 0 }, changes: summarise([]) },
    };
    expect(missingNumbers(report)).toEqual([
      'demonstration.cold.engineStarted',
      'demonstration.changes.p50',
      'demonstration.changes.p95',
      'demonstration.changes.max',
    ]);
    expect(missingNumbers({ cold: { engineStarted: 3, firstCurve: 0 } })).toEqual([]);
  });
});

describe('the options of the benchmark', () => {
  it('ask for the demonstration and for a million patients unless told otherwise', () => {
    expect(readBenchOptions([])).toEqual({
      changes: 50,
      coldStarts: 3,
      larger: [{ patients: 100_000 }, { patients: 1_000_000 }],
      screens: null,
    });
    expect(readBenchOptions(['--demonstration-only'])?.larger).toEqual([]);
    expect(readBenchOptions(['--large', 'here', '--large', 'there'])?.larger).toEqual([
      { folder: 'here' },
      { folder: 'there' },
    ]);
    expect(readBenchOptions(['--patients', '3000'])?.larger).toEqual([{ patients: 3000 }]);
    expect(readBenchOptions(['--screens', 'practiceV,centres'])?.screens).toEqual([
      'practiceVoice',
      'centres',
    ]);
    expect(readBenchOptions(['--screens', 'practice'])?.screens).toHaveLength(6);
    expect(readBenchOptions(['--help'])).toBeNull();
  });

  it.each([
    [['--screens', 'practice,'], /^--screens takes the beginnings of response, .*centres, not ""$/],
    [['--changes', '64'], '--changes must be a whole number from 1 to 63'],
    [['--changes', 'many'], '--changes must be'],
    [['--cold-starts', '0'], '--cold-starts must be'],
    [['--large', 'there', '--demonstration-only'], 'exclude one another'],
    [['--smaller'], '--smaller'],
  ])('refuse %j', (args, words) => {
    expect(() => readBenchOptions(args)).toThrow(words);
  });
});
