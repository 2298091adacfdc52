import type { IndicatorRow, IndicatorTable } from '@core/analyses/indicator-trend';
import { releasedTrend } from '@core/analyses/released-trend';
import { defaultPolicy } from '@core/disclosure/policy';
import { boundsOf } from '@core/disclosure/released-counts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const row = (year: number | null, units: number, met: number, unknown: number): IndicatorRow => ({
  year,
  level: 'all',
  stratum: null,
  units,
  met,
  unknown,
  patients: units,
});
const table = (
  rows: readonly IndicatorRow[],
  indicator: IndicatorTable['indicator'] = 'early_inclusion',
) => ({
  indicator,
  rows,
});

describe('an indicator over the years, released', () => {
  it('rounds what is large, masks what is small, and leaves out units without a year', () => {
    const years = releasedTrend(
      table([row(2020, 142, 60, 40), row(2019, 5, 2, 0), row(null, 50, 20, 0)]),
      defaultPolicy,
    );
    expect(years?.map(({ year }) => year)).toEqual(['2019', '2020']);
    expect(years?.[1]).toMatchObject({
      units: { kind: 'rounded', value: 140 },
      assessed: { kind: 'rounded', value: 100 },
      met: { kind: 'rounded', value: 60 },
      unknown: { kind: 'rounded', value: 40 },
      share: { share: 0.6 },
    });
    expect(years?.[0]?.units.kind).not.toBe('rounded');
    expect(years?.[0]?.share.share).toBeNull();
  });

  it('tells nothing of an indicator that counts samples, lines or stops', () => {
    expect(releasedTrend(table([row(2020, 142, 60, 40)], 'fit_for_mr4_5'), defaultPolicy)).toBeNull();
  });

  it('does not tell those who do not meet it either, when they are few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 1, max: 10 }), (assessed, few) => {
        const [year] = releasedTrend(table([row(2020, assessed, assessed - few, 0)]), defaultPolicy) ?? [];
        if (year?.assessed.kind !== 'rounded' || year.met.kind !== 'rounded') return;
        const [whole, met] = [year.assessed, year.met].map((count) => boundsOf(count, defaultPolicy));
        const most = (whole?.upper ?? 0) - (met?.lower ?? 0);
        const least = (whole?.lower ?? 0) - (met?.upper ?? 0);
        expect(most - Math.max(0, least) + 1).toBeGreaterThanOrEqual(defaultPolicy.threshold - 1);
      }),
      { seed: 20261126, numRuns: 500 },
    );
  });
});
