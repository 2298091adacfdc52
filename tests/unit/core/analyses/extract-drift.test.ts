import { extractDrift } from '@core/analyses/extract-drift';
import type { ColumnProfile, Distribution, ExtractProfile } from '@core/analyses/extract-profile';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const column = (known: number, distribution: Distribution, rows = 100): ColumnProfile => ({
  table: 'diagnosis',
  column: 'spleen_cm',
  rows,
  known,
  distribution,
});
const numbers = (mean: number | null, variance: number | null): Distribution => ({
  kind: 'number',
  mean,
  variance,
  median: mean,
});

const profile: ExtractProfile = {
  extract: 'a',
  created: '2026-01-15',
  patients: 100,
  tables: [
    { table: 'patient', rows: 100 },
    { table: 'prom', rows: null },
  ],
  columns: [column(80, numbers(5, 4))],
  centres: [
    { level: 'C01', patients: 60 },
    { level: 'C02', patients: 40 },
  ],
  years: [{ level: '2015', patients: 100 }],
  rules: [{ rule: 'line_in_order', judged: 50, broken: 0 }],
  cohorts: [{ name: null, patients: 100 }],
};
const changes = (after: Partial<ExtractProfile>) =>
  extractDrift(profile, { ...profile, ...after }).filter(({ changed }) => changed);

describe('what is different in a later extract', () => {
  it('is nothing when it is the same', () => {
    expect(changes({})).toEqual([]);
    expect(extractDrift(profile, profile).map(({ topic }) => topic)).toEqual([
      'rows',
      'rows',
      'completeness',
      'distribution',
      'centre',
      'centre',
      'year',
      'rule',
      'cohort',
    ]);
  });

  it('is every count that moved, a table that came and a centre that went', () => {
    expect(
      changes({
        tables: [
          { table: 'patient', rows: 101 },
          { table: 'prom', rows: 7 },
        ],
        centres: [{ level: 'C01', patients: 60 }],
        cohorts: [{ name: null, patients: 99 }],
      }).map(({ topic, subject, before, after }) => [topic, subject, before, after]),
    ).toEqual([
      ['rows', 'patient', 100, 101],
      ['rows', 'prom', null, 7],
      ['centre', 'C02', 40, null],
      ['cohort', null, 100, 99],
    ]);
  });

  it('is a share that moved by 5 points, and no smaller one', () => {
    expect(changes({ columns: [column(76, numbers(5, 4))] })).toEqual([]);
    expect(changes({ columns: [column(75, numbers(5, 4))] })).toMatchObject([
      { topic: 'completeness', subject: 'diagnosis.spleen_cm', before: 0.8, after: 0.75, unit: 'share' },
    ]);
  });

  it('is a distribution that moved by a tenth of its standard deviation', () => {
    // (5.3 - 5) / sqrt((4 + 4) / 2) = 0.15
    expect(changes({ columns: [column(80, numbers(5.3, 4))] })).toMatchObject([
      { topic: 'distribution', before: 5, after: 5.3, difference: expect.closeTo(0.15, 12) },
    ]);
    expect(changes({ columns: [column(80, numbers(5.1, 4))] })).toEqual([]);
    expect(changes({ columns: [column(0, numbers(null, null))] }).map(({ topic }) => topic)).toEqual([
      'completeness',
    ]);
  });

  it('is a rule that nobody broke before, however few break it now', () => {
    expect(changes({ rules: [{ rule: 'line_in_order', judged: 50, broken: 1 }] })).toMatchObject([
      { topic: 'rule', subject: 'line_in_order', before: 0, after: 0.02 },
    ]);
  });

  it('is seen from both sides alike', () => {
    const share = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(share, share, fc.double({ min: 0, max: 9, noNaN: true }), (a, b, mean) => {
        const one = { ...profile, columns: [column(a, numbers(5, 4))] };
        const other = { ...profile, columns: [column(b, numbers(mean, 4))] };
        const there = extractDrift(one, other);
        const back = extractDrift(other, one);
        expect(back.map(({ changed }) => changed)).toEqual(there.map(({ changed }) => changed));
        expect(back.map(({ before, after }) => [after, before])).toEqual(
          there.map(({ before, after }) => [before, after]),
        );
      }),
    );
  });
});
