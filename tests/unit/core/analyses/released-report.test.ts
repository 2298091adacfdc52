import { readExportManifest } from '@core/analyses/export-manifest';
import type { IndicatorRow, IndicatorTable } from '@core/analyses/indicator-trend';
import {
  ownCentreLevel,
  releasedIndicator,
  releasedReport,
  reportFigures,
  reportNumbers,
} from '@core/analyses/released-report';
import {
  readReportDefinition,
  reportableIndicators,
  reportJson,
  reportOf,
} from '@core/analyses/report-definition';
import {
  figureKey,
  offeredFigures,
  readReportFigure,
  reportFigureJson,
  topicOf,
} from '@core/analyses/report-figure';
import { FieldReader } from '@core/cohort/json-field';
import { defaultPolicy } from '@core/disclosure/policy';
import { boundsOf } from '@core/disclosure/released-counts';
import { indicatorTopics } from '@core/domain/indicator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const row = (
  year: number | null,
  level: string | null,
  units: number,
  met: number,
  unknown = 0,
): IndicatorRow => ({ year, level, stratum: 'all', units, met, unknown, patients: units });

const table = (...rows: IndicatorRow[]): IndicatorTable => ({ indicator: 'early_inclusion', rows });

describe('an indicator of a report', () => {
  const released = releasedIndicator(
    table(
      row(2017, 'C01', 61, 30),
      row(2020, 'C01', 59, 31),
      row(2017, 'C02', 81, 41, 1),
      row(2020, 'C02', 40, 19),
      row(2020, 'C03', 4, 1),
      row(2020, 'C04', 9, 2),
    ),
    { own: 'C02' },
    defaultPolicy,
  );

  it('holds no code of a centre, the own one by name, the small ones together', () => {
    expect(JSON.stringify(released)).not.toMatch(/C0\d/);
    expect(released.centres.map(({ centre }) => centre)).toEqual(['own', 'other', 'small']);
    expect(released.centres[1]?.assessed).toEqual({ kind: 'rounded', value: 120 });
  });

  it('holds counts that are rounded or not told, and shares of those', () => {
    const { overall, periods, centres } = released;
    const counts = [overall, ...periods, ...centres].flatMap(({ assessed, met }) => [assessed, met]);
    for (const count of [...counts, overall.units, overall.unknown])
      if (count.kind === 'rounded') expect(count.value === 0 || count.value >= 11).toBe(true);
    expect(periods.map(({ period, share }) => [period, share.share])).toEqual([
      ['2017', 0.5],
      ['2018–2020', 55 / 110],
    ]);
  });

  it('is drawn from what is told alone', () => {
    const { trend, funnel } = reportFigures(released, 2020);
    expect(
      trend.series[0]?.years.map(({ year, assessed, unfinished }) => [year, assessed, unfinished]),
    ).toEqual([
      [2017, 140, false],
      [2020, 110, true],
    ]);
    expect(funnel.centres.map(({ centre }) => centre === ownCentreLevel)).toContain(true);
  });

  it('compares the centres with the share of everybody, not of those whose share is told', () => {
    const some = table(row(2020, 'C01', 200, 100), row(2020, 'C02', 100, 50), row(2020, 'C03', 60, 5));
    const { funnel } = reportFigures(releasedIndicator(some, { own: null }, defaultPolicy), 2021);
    expect(funnel.centres.map(({ share }) => share)).toEqual([0.5, 0.5]);
    expect(funnel.target).toBeCloseTo(155 / 360, 6);
  });

  it('knows that a centre which stands apart is not small, though its count is withheld', () => {
    // 11, 11 and 3 of 25, who are told as 23 to 27: of two centres of 11 at least, 5 at most would be left to the small one.
    const { overall, centres, periods } = releasedIndicator(
      table(row(2020, 'C01', 11, 0), row(2020, 'C02', 11, 0), row(2020, 'C03', 3, 0)),
      { own: null },
      defaultPolicy,
    );
    expect(centres.map(({ centre }) => centre)).toEqual(['other', 'other', 'small']);
    const kinds = [overall, ...periods].map(({ assessed }) => assessed.kind);
    if (centres[2]?.assessed.kind === 'masked') expect(kinds).not.toContain('rounded');
  });

  it('leaves no small count to be found by adding up periods', () => {
    const size = fc.record({ units: fc.integer({ min: 0, max: 60 }), met: fc.nat(60), unknown: fc.nat(60) });
    fc.assert(
      fc.property(
        fc.array(fc.array(size, { minLength: 2, maxLength: 4 }), { minLength: 2, maxLength: 4 }),
        (cells) => {
          const rows = cells.flatMap((years, centre) =>
            years.map(({ units, met, unknown }, k) => {
              const lost = Math.min(unknown, units);
              return row(2015 + 3 * k, `C${centre}`, units, Math.min(met, units - lost), lost);
            }),
          );
          const { overall, periods } = releasedIndicator(table(...rows), { own: null }, defaultPolicy);
          // One period from the overall count and the other periods.
          for (const key of ['assessed', 'met'] as const) {
            periods.forEach((period, k) => {
              const exact = rows.reduce((sum, one) => {
                const isHere =
                  Number(period.until) - (one.year ?? 0) < 3 && (one.year ?? 0) <= Number(period.until);
                return isHere ? sum + (key === 'assessed' ? one.units - one.unknown : one.met) : sum;
              }, 0);
              if (exact === 0 || exact >= defaultPolicy.threshold) return;
              const whole = boundsOf(overall[key], defaultPolicy);
              const others = periods
                .filter((_, other) => other !== k)
                .map((one) => boundsOf(one[key], defaultPolicy));
              const own = boundsOf(period[key], defaultPolicy);
              const most = Math.min(
                own.upper,
                whole.upper - others.reduce((sum, { lower }) => sum + lower, 0),
              );
              const least = Math.max(
                own.lower,
                whole.lower - others.reduce((sum, { upper }) => sum + upper, 0),
              );
              expect(most - least + 1).toBeGreaterThanOrEqual(defaultPolicy.threshold - 1);
            });
          }
        },
      ),
      { seed: 20261126, numRuns: 60 },
    );
  });

  it('tells no centre where all of them are asked for together', () => {
    const some = table(row(2020, 'C01', 200, 100), row(2020, 'C02', 100, 50));
    const { centres, overall } = releasedIndicator(some, { own: 'C01', centres: 'together' }, defaultPolicy);
    expect(centres).toEqual([]);
    expect(overall.assessed).toEqual({ kind: 'rounded', value: 300 });
  });

  it('is refused where it counts samples, lines or stops', () => {
    expect(() =>
      releasedIndicator({ indicator: 'fit_for_mr4_5', rows: [] }, { own: null }, defaultPolicy),
    ).toThrow('counts samples');
    expect(reportableIndicators).not.toContain('fit_for_mr4_5');
    expect(reportableIndicators).toContain('early_inclusion');
  });

  it('tells how many patients break a rule, never how few', () => {
    const warnings = [
      { rule: 'a', table: 'patient' as const, patients: 4 },
      { rule: 'b', table: 'prom' as const, patients: 23 },
    ];
    const report = releasedReport([], { own: null }, defaultPolicy, {
      patients: 400,
      figures: [],
      warnings,
    });
    expect(report.warnings.map(({ rule, patients }) => [rule, patients])).toEqual([
      ['a', { kind: 'masked', under: 11 }],
      ['b', { kind: 'rounded', value: 25 }],
    ]);
    expect(reportNumbers(report).warnings).toEqual([
      { level: 'a', patients: null },
      { level: 'b', patients: 25 },
    ]);
  });

  it('has its numbers under names that another year can be compared by', () => {
    const numbers = reportNumbers(
      releasedReport([table(row(2019, 'C01', 60, 30))], { own: null }, defaultPolicy),
    );
    expect(numbers.indicators[0]).toMatchObject({
      overall: { units: 60, assessed: 60, met: 30, unknown: 0, share: 0.5 },
      periods: [{ level: '2019', assessed: 60, met: 30, share: 0.5 }],
    });
  });
});

describe('the figures that a report can hold', () => {
  it('are figures that leave, each once, with choices that they have', () => {
    expect(new Set(offeredFigures.map(figureKey)).size).toBe(offeredFigures.length);
    for (const { figure, choices, topic } of offeredFigures) {
      expect(readReportFigure(new FieldReader(reportFigureJson({ figure, choices }), ''))).toEqual({
        figure,
        choices,
      });
      expect(topicOf({ figure, choices })).toBe(topic);
    }
    expect(new Set(offeredFigures.map(({ topic }) => topic))).toEqual(new Set(indicatorTopics));
  });
});

describe('the manifest of a report', () => {
  it('keeps figures and the choice of centres, and reads one of before as it was', () => {
    const report = reportOf(['early_inclusion'], {
      figures: [{ figure: 'outcome-periods', choices: { outcome: 'remission' } }],
      centres: 'together',
      own: 'C01',
      samples: 'unrejected',
    });
    expect(report.own).toBeNull();
    const read = (json: unknown) => readReportDefinition(new FieldReader(json, ''));
    expect(read(reportJson(report))).toEqual(report);
    const before = { analysis: 'committee-report', indicators: [], own: 'C01' };
    expect(read(before)).toMatchObject({ figures: [], centres: 'masked', own: 'C01' });
    const other = { ...before, figures: [{ analysis: 'figure', figure: 'milestones' }] };
    expect(() => read(other)).toThrow();
  });

  it('refuses an indicator that does not count patients', () => {
    const report = reportOf(['early_inclusion'], { own: null, samples: 'unrejected' });
    expect(report.indicators).toEqual([{ id: 'early_inclusion', version: 1 }]);
    const { fault } = readExportManifest({ format: 'cml-export' });
    expect(fault?.path).toBe('version');
  });
});
