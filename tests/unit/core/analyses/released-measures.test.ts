import { type MeasuredRow, ratesMeasured, scoresMeasured } from '@core/analyses/measured-figure';
import { figureNumbers, hasNumbers } from '@core/analyses/released-figure';
import { releasedMeasures } from '@core/analyses/released-measures';
import { defaultPolicy } from '@core/disclosure/policy';
import { releaseEvents } from '@core/disclosure/released';
import { boundsOf } from '@core/disclosure/released-counts';
import { daysPerYear } from '@core/domain/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const rateRow = (observed: number, affected: number, severe: number, events: number): MeasuredRow => {
  const rate = { events, days: 523.4 * daysPerYear };
  return {
    level: 'imatinib',
    counts: [
      { level: 'observed', patients: observed },
      { level: 'affected', patients: affected },
      { level: 'severe', patients: severe },
    ],
    measures: [
      { level: 'any', of: 'affected', values: [], rate },
      { level: 'severe', of: 'severe', values: [], rate: { ...rate, events: Math.min(events, severe) } },
    ],
  };
};
const release = (row: MeasuredRow) => releasedMeasures({ measured: [row] }, defaultPolicy);
const valuesOf = (row: MeasuredRow) =>
  release(row).rows[0]?.measures.map(({ values }) => values.map(({ value }) => value.value)) ?? [];

describe('a rate that leaves', () => {
  it('is computed of rounded events and of patient-years to two digits, with the exact Poisson interval of these', () => {
    // poisson.test(75, 5.2): 14.4230769, 11.3445 to 18.0793
    expect(valuesOf(rateRow(200, 60, 0, 77))[0]).toEqual([75, 520, 14.4, 11.3, 18.1]);
  });

  it('is not told of one to ten patients with an event, nor of ten without one, and is 0 of nobody', () => {
    expect(valuesOf(rateRow(200, 7, 0, 30))[0]).toEqual([null, 520, null, null, null]);
    expect(valuesOf(rateRow(200, 60, 7, 77))[1]?.[0]).toBeNull();
    expect(valuesOf(rateRow(60, 57, 0, 77))[0]?.[0]).toBeNull();
    const [events, years, rate, lower, upper] = valuesOf(rateRow(200, 0, 0, 0))[0] ?? [];
    expect([events, years, rate, lower]).toEqual([0, 520, 0, 0]);
    expect(upper).toBeCloseTo(0.709, 3);
    expect(valuesOf(rateRow(9, 0, 0, 0))[0]).toEqual([null, null, null, null, null]);
  });

  it('tells neither its events nor its patients to whoever multiplies it by its time', () => {
    const rows = fc
      .tuple(fc.nat(250), fc.nat(250), fc.nat(250), fc.nat(60))
      .map(
        (some) =>
          [...some.slice(0, 3).toSorted((a, b) => b - a), some[3]] as [number, number, number, number],
      )
      .map(([observed, affected, severe, more]) => rateRow(observed, affected, severe, affected + more));
    fc.assert(
      fc.property(rows, (row) => {
        const [told] = release(row).rows;
        row.counts.forEach(({ patients }, k) => {
          const count = told?.counts[k]?.patients;
          const next = row.counts[k + 1]?.patients ?? 0;
          const after = told?.counts[k + 1]?.patients;
          if (count?.kind === 'rounded') expect(count.value % 5 === 0 && count.value !== 5).toBe(true);
          // Who is in one count and not in the next is hidden too, where they are few.
          if (count?.kind !== 'rounded' || after?.kind !== 'rounded') return;
          const few = patients - next;
          if (few === 0 || few > 10) return;
          const [whole, part] = [boundsOf(count, defaultPolicy), boundsOf(after, defaultPolicy)];
          expect(whole.upper - part.lower - Math.max(0, whole.lower - part.upper) + 1).toBeGreaterThanOrEqual(
            10,
          );
        });
        for (const { values } of told?.measures ?? []) {
          const [events, years, rate] = values.map(({ value }) => value.value);
          if (events == null || years == null) expect(rate).toBeNull();
          else {
            expect(events === 0 || (events >= 15 && events % 5 === 0)).toBe(true);
            expect(Number(years.toPrecision(2))).toBe(years);
            expect(rate).toBe(Number(((events / years) * 100).toPrecision(3)));
          }
        }
      }),
      { seed: 20261127, numRuns: 60 },
    );
  });

  it('tells rounded events, and time to two digits, of enough patients', () => {
    const observed = { events: 32, affected: 20, patients: 100, time: 1234 };
    const valuesAt = (of: Parameters<typeof releaseEvents>[0]) => {
      const { events, time } = releaseEvents(of);
      return [events.value, time.value];
    };
    expect(valuesAt(observed)).toEqual([30, 1200]);
    expect(valuesAt({ ...observed, affected: 10 })).toEqual([null, 1200]);
    expect(valuesAt({ ...observed, affected: null })).toEqual([null, 1200]);
    expect(valuesAt({ ...observed, patients: 10, affected: 10 })).toEqual([null, null]);
    expect(valuesAt({ ...observed, time: 0 })).toEqual([null, null]);
  });

  it('takes an event of a line without any time for one of the patients who were observed', () => {
    const { measured } = ratesMeasured(
      { exposures: [{ drug: 'imatinib', days: 400, patients: 20 }], rows: [], outside: 0 },
      [{ drug: 'imatinib', affected: 21, severe: 21 }],
      'all',
    );
    expect(measured[0]?.counts.map(({ patients }) => patients)).toEqual([20, 20, 20]);
  });
});

describe('scores that leave', () => {
  it('need 22 answers for a median, 44 for quartiles, and tell who did not answer by nothing', () => {
    const scored = (year: number, answered: number, expected: number) => [
      { level: 'all', year, score: 33.333, patients: answered },
      { level: 'all', year, score: null, patients: expected - answered },
    ];
    const released = releasedMeasures(
      scoresMeasured(
        [...scored(0, 50, 120), ...scored(1, 30, 90), ...scored(2, 57, 60), ...scored(3, 8, 60)],
        null,
      ),
      defaultPolicy,
    );
    const { rows } = figureNumbers(released) as unknown as {
      rows: readonly {
        readonly level: string;
        readonly counts: readonly { readonly patients: number | null }[];
        readonly measures: readonly { readonly values: readonly { readonly value: number | null }[] }[];
      }[];
    };
    const values = rows.map(({ measures }) => (measures[0]?.values ?? []).map(({ value }) => value));
    expect(rows.map(({ level }) => level)).toEqual(['0', '1', '2', '3']);
    expect(values[0]).toEqual([33.3, 33, 33, 33]);
    expect(values[1]).toEqual([33.3, null, 33, null]);
    // Of 60 who were followed 57 answered: three did not, and the answers are withheld with them.
    expect(rows[2]?.counts.filter(({ patients }) => patients !== null)).toHaveLength(1);
    expect(values[3]).toEqual([null, null, null, null]);
    expect(hasNumbers(released)).toBe(true);
  });
});
