import { type EndpointRow, type EndpointTable, endpointSurvival } from '@core/analyses/endpoint-survival';
import type { CurveGroup } from '@core/analyses/group-variable';
import { immortalCovariates, immortalTime } from '@core/analyses/immortal-time';
import { type CohortDefinition, everyone } from '@core/cohort/cohort-definition';
import { daysPerMonth } from '@core/domain/calendar';
import { type EndpointPresetId, endpointPresets } from '@core/endpoint/endpoint-presets';
import { describe, expect, it } from 'vitest';

const tableOf = (
  rows: readonly EndpointRow[],
  groupBy: CurveGroup | null,
  landmarkMonths: number | null = null,
  preset: EndpointPresetId = 'overall-survival',
): EndpointTable => ({
  endpoint: { ...endpointPresets[preset].endpoint, entry: 'none', landmarkMonths },
  groupBy,
  rows,
  excluded: [],
});

const ruled = (
  ...conditions: readonly CohortDefinition['rules'][number]['condition'][]
): CohortDefinition => ({
  ...everyone,
  rules: conditions.map((condition) => ({ condition, unknown: 'exclude' })),
});

/** Deaths at random, the same for everybody; who dies before the milestone can be read has none. */
function planted(size: number): readonly EndpointRow[] {
  return Array.from({ length: size }, (_, k) => {
    const death = Math.round(-Math.log((k + 0.5) / size) * 24 * daysPerMonth);
    const milestone = death <= 15 * daysPerMonth ? 'failure' : k % 2 === 0 ? 'optimal' : 'failure';
    return { level: milestone, entry: null, day: death, kind: 0, patients: 1 };
  });
}

/** The same patients with the follow-up begun at the landmark, as the event table of a landmark analysis has it. */
const afterLandmark = (rows: readonly EndpointRow[], months: number): readonly EndpointRow[] =>
  rows
    .filter(({ day }) => day > months * daysPerMonth)
    .map((row) => ({ ...row, entry: Math.floor(months * daysPerMonth) }));

describe('the guard against immortal time', () => {
  it('finds a planted one, and the landmark that it proposes has none left', () => {
    const rows = planted(400);
    const naive = tableOf(rows, 'eln2020_12m');
    const found = immortalTime(naive, everyone);
    expect(found).toMatchObject({
      assumptions: [{ by: { kind: 'group', group: 'eln2020_12m' }, knownFrom: 15 }],
      landmarkMonths: 15,
    });
    const early = rows.filter(({ day }) => day <= 15 * daysPerMonth).length;
    expect(found).toMatchObject({ leaveBefore: early, eventsBefore: early });
    expect(early).toBeGreaterThan(100);

    const options = { interval: 'log', level: 0.95 } as const;
    // Nobody's response did anything, and yet the naive test is sure that it did; the landmark's is not.
    expect(endpointSurvival(naive, options).logRank?.pValue).toBeLessThan(1e-10);
    const landmark = tableOf(afterLandmark(rows, 15), 'eln2020_12m', 15);
    expect(immortalTime(landmark, everyone)).toBeNull();
    expect(endpointSurvival(landmark, options).logRank?.pValue).toBeGreaterThan(0.2);
  });

  it('has nothing to say of what is known at the start', () => {
    expect(immortalTime(tableOf(planted(20), 'elts'), everyone)).toBeNull();
    const cohort = ruled({ kind: 'category', fact: 'sex', values: ['F'] });
    expect(immortalTime(tableOf(planted(20), null), cohort)).toBeNull();
  });

  it('names the rule of a cohort that looks ahead, and when it can be known', () => {
    const cohort = ruled(
      { kind: 'category', fact: 'sex', values: ['F'] },
      { kind: 'category', fact: 'response_3m', values: ['MMR'] },
    );
    expect(immortalTime(tableOf(planted(20), null), cohort)).toMatchObject({
      assumptions: [{ by: { kind: 'rule', rule: 1 }, knownFrom: 4.5 }],
      landmarkMonths: 4.5,
    });
    expect(immortalTime(tableOf(planted(20), null, 6), cohort)).toBeNull();
  });

  it('proposes no landmark for what is known at the end only, before and after a stop', () => {
    const cohort = ruled({ kind: 'category', fact: 'best_response', values: ['MR4.5'] });
    const table = tableOf(planted(20), null, 24);
    expect(immortalTime(table, cohort)).toMatchObject({ landmarkMonths: null, leaveBefore: 0 });
    expect(immortalTime(tableOf(planted(20), null, null, 'euro-ski-mrfs'), cohort)).not.toBeNull();
  });

  it('lets milestones of the first year group a curve that begins at a stop', () => {
    const table = tableOf(planted(20), 'eln2020_12m', null, 'euro-ski-mrfs');
    expect(immortalTime(table, everyone)).toBeNull();
  });

  it('names a covariate that is known later, and knows what lies before a stop', () => {
    const days = Float64Array.of(100, 900, 1200);
    const of = (
      preset: EndpointPresetId,
      ...ids: readonly ('age' | 'mr4_months_before_stop' | 'reduction_ratio_3m')[]
    ) =>
      immortalCovariates(
        {
          endpoint: { ...endpointPresets[preset].endpoint, entry: 'none' },
          day: days,
          entry: days.map(() => Number.NaN),
          kind: Float64Array.of(0, -1, 0),
          covariates: ids.map((id) => ({ kind: 'number', id, values: days })),
          reached: null,
          excluded: [],
        },
        everyone,
      );
    expect(of('overall-survival', 'age', 'reduction_ratio_3m')).toMatchObject({
      assumptions: [{ by: { kind: 'covariate', covariate: 'reduction_ratio_3m' }, knownFrom: 4.5 }],
      landmarkMonths: 4.5,
      leaveBefore: 1,
      eventsBefore: 1,
    });
    expect(of('overall-survival', 'mr4_months_before_stop')).toMatchObject({ landmarkMonths: null });
    expect(of('euro-ski-mrfs', 'age', 'mr4_months_before_stop', 'reduction_ratio_3m')).toBeNull();
  });
});
