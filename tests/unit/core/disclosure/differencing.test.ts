import { symmetricDifference, tellsOfFew } from '@core/disclosure/differencing';
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
