import { type OutcomePeriodRow, outcomePeriods } from '@core/analyses/outcome-periods';
import { describe, expect, it } from 'vitest';

const row = (
  period: number,
  stratum: string | null,
  day: number,
  patients: number,
  kind: number | null = null,
  entry: number | null = null,
): OutcomePeriodRow => ({ period, stratum, entry, day, kind, patients });

/** Of a group of a period so many die on day 100, and the others are seen for 3,000 days. */
const group = (period: number, stratum: string | null, dead: number, alive: number) => [
  row(period, stratum, 100, dead, 0),
  row(period, stratum, 3000, alive),
];

describe('the outcomes of calendar periods', () => {
  it('are standardised to the ELTS groups of the periods together', () => {
    // 40 low of 50, then 10 low of 50: the same mortality in each group, and another crude one.
    const rows = [
      ...group(2000, 'low', 4, 36),
      ...group(2000, 'high', 5, 5),
      ...group(2005, 'low', 1, 9),
      ...group(2005, 'high', 20, 20),
    ];
    const { periods } = outcomePeriods({ outcome: 'survival', rows }, 24, 2026);
    expect(periods.map(({ from, until, patients }) => [from, until, patients])).toEqual([
      [2000, 2004, 50],
      [2005, 2009, 50],
    ]);
    expect(periods.map(({ crude }) => crude?.estimate)).toEqual([
      expect.closeTo(41 / 50, 12),
      expect.closeTo(29 / 50, 12),
    ]);
    // Half of all are low: (0.9 + 0.5) / 2 in both.
    for (const { adjusted } of periods) expect(adjusted?.estimate).toBeCloseTo(0.7, 12);
  });

  it('leave out a period of which the last could not be followed, and its patients from the standard', () => {
    const rows = [...group(2010, 'low', 2, 18), ...group(2020, 'low', 2, 18), ...group(2020, 'high', 2, 18)];
    const at = (months: number, lastYear: number | undefined) =>
      outcomePeriods({ outcome: 'survival', rows }, months, lastYear).periods.map(({ unread }) => unread);
    expect(at(24, 2027)).toEqual([null, null]);
    expect(at(24, 2026)).toEqual([null, 'too_recent']);
    expect(at(60, 2027)).toEqual([null, 'too_recent']);
    expect(at(24, undefined)).toEqual([null, 'too_recent']);
    const [first, second] = outcomePeriods({ outcome: 'survival', rows }, 24, 2026).periods;
    expect(first?.adjusted?.estimate).toBeCloseTo(0.9, 12);
    expect([second?.crude, second?.adjusted]).toEqual([null, null]);
  });

  it('say nothing of patients who entered late, nor of a small group', () => {
    const late = [row(2000, 'low', 3000, 40, null, 2000), row(2000, 'low', 3000, 9)];
    const { periods } = outcomePeriods(
      { outcome: 'survival', rows: [...late, ...group(2005, 'low', 5, 45)] },
      24,
      2026,
    );
    expect(periods.map(({ unread }) => unread)).toEqual(['few_observed', null]);
    const small = [
      ...group(2005, 'low', 5, 45),
      ...group(2005, null, 1, 8),
      ...group(2010, 'low', 5, 45),
      ...group(2010, null, 1, 19),
    ];
    const found = outcomePeriods({ outcome: 'survival', rows: small }, 24, 2026).periods;
    expect(found[0]?.crude?.estimate).toBeCloseTo(53 / 59, 12);
    expect(found[0]?.adjusted).toMatchObject({ estimate: null, reason: 'nobody-at-risk' });
    expect(found[1]?.adjusted?.estimate).not.toBeNull();
  });

  it('of nobody have no period, and of a month that is not read none either', () => {
    expect(outcomePeriods({ outcome: 'mmr', rows: [] }, 12, 2026).periods).toEqual([]);
    expect(() => outcomePeriods({ outcome: 'survival', rows: group(2000, 'low', 2, 20) }, 25, 2026)).toThrow(
      RangeError,
    );
  });
});
