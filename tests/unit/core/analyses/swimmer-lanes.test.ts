import { swimmerLanes } from '@core/analyses/swimmer-lanes';
import { describe, expect, it } from 'vitest';

describe('the lanes of a swimmer plot', () => {
  const lost = {
    endDay: 400,
    restartDay: 120,
    tests: [
      { day: 30, state: 'deep' },
      { day: 60, state: 'deep' },
      { day: 100, state: 'lost' },
      { day: 130, state: 'lost' },
      { day: 200, state: 'mmr' },
    ],
  } as const;
  const free = { endDay: 300, restartDay: null, tests: [{ day: 300, state: 'deep' }] } as const;
  const untested = { endDay: 90, restartDay: null, tests: [] } as const;

  it('join what stays the same, and say nothing before the first test and after the last one', () => {
    const [lane] = swimmerLanes({ patients: [lost], eligible: 1 });
    expect(lane).toEqual({
      endDay: 400,
      restartDay: 120,
      lossDay: 100,
      regainedDay: 200,
      stretches: [
        { fromDay: 0, toDay: 30, state: 'unknown' },
        { fromDay: 30, toDay: 100, state: 'deep' },
        { fromDay: 100, toDay: 200, state: 'lost' },
        { fromDay: 200, toDay: 400, state: 'unknown' },
      ],
      tests: 5,
      remains: false,
    });
  });

  it('stand in the order of the time without treatment, the longest first', () => {
    const lanes = swimmerLanes({ patients: [untested, lost, free], eligible: 9 });
    expect(lanes.map(({ endDay }) => endDay)).toEqual([300, 400, 90]);
    expect(lanes.map(({ remains }) => remains)).toEqual([true, false, false]);
    expect(lanes[2]?.stretches).toEqual([{ fromDay: 0, toDay: 90, state: 'unknown' }]);
    expect(swimmerLanes({ patients: [], eligible: 0 })).toEqual([]);
  });
});
