import type { GroupVariable } from '@core/analyses/group-variable';
import { fewPatients, molecularResponse } from '@core/analyses/molecular-response';
import { describe, expect, it } from 'vitest';

const none = { no_origin: 0, atypical_transcript: 0, no_reading: 0 };
type Reading = readonly [month: number, percent: number, detected: 0 | 1, patients: number, level?: number];

const tableOf = (readings: readonly Reading[], groupBy: GroupVariable | null = null) => ({
  origin: 'first_tki' as const,
  groupBy,
  readings: {
    month: readings.map(([month]) => month),
    log10Thousandths: readings.map(([, percent]) => Math.round(1000 * Math.log10(percent))),
    detected: readings.map(([, , detected]) => detected),
    patients: readings.map(([, , , patients]) => patients),
    level: readings.map(([, , , , level]) => level ?? 0),
  },
  cohort: 100,
  drawn: [80],
  groupUnknown: 0,
  excluded: none,
});
const visitsOf = (...readings: readonly Reading[]) =>
  molecularResponse(tableOf(readings)).curves[0]?.visits ?? [];

describe('the molecular response', () => {
  it('is in percent: the quartiles of what was measured', () => {
    const [visit] = visitsOf([3, 0.1, 1, 20], [3, 1, 1, 20], [3, 10, 1, 20]);
    expect(visit).toEqual({
      month: 3,
      patients: 60,
      undetected: 0,
      lowerQuartile: { kind: 'percent', percent: 0.1 },
      median: { kind: 'percent', percent: 1 },
      medianLower: { kind: 'percent', percent: 1 },
      medianUpper: { kind: 'percent', percent: 1 },
      upperQuartile: { kind: 'percent', percent: 10 },
      few: false,
    });
  });

  it('lies below the level at which undetected samples are known to lie, never at zero', () => {
    const [visit] = visitsOf([12, 0.004, 0, 30], [12, 0.02, 1, 10], [12, 1, 1, 10]);
    expect(visit).toMatchObject({
      undetected: 30,
      lowerQuartile: { kind: 'below', percent: 0.004 },
      median: { kind: 'below', percent: 0.004 },
      upperQuartile: { kind: 'percent', percent: 0.02 },
    });
  });

  it('shares an undetected sample out over what was measured below its limit', () => {
    // One of 0.01, one of 0.1, two below 1: at 1 half of four is left, at 0.1 all lies at or below it.
    const [visit] = visitsOf([6, 0.01, 1, 1], [6, 0.1, 1, 1], [6, 1, 0, 2]);
    expect(visit?.median).toEqual({ kind: 'percent', percent: Number((10 ** -1.5).toPrecision(3)) });
    const [weak] = visitsOf([6, 0.01, 1, 3], [6, 10, 1, 3], [6, 50, 0, 6]);
    expect(weak?.median.percent).toBeCloseTo(0.316, 3);
  });

  it.each([0.255, 0.1, 0.01, 0.0032, 0.0685, 57.3, 100])(
    'gives a sample of %d % back as the laboratory wrote it',
    (percent) => {
      expect(visitsOf([3, percent, 1, 5])[0]?.median).toEqual({ kind: 'percent', percent });
    },
  );

  it('is marked where fewer than ten patients stand behind a window', () => {
    expect(fewPatients).toBe(10);
    const shown = visitsOf(...[1, 9, 10, 11].map((n, at): Reading => [at * 3, 1, 1, n]));
    expect(shown.map(({ few }) => few)).toEqual([true, true, false, false]);
  });

  it('has the windows in their order, and only those with a reading', () => {
    const shown = visitsOf([12, 1, 1, 1], [0, 1, 1, 1], [3, 1, 1, 1]);
    expect(shown.map(({ month }) => month)).toEqual([0, 3, 12]);
  });

  it('has a curve per level with a reading, in the order of the levels', () => {
    const table = { ...tableOf([[3, 1, 1, 4, 1]], 'sex'), drawn: [0, 4], groupUnknown: 7 };
    const { curves, onCurve, groupUnknown } = molecularResponse(table);
    expect(curves.map(({ level, patients }) => [level, patients])).toEqual([['M', 4]]);
    expect([onCurve, groupUnknown]).toEqual([4, 7]);
  });

  it('of nobody has no curve and nobody on it', () => {
    expect(molecularResponse({ ...tableOf([]), cohort: 0, drawn: [0] })).toEqual({
      origin: 'first_tki',
      groupBy: null,
      curves: [],
      cohort: 0,
      onCurve: 0,
      groupUnknown: 0,
      excluded: none,
    });
  });
});
