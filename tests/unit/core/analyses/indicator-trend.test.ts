import { type IndicatorRow, indicatorTrend, shareOf } from '@core/analyses/indicator-trend';
import { cochranArmitage } from '@core/statistics/contingency/cochran-armitage';
import { differenceOfProportions } from '@core/statistics/proportions/difference-of-proportions';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const row = (year: number | null, units: number, met: number, unknown = 0, level: string | null = 'all') =>
  ({ year, level, stratum: 'all', units, met, unknown, patients: units }) satisfies IndicatorRow;

const tableOf = (...rows: readonly IndicatorRow[]) => ({ indicator: 'generic_imatinib' as const, rows });

describe('an indicator over the years', () => {
  it('is the share of those assessed: who is not known is neither met nor not', () => {
    const { series } = indicatorTrend(tableOf(row(2019, 30, 10, 10), row(2020, 20, 5)));
    const [first, second] = series[0]?.years ?? [];
    expect(first).toMatchObject({ year: 2019, units: 30, assessed: 20, met: 10, unknown: 10, few: false });
    expect(first?.share.estimate).toBe(1 / 2);
    expect(second?.share.estimate).toBe(1 / 4);
    expect(series[0]?.overall).toMatchObject({ units: 50, assessed: 40, met: 15, unknown: 10 });
  });

  it('leaves the unfinished year out of the test for a trend, and shows it', () => {
    const rows = [row(2018, 10, 1), row(2019, 10, 3), row(2020, 10, 6), row(2021, 10, 10)];
    const trend = indicatorTrend(tableOf(...rows));
    expect(trend.series[0]?.years.map(({ unfinished }) => unfinished)).toEqual([false, false, false, true]);
    const byHand = cochranArmitage([1, 3, 6], [10, 10, 10]);
    expect(trend.series[0]?.trend.z).toBeCloseTo(byHand.z ?? Number.NaN, 12);
    const later = indicatorTrend(tableOf(...rows), { lastYear: 2030 });
    expect(later.series[0]?.trend.n).toBe(40);
  });

  it('takes the years of a rolling window together, and tests the calendar years all the same', () => {
    const rows = [row(2018, 10, 1), row(2019, 20, 4), row(2020, 30, 15), row(2021, 40, 4)];
    const [plain] = indicatorTrend(tableOf(...rows), { lastYear: 2030 }).series;
    const [rolling] = indicatorTrend(tableOf(...rows), { lastYear: 2021, windowYears: 3 }).series;
    expect(rolling?.years.map(({ year, assessed, met }) => [year, assessed, met])).toEqual([
      [2020, 60, 20],
      [2021, 90, 23],
    ]);
    expect(rolling?.years.map(({ unfinished }) => unfinished)).toEqual([false, true]);
    expect(rolling?.overall).toEqual(plain?.overall);
    expect(indicatorTrend(tableOf(...rows), { lastYear: 2030, windowYears: 3 }).series[0]?.trend).toEqual(
      plain?.trend,
    );
  });

  it('compares the years since a named change with those before, and looks for none', () => {
    const rows = [row(2018, 10, 1), row(2019, 20, 4, 5), row(2020, 30, 15), row(2021, 40, 4)];
    const changeIn = (changeYear?: number) =>
      indicatorTrend(tableOf(...rows), { lastYear: 2021, changeYear }).series[0]?.change;
    expect(changeIn()).toBeNull();
    // 15 of 30 less 5 of 25; 2021 is not over.
    expect(changeIn(2020)).toEqual(differenceOfProportions(15, 30, 5, 25));
    expect(changeIn(2020)?.estimate).toBeCloseTo(0.3, 12);
    expect(changeIn(2018)).toMatchObject({ estimate: null, reason: 'no-subjects' });
  });

  it('keeps a gap between years a gap in the score', () => {
    const near = indicatorTrend(tableOf(row(2000, 20, 5), row(2001, 20, 9), row(2002, 20, 12)), {
      lastYear: 2030,
    });
    const far = indicatorTrend(tableOf(row(2000, 20, 5), row(2001, 20, 9), row(2010, 20, 12)), {
      lastYear: 2030,
    });
    expect(near.series[0]?.trend.z).not.toBe(far.series[0]?.trend.z);
  });

  it('has the levels in the order asked for, the one not known last, and counts units without a year', () => {
    const { series, withoutYear } = indicatorTrend(
      tableOf(
        row(2020, 5, 1, 0, null),
        row(2020, 5, 1, 0, 'high'),
        row(2020, 5, 1, 0, 'low'),
        row(null, 3, 1, 0, 'low'),
      ),
      { levels: ['low', 'intermediate', 'high'] },
    );
    expect(series.map(({ level }) => level)).toEqual(['low', 'high', null]);
    expect(withoutYear).toBe(3);
    expect(series[0]?.overall.units).toBe(8);
    expect(series[0]?.years[0]?.units).toBe(5);
  });

  it('of nobody has no series, and of nobody assessed no share', () => {
    expect(indicatorTrend(tableOf()).series).toEqual([]);
    expect(shareOf([row(2020, 4, 0, 4)]).share).toMatchObject({ estimate: null, reason: 'no-subjects' });
  });

  it('adds up, however the rows are cut: years and levels together are the whole', () => {
    const rows = fc.array(
      fc
        .tuple(
          fc.integer({ min: 2000, max: 2025 }),
          fc.nat(30),
          fc.nat(30),
          fc.nat(30),
          fc.constantFrom('a', 'b'),
        )
        .map(([year, met, not, unknown, level]) => row(year, met + not + unknown, met, unknown, level)),
    );
    fc.assert(
      fc.property(rows, (some) => {
        const { series } = indicatorTrend(tableOf(...some));
        const whole = shareOf(some);
        for (const column of ['units', 'assessed', 'met', 'unknown'] as const) {
          const parts = series.flatMap(({ years }) => years.map((year) => year[column]));
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole[column]);
        }
      }),
    );
  });
});
