import { type SampleWaitRow, waitsForSample } from '@core/analyses/waits-for-sample';
import type { SamplingPhase } from '@core/domain/sampling-phase';
import { describe, expect, it } from 'vitest';

const wait = (phase: SamplingPhase, day: number, cause = 1, waits = 1): SampleWaitRow => ({
  phase,
  day,
  cause,
  waits,
});

describe('the waits for a sample', () => {
  it('are read at the wait of the guideline, half of it more, and twice', () => {
    // Monthly: 30 days, in time to 45, a gap from 61 on.
    const [found] = waitsForSample([
      wait('months_1_6', 28, 1, 4),
      wait('months_1_6', 40, 1, 3),
      wait('months_1_6', 55, 1, 2),
      wait('months_1_6', 90),
    ]);
    expect(found?.quartiles).toEqual([28, 40, 55]);
    expect(found?.onTime).toBeCloseTo(0.4, 12);
    expect(found?.inTime).toBeCloseTo(0.7, 12);
    expect(found?.gap).toBeCloseTo(0.1, 12);
  });

  it('count a wait that goes on for as long as it was seen, and a restart as no gap', () => {
    const [found] = waitsForSample([
      wait('months_1_6', 20, 0, 5),
      wait('months_1_6', 30, 1, 2),
      wait('months_1_6', 50, 2, 2),
      wait('months_1_6', 70),
    ]);
    // By hand: five leave unseen before anything happens, and of the other five two have a sample, two restart.
    expect(found?.onTime).toBeCloseTo(2 / 5, 12);
    expect(found?.gap).toBeCloseTo(1 / 5, 12);
    expect(found?.quartiles).toEqual([30, 70, null]);
  });

  it('stand in the order of care, without a phase that nobody was in', () => {
    const found = waitsForSample([wait('second_year', 90), wait('before_mmr', 80)]);
    expect(found.map(({ phase }) => phase)).toEqual(['before_mmr', 'second_year']);
    expect(found[0]).toMatchObject({ onTime: 1, gap: 0 });
    expect(waitsForSample([])).toEqual([]);
  });

  it('have no share where nobody was followed for so long', () => {
    const [found] = waitsForSample([wait('in_mmr', 100, 0, 3)]);
    expect(found).toMatchObject({ onTime: null, inTime: null, gap: null, quartiles: [null, null, null] });
  });
});
