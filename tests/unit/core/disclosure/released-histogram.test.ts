import { type HistogramBin, mergeSmallBins } from '@core/disclosure/released-histogram';
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
