import { type CountedFigure, type CountedPanel, wholeParts } from '@core/analyses/counted-figure';
import type { ResponseCurve, VisitResponse } from '@core/analyses/molecular-response';
import { figureNumbers, hasNumbers, releasedBars, releasedVisits } from '@core/analyses/released-figure';
import { defaultPolicy } from '@core/disclosure/policy';
import { boundsOf } from '@core/disclosure/released-counts';
import { type LinearKnowledge, linearRange, wholeNumbersIn } from '@tests/support/linear-range';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const count = fc.oneof({ arbitrary: fc.nat(14), weight: 2 }, { arbitrary: fc.nat(120), weight: 1 });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const named = (counts: readonly number[]) => counts.map((patients, k) => ({ level: `p${k}`, patients }));
const bars = (cells: readonly (readonly number[])[]): CountedPanel['bars'] =>
  cells.map((counts, k) => ({ level: `p${k}`, parts: named(counts) }));

/** Bars that have no patient in common; a second panel that goes on from the parts of the first. */
const apart = fc.array(fc.array(count, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 4 }).map(
  (cells): CountedFigure => ({
    patients: sum(cells.flat()),
    panels: [{ level: 'one', relation: 'apart', bars: bars(cells) }],
  }),
);
const chained = fc
  .array(fc.array(count, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 })
  .chain((cells) => {
    const columns = [0, 1].map((column) => sum(cells.map((row) => row[column] ?? 0)));
    return fc.tuple(...columns.map((patients) => fc.nat(patients))).map((firsts): CountedFigure => {
      const next = columns.map((patients, k) => [firsts[k] ?? 0, patients - (firsts[k] ?? 0)]);
      return {
        patients: sum(cells.flat()),
        panels: [
          { level: 'one', relation: 'apart', bars: bars(cells) },
          { level: 'two', relation: 'next', bars: bars(next) },
        ],
      };
    });
  });
const same = fc
  .array(fc.tuple(count, count, count), { minLength: 1, maxLength: 3 })
  .map((rows): CountedFigure => {
    const most = Math.max(...rows.map(sum));
    const cells = rows.map((row) => [...row, most - sum(row)]);
    return { patients: most, panels: [{ level: 'one', relation: 'same', bars: bars(cells) }] };
  });

/** What a reader of the bars knows, told by the figure alone: parts make a bar, bars apart make everybody. */
function readerKnows({ panels }: CountedFigure, released: ReturnType<typeof releasedBars>) {
  const known: LinearKnowledge[] = [];
  const exact: number[] = [];
  const add = (patients: number, told: Parameters<typeof boundsOf>[0]) => {
    const { lower, upper } = boundsOf(told, defaultPolicy);
    const unknown = exact.push(patients) - 1;
    known.push({ terms: [[unknown, 1]], min: lower, max: upper });
    return unknown;
  };
  const adds = (whole: number, parts: readonly number[]) =>
    known.push({ terms: [[whole, -1], ...parts.map((p): [number, number] => [p, 1])], min: 0, max: 0 });
  const all = add(panels[0] === undefined ? 0 : totalOf(panels[0]), released.patients);
  let before: readonly { readonly level: string; readonly at: number }[] = [];
  panels.forEach(({ relation, bars: own }, p) => {
    const placed = own.map((bar, b) => {
      const told = released.panels[p]?.bars[b];
      if (told === undefined) throw new Error('a bar is missing');
      // The total of a bar is computed from its parts: it tells nothing that they do not.
      const whole =
        relation === 'same' ? all : exact.push(sum(bar.parts.map(({ patients }) => patients))) - 1;
      const parts = bar.parts.map(({ level, patients }, k) => ({
        level,
        at: add(patients, told.parts[k]?.patients ?? told.patients),
      }));
      adds(
        whole,
        parts.map(({ at }) => at),
      );
      return { level: bar.level, whole, parts };
    });
    if (relation === 'apart')
      adds(
        all,
        placed.map(({ whole }) => whole),
      );
    if (relation === 'next') {
      for (const { level, whole } of placed)
        adds(
          whole,
          before.filter((part) => part.level === level).map(({ at }) => at),
        );
    }
    before = placed.flatMap(({ parts }) => parts);
  });
  return { known, exact };
}

const totalOf = ({ relation, bars: own }: CountedPanel): number => {
  const wholes = own.map(({ parts }) => sum(parts.map(({ patients }) => patients)));
  return relation === 'same' ? (wholes[0] ?? 0) : sum(wholes);
};

describe('a figure of counts that leaves', () => {
  it.each([
    ['bars apart', apart],
    ['bars that go on', chained],
    ['bars of the same patients', same],
  ])('leaves no small count to be narrowed: %s', (_, figures) => {
    fc.assert(
      fc.property(figures, (figure) => {
        const { known, exact } = readerKnows(figure, releasedBars(figure, defaultPolicy));
        exact.forEach((patients, unknown) => {
          if (patients > 0 && patients < 11)
            expect(wholeNumbersIn(linearRange(known, unknown))).toBeGreaterThanOrEqual(10);
        });
      }),
      { seed: 20261126, numRuns: 100 },
    );
  });

  it('holds no number from 1 to 10, and shares of released counts alone', () => {
    fc.assert(
      fc.property(fc.oneof(apart, chained, same), (figure) => {
        const numbers = figureNumbers(releasedBars(figure, defaultPolicy)) as unknown as {
          readonly patients: number | null;
          readonly panels: readonly {
            readonly bars: readonly {
              readonly patients: number | null;
              readonly parts: readonly { readonly patients: number | null; readonly share: number | null }[];
            }[];
          }[];
        };
        for (const bar of numbers.panels.flatMap((panel) => panel.bars)) {
          for (const { patients, share } of bar.parts) {
            if (patients !== null)
              expect(patients === 0 || (patients >= 15 && patients % 5 === 0)).toBe(true);
            if (share !== null && bar.patients !== null && patients !== null)
              expect(share).toBeCloseTo(Math.min(1, patients / bar.patients), 4);
            if (patients === null || bar.patients === null) expect(share).toBeNull();
          }
        }
      }),
      { seed: 20261126 },
    );
  });

  it('has nothing to draw where nothing is told', () => {
    const few: CountedFigure = {
      patients: 7,
      panels: [{ level: 'all', relation: 'same', bars: [{ level: 'all', parts: named([4, 3]) }] }],
    };
    expect(hasNumbers(releasedBars(few, defaultPolicy))).toBe(false);
    const some = { ...few, patients: 60, panels: [{ ...few.panels[0], bars: bars([[40, 20]]) }] };
    expect(hasNumbers(releasedBars(some as CountedFigure, defaultPolicy))).toBe(true);
  });
});

describe('quantiles that leave', () => {
  const visit = (month: number, patients: number): VisitResponse => ({
    month,
    patients,
    undetected: 3,
    lowerQuartile: { kind: 'below', percent: 0.00321 },
    median: { kind: 'percent', percent: 0.123 },
    medianLower: { kind: 'percent', percent: 0.1 },
    medianUpper: { kind: 'percent', percent: 0.2 },
    upperQuartile: { kind: 'percent', percent: 1.23 },
    few: false,
  });
  const curve = (...visits: readonly VisitResponse[]): ResponseCurve => ({
    level: 'all',
    patients: 200,
    visits,
  });

  it('need 22 patients for a median, 44 for quartiles, whichever of those that are told alike they are, and have two digits', () => {
    const released = releasedVisits(
      { curves: [curve(visit(3, 48), visit(6, 47), visit(12, 23), visit(18, 22))], onCurve: 52 },
      defaultPolicy,
    );
    expect(figureNumbers(released)).toEqual({
      patients: 50,
      curves: [
        {
          level: 'all',
          visits: [
            { level: '3', patients: 50, lowerQuartile: 0.0032, median: 0.12, upperQuartile: 1.2 },
            { level: '6', patients: 45, lowerQuartile: null, median: 0.12, upperQuartile: null },
            { level: '12', patients: 25, lowerQuartile: null, median: 0.12, upperQuartile: null },
          ],
        },
      ],
    });
  });

  it('do not tell by which of them there are how many patients they are of', () => {
    const of = (patients: number) =>
      JSON.stringify(
        figureNumbers(
          releasedVisits({ curves: [curve(visit(3, 90), visit(6, patients))], onCurve: 90 }, defaultPolicy),
        ),
      );
    // 18 to 22 are told as 20, 43 to 47 as 45.
    for (const alike of [
      [18, 20, 21, 22],
      [43, 44, 46, 47],
    ])
      expect(new Set(alike.map(of)).size).toBe(1);
  });

  it('are nothing where no visit has enough', () => {
    const none = releasedVisits({ curves: [curve(visit(3, 21))], onCurve: 21 }, defaultPolicy);
    expect(hasNumbers(none)).toBe(false);
  });
});

describe('shares as whole numbers', () => {
  it('add up to the whole and are nearer than one to it', () => {
    const shares = fc
      .array(fc.nat(1000), { minLength: 1, maxLength: 9 })
      .filter((weights) => sum(weights) > 0)
      .map((weights) => weights.map((weight) => weight / sum(weights)));
    fc.assert(
      fc.property(shares, fc.nat(3000), (given, whole) => {
        const counts = wholeParts(given, whole);
        expect(sum(counts)).toBe(whole);
        counts.forEach((patients, k) => {
          expect(Math.abs(patients - (given[k] ?? 0) * whole)).toBeLessThanOrEqual(1 + 1e-9);
        });
      }),
      { seed: 20261126 },
    );
  });
});
