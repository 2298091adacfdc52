import { RowCoder } from '@core/analyses/row-coder';
import { type AnswerCell, rowSums } from '@core/analyses/row-counts';
import { atOnce } from '@data/queries/cohort/breath';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

interface Row {
  readonly patient: number;
  readonly told: readonly [AnswerCell, AnswerCell];
  readonly days: number;
}

/** As an engine answers: a part of the patients at a time, its rows in no order. */
function coded(rows: readonly Row[], ends: readonly number[]) {
  const coder = new RowCoder(['drug', 'grade'], ['days']);
  ends.forEach((to, part) => {
    const from = ends[part - 1] ?? 0;
    const here = rows.filter(({ patient }) => patient >= from && patient < to);
    const columns = {
      days: Float64Array.from(here, ({ days }) => days),
      drug: here.map(({ told }) => told[0]),
      grade: here.map(({ told }) => told[1]),
    };
    const patient = Int32Array.from(here, (row) => row.patient);
    atOnce(coder.add({ from, to }, { rowCount: here.length, patient, columns }));
  });
  return atOnce(coder.finish());
}

const row = (patient: number, drug: AnswerCell, grade: AnswerCell, days: number): Row => ({
  patient,
  told: [drug, grade],
  days,
});

describe('the rows of patients as codes', () => {
  it('stand in the order of the answer: text and numbers ascending, null last', () => {
    const rows = [
      row(1, null, 2, 1),
      row(0, 'b', 10, 1),
      row(0, 'b', 9, 1),
      row(1, 'a', null, 1),
      row(0, 'b', null, 1),
      row(1, 'b', 0.5, 1),
      row(0, 'B', 2 ** 40, 1),
    ];
    expect(coded(rows, [2]).told).toEqual({
      drug: ['B', 'a', 'b', 'b', 'b', 'b', null],
      grade: [2 ** 40, null, 0.5, 9, 10, null, 2],
    });
  });

  it('are shared by patients who add as much to the same row', () => {
    const rows = [row(0, 'a', 1, 5), row(1, 'a', 1, 5), row(2, 'a', 1, 6)];
    const columns = coded(rows, [1, 3]);
    expect(columns.rowCount).toBe(1);
    expect(columns.starts).toBeNull();
    expect(Array.from(columns.codes)).toEqual([1, 1, 2]);
    expect(Array.from(columns.amounts.days ?? [])).toEqual([0, 5, 6]);
  });

  it('of nobody are none, and whoever has none adds nothing', () => {
    const nobody = coded([], [0]);
    expect(nobody.rowCount).toBe(0);
    expect(atOnce(rowSums(nobody, new Uint32Array(0))).rowCount).toBe(0);
    const one = coded([row(2, 'a', 1, 5)], [2, 4]);
    expect(Array.from(one.codes)).toEqual([0, 0, 1, 0]);
  });

  it('are read from a part of any number of them', () => {
    const rows = Array.from({ length: 70_000 }, (_, at) => row(at % 300, 'a', at, at % 7));
    const columns = coded(rows, [100, 300]);
    expect(columns.codes).toBeInstanceOf(Uint32Array);
    expect(columns.told.grade).toEqual(rows.map(({ told }) => told[1]));
    const counted = atOnce(rowSums(columns, new Uint32Array(300)));
    expect(Array.from(counted.columns.days ?? [])).toEqual(rows.map(({ days }) => days));
  });

  it('count what the rows of the members sum up to, however the patients are parted', () => {
    const cell = fc.constantFrom<AnswerCell>('a', 'b', null, 0, 1.5, true, false);
    const drawn = fc.record({
      patient: fc.nat(9),
      told: fc.tuple(fc.constantFrom<AnswerCell>('x', 'y', null), cell),
      days: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(
        fc.array(drawn),
        fc.nat(10),
        fc.array(fc.nat(1), { minLength: 10, maxLength: 10 }),
        (rows, end, failed) => {
          const columns = coded(rows, [end, 10]);
          const members = rows.filter(({ patient }) => failed[patient] === 0);
          const expected = new Map<string, number>();
          for (const { told, days } of members) {
            const key = JSON.stringify(told);
            expected.set(key, (expected.get(key) ?? 0) + days);
          }
          const counted = atOnce(rowSums(columns, Uint32Array.from(failed)));
          const { drug = [], grade = [], days: sums = [] } = counted.columns;
          const found = new Map(
            Array.from({ length: counted.rowCount }, (_, at) => [
              JSON.stringify([drug[at], grade[at]]),
              sums[at],
            ]),
          );
          expect(found).toEqual(expected);
        },
      ),
    );
  });
});
