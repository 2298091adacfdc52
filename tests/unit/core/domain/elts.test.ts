import { eltsGroup, eltsScore } from '@core/domain/elts';
import { describe, expect, it } from 'vitest';

/** Pfirrmann 2016's formula on seven patients, computed independently; D and E straddle the steps of other scores. */
const vectors = [
  { id: 'A', age: 35, spleen: 0, platelets: 350, blasts: 0, elts: 0.80089, group: 'low' },
  { id: 'B', age: 58, spleen: 5, platelets: 450, blasts: 2, elts: 1.617468, group: 'intermediate' },
  { id: 'C', age: 72, spleen: 12, platelets: 1600, blasts: 6, elts: 2.62677, group: 'high' },
  { id: 'D', age: 49, spleen: 0, platelets: 1499, blasts: 1, elts: 0.734524, group: 'low' },
  { id: 'E', age: 50, spleen: 0, platelets: 1500, blasts: 1, elts: 0.75279, group: 'low' },
  { id: 'F', age: 65, spleen: 15, platelets: 150, blasts: 1, elts: 2.773911, group: 'high' },
  { id: 'G', age: 80, spleen: 0, platelets: 300, blasts: 0, elts: 2.029284, group: 'intermediate' },
] as const;

describe('the EUTOS long-term survival score', () => {
  it.each(vectors)('of patient $id is $elts, $group', ({ age, spleen, platelets, blasts, elts, group }) => {
    const score = eltsScore({ ageYears: age, spleenCm: spleen, plateletsGL: platelets, blastsPct: blasts });
    expect(Math.abs((score ?? 0) / elts - 1)).toBeLessThan(1e-6);
    expect(eltsGroup(score)).toBe(group);
  });

  const complete = { ageYears: 58, spleenCm: 5, plateletsGL: 450, blastsPct: 2 };
  it.each(['ageYears', 'spleenCm', 'plateletsGL', 'blastsPct'] as const)(
    'is not computable when %s is missing',
    (missing) => {
      expect(eltsScore({ ...complete, [missing]: null })).toBeNull();
    },
  );

  it('is not computable from platelets of zero, and a missing spleen is not a spleen of 0 cm', () => {
    expect(eltsScore({ ...complete, plateletsGL: 0 })).toBeNull();
    expect(eltsScore({ ...complete, spleenCm: 0 })).not.toBeNull();
  });

  it('includes each limit in the group below it', () => {
    expect([1.568, 1.5680001, 2.2185, 2.2185001].map(eltsGroup)).toEqual([
      'low',
      'intermediate',
      'intermediate',
      'high',
    ]);
    expect(eltsGroup(null)).toBeNull();
  });
});
