import { courseCounted, indicatorCounted } from '@core/analyses/counted-practice';
import { exportedIndicators } from '@core/analyses/exported-figure';
import type { IndicatorRow } from '@core/analyses/indicator-trend';
import { type ReleasedBars, releasedBars } from '@core/analyses/released-figure';
import { defaultPolicy } from '@core/disclosure/policy';
import { boundsOf } from '@core/disclosure/released-counts';
import { daysFromMonths } from '@core/domain/calendar';
import { indicators } from '@core/domain/indicator';
import { type LinearKnowledge, linearRange, wholeNumbersIn } from '@tests/support/linear-range';
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
const released = (rows: readonly IndicatorRow[]): ReleasedBars['panels'][number]['bars'] =>
  releasedBars(indicatorCounted({ indicator: 'early_inclusion', rows }), defaultPolicy).panels[0]?.bars ?? [];

describe('an indicator over the years, released', () => {
  it('rounds what is large, masks what is small, and leaves out units without a year', () => {
    const years = released([row(2020, 142, 60, 40), row(2019, 5, 2, 0), row(null, 50, 20, 0)]);
    expect(years.map(({ level }) => level)).toEqual(['2019', '2020']);
    expect(years[1]?.parts).toMatchObject([
      { level: 'met', patients: { kind: 'rounded', value: 60 } },
      { level: 'not_met', patients: { kind: 'rounded', value: 40 } },
      { level: 'unknown', patients: { kind: 'rounded', value: 40 } },
    ]);
    expect(years[0]?.parts[0]?.patients.kind).not.toBe('rounded');
    expect(years[0]?.parts[0]?.share.share).toBeNull();
  });

  it('is offered of indicators that count patients alone', () => {
    expect(exportedIndicators).toContain('early_inclusion');
    for (const id of exportedIndicators) expect(indicators[id].unit).toBe('patient');
    expect(exportedIndicators).not.toContain('fit_for_mr4_5');
  });

  it('does not tell those who do not meet it either, when they are few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 1, max: 10 }), (assessed, few) => {
        const figure = indicatorCounted({
          indicator: 'early_inclusion',
          rows: [row(2020, assessed, assessed - few, 0)],
        });
        const { patients, panels } = releasedBars(figure, defaultPolicy);
        const parts = panels[0]?.bars[0]?.parts ?? [];
        const known: LinearKnowledge[] = [patients, ...parts.map((part) => part.patients)].map((told, k) => {
          const { lower, upper } = boundsOf(told, defaultPolicy);
          return { terms: [[k, 1]], min: lower, max: upper };
        });
        known.push({
          terms: [
            [0, -1],
            [1, 1],
            [2, 1],
            [3, 1],
          ],
          min: 0,
          max: 0,
        });
        expect(wholeNumbersIn(linearRange(known, 2))).toBeGreaterThanOrEqual(10);
      }),
      { seed: 20261126, numRuns: 300 },
    );
  });
});

describe('the time on a drug as counts', () => {
  const month = (months: number) => daysFromMonths(months);
  const rows = [
    { drug: 'imatinib', day: month(3), cause: 1, patients: 30 },
    { drug: 'imatinib', day: month(6), cause: 0, patients: 20 },
    { drug: 'imatinib', day: month(12), cause: 2, patients: 40 },
    { drug: 'imatinib', day: month(40), cause: 0, patients: 60 },
    { drug: 'dasatinib', day: month(50), cause: 1, patients: 50 },
  ];

  it('counts whoever is still on it at the beginning of each period, and what became of them', () => {
    const { patients, panels } = courseCounted(rows, ['event', 'left'], [12, 36]);
    expect(patients).toBe(200);
    expect(panels.map(({ level, relation }) => [level, relation])).toEqual([
      ['12', 'apart'],
      ['36', 'on'],
    ]);
    const counts = panels.map(({ bars }) => bars.map(({ parts }) => parts.map((part) => part.patients)));
    expect(counts).toEqual([
      [
        [0, 0, 0, 50],
        [30, 0, 20, 100],
      ],
      [
        [0, 0, 0, 50],
        [0, 40, 0, 60],
      ],
    ]);
  });

  it('leaves no small count to be narrowed from one period to the next, by a linear program', () => {
    const days = fc.constantFrom(3, 20, 50).map(month);
    const course = fc.array(fc.record({ day: days, cause: fc.nat(1), patients: fc.nat(60) }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(course, (some) => {
        const figure = courseCounted(
          some.map((one) => ({ ...one, drug: 'imatinib' })),
          ['left'],
          [12, 36],
        );
        const told = releasedBars(figure, defaultPolicy);
        const known: LinearKnowledge[] = [];
        const exact: number[] = [];
        const add = (patients: number, count: Parameters<typeof boundsOf>[0]) => {
          const { lower, upper } = boundsOf(count, defaultPolicy);
          known.push({ terms: [[exact.length, 1]], min: lower, max: upper });
          return exact.push(patients) - 1;
        };
        let whole = add(figure.patients, told.patients);
        figure.panels.forEach(({ bars }, p) => {
          const parts = (bars[0]?.parts ?? []).map(({ patients }, k) => {
            const count = told.panels[p]?.bars[0]?.parts[k]?.patients;
            if (count === undefined) throw new Error('a part is missing');
            return add(patients, count);
          });
          known.push({
            terms: [[whole, -1], ...parts.map((at): [number, number] => [at, 1])],
            min: 0,
            max: 0,
          });
          whole = parts.at(-1) ?? whole;
        });
        exact.forEach((patients, unknown) => {
          if (patients > 0 && patients < 11)
            expect(wholeNumbersIn(linearRange(known, unknown))).toBeGreaterThanOrEqual(10);
        });
      }),
      { seed: 20261127, numRuns: 150 },
    );
  });
});
