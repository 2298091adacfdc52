import { areDisjoint, groupSize, mostOverlaid, overlapOf } from '@core/cohort/overlap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const failedOf = (members: readonly boolean[]) => Uint32Array.from(members, (isIn) => (isIn ? 0 : 6));

describe('cohorts laid over each other', () => {
  it('counts every combination, those in none included', () => {
    const first = failedOf([true, true, true, false, false]);
    const second = failedOf([true, false, false, true, false]);
    const overlap = overlapOf([first, second], 5);
    expect(overlap.counts).toEqual([1, 2, 1, 1]);
    expect([...overlap.sets]).toEqual([3, 1, 1, 2, 0]);
    expect(groupSize(overlap, 0)).toBe(3);
    expect(groupSize(overlap, 1)).toBe(2);
    expect(groupSize(overlap, 'rest')).toBe(1);
    expect(areDisjoint(overlap, [0, 1])).toBe(false);
    expect(areDisjoint(overlap, [0, 'rest'])).toBe(true);
  });

  it('of no cohort is everybody in the rest, of no patient nothing', () => {
    expect(overlapOf([], 3).counts).toEqual([3]);
    expect(overlapOf([new Uint32Array()], 0).counts).toEqual([0, 0]);
  });

  it('refuses more cohorts than a byte holds, and cohorts over different patients', () => {
    const many = Array.from({ length: mostOverlaid + 1 }, () => new Uint32Array(1));
    expect(() => overlapOf(many, 1)).toThrow(RangeError);
    expect(() => overlapOf([new Uint32Array(2)], 1)).toThrow(RangeError);
  });

  it('adds up to all patients, and does not depend on the order of the cohorts', () => {
    const members = fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(members, (rows) => {
        const columns = [0, 1, 2].map((k) => failedOf(rows.map((row) => row[k] as boolean)));
        const forth = overlapOf(columns, rows.length);
        const back = overlapOf(columns.toReversed(), rows.length);
        expect(forth.counts.reduce((a, b) => a + b, 0)).toBe(rows.length);
        const swapped = (set: number) => ((set & 1) << 2) | (set & 2) | ((set & 4) >> 2);
        expect(forth.counts.map((_, set) => forth.counts[swapped(set)])).toEqual(back.counts);
      }),
      { seed: 20260118 },
    );
  });
});
