import type { SwimmerLane } from '@core/analyses/swimmer-lanes';
import { swimmerHeight, swimmerPlot } from '@view/charts/swimmer-plot';
import { describe, expect, it } from 'vitest';

const words = {
  number: (value: number) => String(value),
  percent: (share: number) => `${share * 100} %`,
  x: 'months',
  state: (state: string) => state,
  loss: 'loss',
  restart: 'restart',
  regained: 'regained',
  goesOn: 'goes on',
};
const lane = (more: Partial<SwimmerLane>): SwimmerLane => ({
  endDay: 400,
  restartDay: null,
  lossDay: null,
  regainedDay: null,
  stretches: [{ fromDay: 0, toDay: 400, state: 'deep' }],
  tests: 3,
  remains: true,
  ...more,
});

describe('the picture of who stopped, patient by patient', () => {
  it.each([
    ['nobody', [], 12],
    ['one patient whose follow-up ends on the day of the stop', [lane({ endDay: 0, stretches: [] })], 12],
    [
      'one patient who loses the response, restarts and regains it',
      [lane({ lossDay: 90, restartDay: 95, regainedDay: 200 })],
      24,
    ],
    ['thirty years of follow-up', [lane({ endDay: 10_950 })], 360],
    ['sixty patients', Array.from({ length: 60 }, () => lane({})), 24],
  ] as const)('holds %s, at 1200 and at 390 pixels', (_what, lanes, months) => {
    for (const width of [1200, 390]) {
      const { x, y, height, marks } = swimmerPlot(lanes, words, width);
      expect(height).toBe(swimmerHeight(lanes, width));
      expect(x?.domain).toEqual([0, months]);
      expect(y?.domain).toEqual([0, Math.max(1, lanes.length)]);
      expect(marks?.length).toBeGreaterThan(8);
    }
  });
});
