import { centreFunnel } from '@core/analyses/centre-funnel';
import type { IndicatorRow } from '@core/analyses/indicator-trend';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const row = (
  level: string | null,
  units: number,
  met: number,
  unknown = 0,
  stratum: string | null = 'low',
): IndicatorRow => ({ year: 2020, level, stratum, units, met, unknown, patients: units });

const tableOf = (...rows: readonly IndicatorRow[]) => ({ indicator: 'generic_imatinib' as const, rows });

describe('centres in a funnel', () => {
  it('are compared with the overall share; those with few assessed are one point', () => {
    const funnel = centreFunnel(
      tableOf(row('C1', 100, 50), row('C2', 50, 25), row('C3', 6, 6), row('C4', 30, 1, 25), row(null, 2, 1)),
    );
    expect(funnel.assessed).toBe(100 + 50 + 6 + 5 + 2);
    expect(funnel.target).toBe((50 + 25 + 6 + 1 + 1) / 163);
    expect(funnel.centres.map(({ centre, assessed }) => [centre, assessed])).toEqual([
      ['C1', 100],
      ['C2', 50],
      [null, 13],
    ]);
    expect(funnel.merged).toBe(2);
  });

  it('outside the limits are told by the exact tail: 2 of 40 against a half', () => {
    const funnel = centreFunnel(tableOf(row('C1', 400, 219), row('C2', 40, 1)));
    expect(funnel.target).toBe(0.5);
    expect(funnel.centres.map(({ position }) => position)).toEqual(['within', 'below-99.8']);
  });

  it('are expected to do what their case mix does over all: by hand', () => {
    // Low risk: 90 of 100; high risk: 10 of 100. A centre with high risk alone and 10 of 50 does better than expected.
    const funnel = centreFunnel(
      tableOf(row('C1', 100, 90, 0, 'low'), row('C1', 50, 0, 0, 'high'), row('C2', 50, 10, 0, 'high')),
    );
    const [, second] = funnel.centres;
    expect(second?.expected).toBeCloseTo(5, 12);
    expect(second?.share).toBe(0.2);
    expect(second?.adjusted).toBe(1);
    expect(funnel.centres[0]?.expected).toBeCloseTo(95, 12);
    expect(funnel.centres[0]?.adjusted).toBeCloseTo((90 / 95) * 0.5, 12);
  });

  it('of nobody assessed has no target, no centre and no band', () => {
    expect(centreFunnel(tableOf(row('C1', 20, 0, 20)))).toMatchObject({
      target: null,
      centres: [],
      band: [],
    });
    expect(centreFunnel(tableOf())).toMatchObject({ target: null, centres: [], merged: 0 });
  });

  it('always are expected to have together what they have together', () => {
    const rows = fc.array(
      fc
        .tuple(
          fc.constantFrom('C1', 'C2', 'C3', null),
          fc.constantFrom('low', 'high', null),
          fc.nat(40),
          fc.nat(40),
        )
        .map(([level, stratum, met, not]) => row(level, met + not, met, 0, stratum)),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(rows, (some) => {
        const { centres } = centreFunnel(tableOf(...some));
        const sum = (of: 'met' | 'expected') => centres.reduce((total, centre) => total + centre[of], 0);
        expect(sum('expected')).toBeCloseTo(sum('met'), 8);
      }),
    );
  });
});
