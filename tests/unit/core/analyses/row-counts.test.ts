import { type RowColumns, rowCounts } from '@core/analyses/row-counts';
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

describe('rows counted from memory', () => {
  it('are summed over the members, in their order', () => {
    expect(rowCounts(columns, Uint32Array.of(0, 0, 0, 0))).toEqual([
      { drug: 'a', patients: 2, days: 10 },
      { drug: 'b', patients: 2, days: 70 },
      { drug: null, patients: 1, days: 50 },
    ]);
  });

  it('a row of nobody is left out, one whose sum is 0 is not', () => {
    expect(rowCounts(columns, Uint32Array.of(1, 4, 0, 2))).toEqual([
      { drug: 'a', patients: 1, days: 0 },
      { drug: 'b', patients: 1, days: 40 },
    ]);
    expect(rowCounts(columns, Uint32Array.of(1, 1, 1, 1))).toEqual([]);
  });

  it('of two cohorts that share nobody add up to those of both', () => {
    const daysOf = (...failed: number[]) =>
      rowCounts(columns, Uint32Array.from(failed)).reduce((sum, { days }) => sum + days, 0);
    for (let members = 0; members < 16; members++) {
      const failed = [0, 1, 2, 3].map((patient) => (members >> patient) & 1);
      expect(daysOf(...failed) + daysOf(...failed.map((bit) => 1 - bit))).toBe(130);
    }
  });

  it('leaves what it was given as it was', () => {
    const frozen = { ...columns, rows: Object.freeze(columns.rows.map((row) => Object.freeze(row))) };
    const first = rowCounts(frozen, new Uint32Array(4));
    expect(rowCounts(frozen, new Uint32Array(4))).toEqual(first);
    expect(columns.rows[0]?.patients).toBe(0);
  });
});
