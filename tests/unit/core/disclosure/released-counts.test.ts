import { defaultPolicy } from '@core/disclosure/policy';
import { releaseCount } from '@core/disclosure/released';
import {
  boundsOf,
  type ProtectedCount,
  releaseBeside,
  releaseCounts,
  releasedSum,
  type TableSum,
} from '@core/disclosure/released-counts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const count = (patients: number) => ({ patients });
const breakdown: readonly TableSum[] = [{ whole: 0, parts: [1, 2, 3] }];

/** Every table of exact counts that a reader cannot rule out, by trying: parts first, the whole is their sum. */
function possibleTables(cells: readonly ProtectedCount[], most: number): readonly (readonly number[])[] {
  const [whole, ...parts] = cells.map((cell) => boundsOf(cell, defaultPolicy));
  const grow = (k: number, so: readonly number[]): readonly (readonly number[])[] => {
    const bounds = parts[k];
    if (bounds === undefined) {
      const sum = so.reduce((a, b) => a + b, 0);
      return sum >= (whole?.lower ?? 0) && sum <= (whole?.upper ?? 0) ? [[sum, ...so]] : [];
    }
    const tables: (readonly number[])[] = [];
    for (let value = bounds.lower; value <= Math.min(bounds.upper, most); value++) {
      tables.push(...grow(k + 1, [...so, value]));
    }
    return tables;
  };
  return grow(0, []);
}

describe('the counts of a table, released together', () => {
  it('are each released by itself when nothing is told', () => {
    const cells = releaseCounts([120, 60, 53, 7].map(count), breakdown);
    expect(cells).toEqual([120, 60, 53, 7].map((patients) => releaseCount(patients)));
  });

  it('withhold a neighbour where the sum would tell a small count', () => {
    // 48 or more, twice, and 1 or more, within 97 or less: only 48 + 48 + 1 = 97 is left.
    const cells = releaseCounts([97, 48, 48, 1].map(count), breakdown);
    expect(cells.filter(({ kind }) => kind === 'withheld')).toHaveLength(1);
    expect(cells[3]).toMatchObject({ kind: 'masked' });
    expect(possibleTables(cells, 200).length).toBeGreaterThan(1);
  });

  it('tell a group of ten single patients nothing of its ten levels', () => {
    const levels = new Array<number>(10).fill(1);
    const sums = [{ whole: 0, parts: levels.map((_, k) => k + 1) }];
    const cells = releaseCounts([10, ...levels].map(count), sums);
    expect(cells.some(({ kind }) => kind === 'withheld')).toBe(true);
  });

  it('know that a count which is shown and withheld is not 0: nine of them within 11 to 17 are 9 at most', () => {
    const levels = [2, 1, 2, 1, 2, 1, 2, 1, 2];
    const sums = [{ whole: 0, parts: levels.map((_, k) => k + 1) }];
    const whole = releaseCount(14);
    const told = { count: whole, bounds: boundsOf(whole, defaultPolicy), threshold: 11 };
    expect(releaseBeside([{ patients: 14, told }, ...levels.map(count)], sums).kind).toBe('refused');
    // Where the whole has not been told before, it is withheld.
    expect(releaseCounts([14, ...levels].map(count), sums)[0]).toMatchObject({ kind: 'withheld' });
  });

  it('know that one group lies within another: a hidden difference of 1 to 10 is not told either', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 60 }), fc.integer({ min: 1, max: 10 }), (inner, more) => {
        const sums = [{ whole: 0, parts: [1, 2] }];
        const cells = releaseCounts(
          [count(inner + more), count(inner), { patients: more, hidden: true }],
          sums,
        );
        const [outer, within] = cells.map((cell) => boundsOf(cell, defaultPolicy));
        const least = Math.max(0, (outer?.lower ?? 0) - (within?.upper ?? 0));
        expect((outer?.upper ?? 0) - (within?.lower ?? 0)).toBeGreaterThan(least);
      }),
      { seed: 20260118 },
    );
  });

  it('never leave a single possible value for a count of 1 to 10, by trying every table', () => {
    const parts = fc.tuple(fc.nat(70), fc.nat(70), fc.nat(12));
    fc.assert(
      fc.property(parts, (levels) => {
        const exact = [levels.reduce((a, b) => a + b, 0), ...levels];
        const cells = releaseCounts(exact.map(count), breakdown);
        const tables = possibleTables(cells, 90);
        exact.forEach((patients, k) => {
          if (patients < 1 || patients > 10) return;
          expect(new Set(tables.map((table) => table[k])).size).toBeGreaterThan(1);
        });
        expect(tables.some((table) => table.every((value, k) => value === exact[k]))).toBe(true);
      }),
      { seed: 20260118, numRuns: 150 },
    );
  });
});

describe('a sum of released counts', () => {
  const released = (patients: number) => releaseCount(patients, defaultPolicy);
  it.each([
    [[48, 98, 0], { kind: 'rounded', value: 150 }],
    // Told 50 and two of 1 to 10, each as 5.5.
    [[48, 3, 9], { kind: 'rounded', value: 60 }],
    [[13, 3, 3, 3], { kind: 'withheld' }],
    [[0, 3], { kind: 'withheld' }],
    [[0, 0], { kind: 'rounded', value: 0 }],
    [[], { kind: 'rounded', value: 0 }],
  ])('of %j', (patients, expected) => {
    expect(releasedSum(patients.map(released))).toEqual(expected);
  });
});
