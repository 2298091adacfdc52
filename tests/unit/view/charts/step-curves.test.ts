import { curveSteps, riskTable } from '@core/analyses/curve-reading';
import { type EndpointRow, endpointSurvival } from '@core/analyses/endpoint-survival';
import { daysFromMonths } from '@core/domain/calendar';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { seriesStyle } from '@view/charts/series-style';
import {
  axisEnd,
  axisTicks,
  censorTicks,
  type StepCurve,
  stepCurves,
  stepCurvesHeight,
} from '@view/charts/step-curves';
import { describe, expect, it } from 'vitest';

const words = {
  number: (value: number) => String(value),
  percent: (share: number) => `${share * 100} %`,
  x: 'x',
  y: 'y',
  atRisk: 'at risk',
  events: 'events',
  censored: 'censored',
  name: (level: string) => level,
  tip: () => 'tip',
};
const { endpoint } = endpointPresets['euro-ski-mrfs'];
const row = (day: number, events: number, censored: number, level = 'all'): readonly EndpointRow[] =>
  [
    { level, entry: null, day, kind: 0, patients: events },
    { level, entry: null, day, kind: null, patients: censored },
  ].filter(({ patients }) => patients > 0);

/** Curves as the screen draws them. */
const curvesOf = (
  rows: readonly (readonly EndpointRow[])[],
  groupBy: 'sex' | 'cohorts' | null = null,
  names: readonly string[] = [],
): readonly StepCurve[] =>
  endpointSurvival(
    { endpoint, groupBy, names, rows: rows.flat(), excluded: [] },
    { interval: 'log', level: 0.95 },
  ).curves.map(({ level, eventFree }) => ({
    id: level,
    steps: curveSteps(eventFree),
    counts: (months) => riskTable(eventFree, months),
  }));

describe('the axis of step curves', () => {
  it('ends at the year after the longest follow-up, at most at the horizon, at least at 12 months', () => {
    expect(axisEnd(curvesOf([row(Math.round(daysFromMonths(25)), 0, 1)]), 120)).toBe(36);
    expect(axisEnd(curvesOf([row(10, 0, 1)]), 120)).toBe(12);
    expect(axisEnd(curvesOf([row(9000, 0, 1)]), 120)).toBe(120);
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

describe('censor ticks', () => {
  const steps = Array.from({ length: 600 }, (_, day) => ({
    month: day / 30,
    survival: day < 300 ? 1 : 0.5,
    lower: null,
    upper: null,
    atRisk: 600 - day,
    events: day === 300 ? 300 : 0,
    censored: day % 2,
  }));

  it('stand wherever somebody was censored, once per pixel', () => {
    expect(censorTicks(steps, 60).map(({ month }) => month)).toEqual(
      steps.filter(({ censored }) => censored > 0).map(({ month }) => month),
    );
    const thin = censorTicks(steps, 6);
    const pixels = new Set(
      steps
        .filter(({ censored }) => censored > 0)
        .map(({ month, survival }) => `${Math.round(month * 6)} ${survival}`),
    );
    expect(thin).toHaveLength(pixels.size);
    expect(thin[0]?.month).toBe(1 / 30);
    expect(censorTicks([], 6)).toEqual([]);
  });
});

describe('the options of step curves', () => {
  it.each([
    ['nobody', []],
    ['one patient with the event', [row(30, 1, 0)]],
    ['one patient censored', [row(30, 0, 1)]],
    ['nobody with the event', [row(30, 0, 4), row(400, 0, 3)]],
    ['everybody with the event on one day', [row(90, 7, 0)]],
    ['thirty years of follow-up', [row(30, 3, 1), row(10_950, 0, 1)]],
  ] as const)('can be made for %s, at 1200 and at 300 pixels', (_what, rows) => {
    const curves = curvesOf(rows);
    for (const width of [1200, 300]) {
      const options = stepCurves(curves, words, { width, horizonMonths: 360, named: false });
      expect(options.height).toBe(stepCurvesHeight(curves.length, false));
      expect(options.marks?.length).toBeGreaterThan(5);
    }
  });

  it('tell twelve groups apart, give each its block of counts, and leave out a group of nobody', () => {
    const names = Array.from({ length: 13 }, (_, k) => `cohort ${k + 1}`);
    const rows = names.slice(0, 12).map((name, k) => row(30 * (k + 1), 2, 1, name));
    const curves = curvesOf(rows, 'cohorts', names);
    expect(curves.map(({ id }) => id)).toEqual(names.slice(0, 12));
    for (const width of [1200, 390]) {
      const options = stepCurves(curves, words, { width, horizonMonths: 360, named: true });
      expect(options.height).toBe(stepCurvesHeight(12, true));
    }
    const styles = names.map((_, k) => Object.values(seriesStyle(k)).join());
    expect(new Set(styles).size).toBe(names.length);
    // Printed in grey, the first six are told apart by their pattern alone.
    expect(new Set(names.slice(0, 6).map((_, k) => seriesStyle(k).dash)).size).toBe(6);
  });

  it('have a block of the table under the axis for each group', () => {
    const curves = curvesOf([row(30, 1, 1, 'F'), row(60, 2, 0, 'M')], 'sex');
    expect(curves.map(({ id }) => id)).toEqual(['F', 'M']);
    expect(stepCurvesHeight(2, true) - stepCurvesHeight(1, true)).toBe(64);
  });
});
