import { amountsOf, type RowColumns, rowCounts } from '@core/analyses/row-counts';
import { atOnce } from '@data/queries/cohort/breath';
import { describe, expect, it } from 'vitest';

interface Row {
  readonly drug: string | null;
  readonly patients: number;
  readonly days: number;
}

/** Patients 0 and 2 on a; 1 and 2 on b; 3 on none. */
const columns: RowColumns<Row> = {
  rows: [
    { drug: 'a', patients: 0, days: 0 },
    { drug: 'b', patients: 0, days: 0 },
    { drug: null, patients: 0, days: 0 },
  ],
  begins: Uint32Array.of(0, 2, 4, 5),
  patient: Int32Array.of(0, 2, 1, 2, 3),
  amounts: { patients: Float64Array.of(1, 1, 1, 1, 1), days: Float64Array.of(10, 0, 30, 40, 50) },
};

const counted = (from: RowColumns<Row>, failed: Uint32Array) => atOnce(rowCounts(from, failed));

describe('rows counted from memory', () => {
  it('are summed over the members, in their order', () => {
    expect(counted(columns, Uint32Array.of(0, 0, 0, 0))).toEqual([
      { drug: 'a', patients: 2, days: 10 },
      { drug: 'b', patients: 2, days: 70 },
      { drug: null, patients: 1, days: 50 },
    ]);
  });

  it('a row of nobody is left out, one whose sum is 0 is not', () => {
    expect(counted(columns, Uint32Array.of(1, 4, 0, 2))).toEqual([
      { drug: 'a', patients: 1, days: 0 },
      { drug: 'b', patients: 1, days: 40 },
    ]);
    expect(counted(columns, Uint32Array.of(1, 1, 1, 1))).toEqual([]);
  });

  it('of two cohorts that share nobody add up to those of both', () => {
    const daysOf = (...failed: number[]) =>
      counted(columns, Uint32Array.from(failed)).reduce((sum, { days }) => sum + days, 0);
    for (let members = 0; members < 16; members++) {
      const failed = [0, 1, 2, 3].map((patient) => (members >> patient) & 1);
      expect(daysOf(...failed) + daysOf(...failed.map((bit) => 1 - bit))).toBe(130);
    }
  });

  it('leaves what it was given as it was', () => {
    const frozen = { ...columns, rows: Object.freeze(columns.rows.map((row) => Object.freeze(row))) };
    const first = counted(frozen, new Uint32Array(4));
    expect(counted(frozen, new Uint32Array(4))).toEqual(first);
    expect(columns.rows[0]?.patients).toBe(0);
  });
});

describe('amounts', () => {
  it.each([
    [Uint8Array, []],
    [Uint8Array, [0, 1, 255]],
    [Int32Array, [1, 256]],
    [Int32Array, [-1, 2 ** 31 - 1]],
    [Float64Array, [0.5, 1]],
    [Float64Array, [2 ** 31]],
    [Float64Array, [Number.NaN]],
  ] as const)('stand in a %o when they are %j, unchanged', (kind, numbers) => {
    const amounts = amountsOf(numbers);
    expect(amounts).toBeInstanceOf(kind);
    expect(Array.from(amounts)).toEqual(numbers);
  });
});
