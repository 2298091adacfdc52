import { type HistogramBin, mergeSmallBins, toldBins } from '@core/disclosure/released-histogram';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const binsOf = (patients: readonly number[]): readonly HistogramBin[] =>
  patients.map((count, k) => ({ from: 10 * k, to: 10 * (k + 1), patients: count }));
const countsOf = (bins: readonly HistogramBin[]) => bins.map(({ patients }) => patients);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('the bins of a histogram that leaves', () => {
  it.each([
    [
      [4, 9, 0, 20, 3],
      [13, 0, 23],
    ],
    [
      [11, 0, 30],
      [11, 0, 30],
    ],
    [
      [3, 0, 0, 9, 11],
      [12, 11],
    ],
    [
      [0, 20, 4, 0],
      [0, 24],
    ],
    [[20, 0, 4], [24]],
    [[4, 6], []],
    [[], []],
    [
      [0, 0],
      [0, 0],
    ],
  ])('of %j patients are of %j', (patients, expected) => {
    expect(countsOf(mergeSmallBins(binsOf(patients)))).toEqual(expected);
  });

  it('hold nobody or at least 11, meet without a gap, lose nobody, and stay when merged again', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(14), fc.nat(90)), { minLength: 1, maxLength: 30 }), (patients) => {
        const merged = mergeSmallBins(binsOf(patients));
        for (const { patients: count } of merged) expect(count === 0 || count >= 11).toBe(true);
        merged.slice(1).forEach(({ from }, k) => {
          expect(from).toBe(merged[k]?.to);
        });
        const all = sum(patients);
        if (all > 0 && all < 11) expect(merged).toEqual([]);
        else {
          expect(sum(countsOf(merged))).toBe(all);
          expect(merged[0]?.from).toBe(0);
          expect(merged.at(-1)?.to).toBe(10 * patients.length);
        }
        expect(mergeSmallBins(merged)).toEqual(merged);
      }),
      { seed: 20261126 },
    );
  });
});

describe('a histogram that leaves', () => {
  it('by hand: nobody under 10, 4 and 9 under 30, 30 under 40, nobody from there on', () => {
    expect(toldBins(binsOf([0, 4, 9, 30, 0]))).toEqual([
      { from: null, to: 30, patients: 13 },
      { from: 30, to: null, patients: 30 },
    ]);
    expect(toldBins(binsOf([5, 0, 7]))).toEqual([{ from: null, to: null, patients: 12 }]);
    expect(toldBins(binsOf([0, 0]))).toEqual([]);
    expect(toldBins(binsOf([2, 0, 3]))).toEqual([]);
  });

  it('does not tell the least and the greatest value of anybody, whoever has them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(60), { minLength: 1, maxLength: 20 }),
        fc.tuple(fc.nat(10), fc.nat(10)),
        fc.tuple(fc.nat(15), fc.nat(15)),
        (patients, [low, high], [before, after]) => {
          // One of the extract, or of the cohort, lies far out at either side: how far is not told.
          const far = (below: number, above: number) => {
            const around = [
              low,
              ...new Array<number>(below).fill(0),
              40,
              ...patients,
              40,
              ...new Array<number>(above).fill(0),
              high,
            ];
            return toldBins(
              around.map((count, k) => ({
                from: 10 * (k - below),
                to: 10 * (k - below + 1),
                patients: count,
              })),
            );
          };
          expect(far(before, after)).toEqual(far(0, 0));
        },
      ),
      { seed: 20261127 },
    );
  });
});
