import { partSizes, symmetricDifference, tellsOfFew, toldBeside } from '@core/disclosure/differencing';
import { defaultPolicy } from '@core/disclosure/policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const upTo = (n: number) => Uint32Array.from({ length: n }, (_, k) => k);

describe('what two sets of patients tell of the few that they do not share', () => {
  it('is the symmetric difference, as sets have it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60)), fc.uniqueArray(fc.nat(60)), (a, b) => {
        const [one, other] = [a, b].map((list) => Uint32Array.from(list).sort());
        const apart = a.filter((x) => !b.includes(x)).length + b.filter((x) => !a.includes(x)).length;
        expect(symmetricDifference(one as Uint32Array, other as Uint32Array)).toBe(apart);
      }),
      { seed: 20261126 },
    );
  });

  it('is nothing for the same set, and for sets that are far apart', () => {
    expect(tellsOfFew(upTo(100), [upTo(100)])).toBe(false);
    expect(tellsOfFew(upTo(100), [upTo(111)])).toBe(false);
    expect(tellsOfFew(upTo(100), [])).toBe(false);
  });

  it('is of one to ten patients where the sets are that near', () => {
    expect(tellsOfFew(upTo(100), [upTo(300), upTo(101)])).toBe(true);
    expect(tellsOfFew(upTo(110), [upTo(100)])).toBe(true);
  });
});

describe('sets of patients side by side', () => {
  const from = (first: number, end: number) => Uint32Array.from({ length: end - first }, (_, k) => first + k);

  it('have parts, counted by the sets that each patient is in', () => {
    expect(partSizes([Uint32Array.of(1, 2), Uint32Array.of(2, 5, 6)])).toEqual([0, 1, 2, 1]);
    expect(partSizes([])).toEqual([0]);
    expect(() => partSizes(new Array(9).fill(upTo(2)))).toThrow(RangeError);
  });

  it('are told while no part of them is of a few', () => {
    expect(toldBeside([upTo(40), upTo(37)])).toEqual([true, false]);
    expect(toldBeside([upTo(40), upTo(29), upTo(40)])).toEqual([true, true, true]);
    // Two pairs that are far apart, and yet the first less the second less the third is three patients.
    expect(toldBeside([upTo(100), upTo(50), from(50, 97)])).toEqual([true, true, false]);
    // They meet in five patients only.
    expect(toldBeside([upTo(50), from(45, 90), from(60, 90)])).toEqual([true, false, true]);
    expect(toldBeside([upTo(10)])).toEqual([false]);
  });

  it('tell of nobody or of as many as may be counted, whatever is added and taken away', () => {
    const set = fc.uniqueArray(fc.nat(70), { minLength: 1 }).map((list) => Uint32Array.from(list).sort());
    const { threshold } = defaultPolicy;
    fc.assert(
      fc.property(fc.array(set, { maxLength: 4 }), (sets) => {
        const isTold = toldBeside(sets);
        const smallest = (some: readonly Uint32Array[]) => {
          const parts = new Map<string, number>();
          for (let patient = 0; patient <= 70; patient++) {
            const part = some.map((one) => one.includes(patient)).join();
            if (part.includes('true')) parts.set(part, (parts.get(part) ?? 0) + 1);
          }
          return Math.min(...parts.values());
        };
        const told = sets.filter((_, k) => isTold[k]);
        if (told.length > 0) expect(smallest(told)).toBeGreaterThanOrEqual(threshold);
        sets.forEach((one, k) => {
          const before = sets.slice(0, k).filter((_, at) => isTold[at]);
          if (!isTold[k]) expect(smallest([...before, one])).toBeLessThan(threshold);
        });
      }),
      { seed: 20261127, numRuns: 200 },
    );
  });
});
