import { curveSteps } from '@core/analyses/curve-reading';
import {
  type EventRow,
  type RemissionCurve,
  treatmentFreeRemission,
} from '@core/analyses/treatment-free-remission';
import { daysFromMonths } from '@core/domain/calendar';
import { remissionCurve, remissionCurveHeight } from '@view/charts/remission-curve';
import { axisEnd, axisTicks } from '@view/charts/step-curves';
import { describe, expect, it } from 'vitest';

const words = {
  number: (value: number) => String(value),
  percent: (share: number) => `${share * 100} %`,
  x: 'x',
  y: 'y',
  atRisk: 'at risk',
  events: 'events',
  censored: 'censored',
  level: (level: string) => level,
  tip: () => 'tip',
};
const row = (
  day: number | null,
  events: number,
  censored: number,
  level: string | null = 'all',
): EventRow => ({
  level,
  day,
  events,
  censored,
  beforeInclusion: 0,
});
const curvesOf = (rows: readonly EventRow[], groupBy: 'sex' | null = null) =>
  treatmentFreeRemission({ groupBy, rows }, { interval: 'log', level: 0.95 });

const drawn = (curves: readonly RemissionCurve[]) =>
  curves.map(({ level, curve }) => ({ id: level, steps: curveSteps(curve), counts: null }));

describe('the axis of the remission curve', () => {
  it('ends at the year after the longest follow-up, at most at the horizon, at least at 12 months', () => {
    const { curves } = curvesOf([row(Math.round(daysFromMonths(25)), 0, 1)]);
    expect(axisEnd(drawn(curves), 120)).toBe(36);
    expect(axisEnd(drawn(curvesOf([row(10, 0, 1)]).curves), 120)).toBe(12);
    expect(axisEnd(drawn(curvesOf([row(9000, 0, 1)]).curves), 120)).toBe(120);
    expect(axisEnd([], 120)).toBe(12);
  });

  it('has as many ticks as numbers fit beside one another', () => {
    expect(axisTicks(60, 900)).toEqual([0, 6, 12, 18, 24, 30, 36, 42, 48, 54, 60]);
    expect(axisTicks(60, 260)).toEqual([0, 12, 24, 36, 48, 60]);
    for (const width of [200, 260, 400, 700, 1200]) {
      const ticks = axisTicks(120, width);
      expect((ticks[1] ?? 0) - (ticks[0] ?? 0)).toBeGreaterThan((34 * 120) / width - 1e-9);
    }
  });
});

describe('the options of the remission curve', () => {
  it.each([
    ['nobody', []],
    ['one patient with the event', [row(30, 1, 0)]],
    ['one patient censored', [row(30, 0, 1)]],
    ['nobody with the event', [row(30, 0, 4), row(400, 0, 3)]],
    ['everybody with the event on one day', [row(90, 7, 0)]],
    ['thirty years of follow-up', [row(30, 3, 1), row(10_950, 0, 1)]],
  ] as const)('can be made for %s, at 1200 and at 300 pixels', (_what, rows) => {
    const { curves } = curvesOf(rows);
    for (const width of [1200, 300]) {
      const options = remissionCurve(curves, words, { width, horizonMonths: 120, grouped: false });
      expect(options.height).toBe(remissionCurveHeight(curves.length, false));
      expect(options.marks?.length).toBeGreaterThan(5);
    }
  });

  it('have a block of the table under the axis for each group', () => {
    const { curves } = curvesOf([row(30, 1, 1, 'F'), row(60, 2, 0, 'M'), row(90, 0, 1, null)], 'sex');
    expect(curves.map(({ level }) => level)).toEqual(['F', 'M']);
    expect(remissionCurveHeight(2, true) - remissionCurveHeight(1, true)).toBe(64);
  });
});
