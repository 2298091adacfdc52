import { type RowColumns, type RowSums, rowSums } from '@core/analyses/row-counts';
import { atOnce } from '@data/queries/cohort/breath';
import { describe, expect, it } from 'vitest';

/** Patients 0 and 2 on a; 1 and 2 on b; 3 on none. Patients 0 and 2 have no code in common: their days differ. */
const columns: RowColumns = {
  told: { drug: ['a', 'b', null] },
  rowCount: 3,
  rowOf: Uint32Array.of(0, 0, 0, 1, 1, 2),
  amounts: {
    patients: Float64Array.of(0, 1, 1, 1, 1, 1),
    days: Float64Array.of(0, 10, 0, 30, 40, 50),
  },
  codes: Uint8Array.of(1, 3, 2, 4, 5),
  starts: Uint32Array.of(0, 1, 2, 4, 5),
};

const counted = (from: RowColumns, ...failed: number[]) =>
  rowsOf(atOnce(rowSums(from, Uint32Array.from(failed))));

const rowsOf = ({ rowCount, columns: found }: RowSums) =>
  Array.from({ length: rowCount }, (_, row) =>
    Object.fromEntries(Object.entries(found).map(([name, cells]) => [name, cells[row]])),
  );

describe('rows counted from memory', () => {
  it('are summed over the members, in their order', () => {
    expect(counted(columns, 0, 0, 0, 0)).toEqual([
      { drug: 'a', patients: 2, days: 10 },
      { drug: 'b', patients: 2, days: 70 },
      { drug: null, patients: 1, days: 50 },
    ]);
  });

  it('a row of nobody is left out, one whose sum is 0 is not', () => {
    expect(counted(columns, 1, 4, 0, 2)).toEqual([
      { drug: 'a', patients: 1, days: 0 },
      { drug: 'b', patients: 1, days: 40 },
    ]);
    expect(counted(columns, 1, 1, 1, 1)).toEqual([]);
  });

  it('of two cohorts that share nobody add up to those of both', () => {
    const daysOf = (...failed: number[]) =>
      counted(columns, ...failed).reduce((sum, { days }) => sum + Number(days), 0);
    for (let members = 0; members < 16; members++) {
      const failed = [0, 1, 2, 3].map((patient) => (members >> patient) & 1);
      expect(daysOf(...failed) + daysOf(...failed.map((bit) => 1 - bit))).toBe(130);
    }
  });

  it('with one row each at most, where 0 is none', () => {
    const alone = { ...columns, codes: Uint8Array.of(1, 3, 0, 3), starts: null };
    expect(counted(alone, 0, 0, 0, 0)).toEqual([
      { drug: 'a', patients: 1, days: 10 },
      { drug: 'b', patients: 2, days: 60 },
    ]);
    expect(counted(alone, 1, 1, 0, 1)).toEqual([]);
  });

  it('are split by groups of patients, each row in the order of the groups', () => {
    const groups = {
      told: { sex: ['F', 'F', 'M'], centre: ['1', null, '1'] },
      groupCount: 3,
      groupOf: Uint16Array.of(2, 0, 0, 1),
    };
    expect(rowsOf(atOnce(rowSums(columns, Uint32Array.of(0, 0, 0, 0), groups)))).toEqual([
      { drug: 'a', sex: 'F', centre: '1', patients: 1, days: 0 },
      { drug: 'a', sex: 'M', centre: '1', patients: 1, days: 10 },
      { drug: 'b', sex: 'F', centre: '1', patients: 2, days: 70 },
      { drug: null, sex: 'F', centre: null, patients: 1, days: 50 },
    ]);
  });
});
