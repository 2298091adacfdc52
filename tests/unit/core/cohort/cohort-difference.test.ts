import { type CohortRule, everyone, withRules } from '@core/cohort/cohort-definition';
import { cohortDifference } from '@core/cohort/cohort-difference';
import { saysTheSame } from '@core/cohort/same-definition';
import { arbitraryCohort } from '@tests/support/arbitrary-cohort';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const age = (min: number, unknown: CohortRule['unknown'] = 'exclude'): CohortRule => ({
  condition: { kind: 'range', fact: 'age', min, max: null },
  unknown,
});
const women: CohortRule = {
  condition: { kind: 'category', fact: 'sex', values: ['F'] },
  unknown: 'exclude',
};
const chronic: CohortRule = {
  condition: { kind: 'category', fact: 'phase', values: ['CP'] },
  unknown: 'exclude',
};
const cohort = (...rules: readonly CohortRule[]) => withRules(everyone, rules);

describe('the difference between two versions of a cohort', () => {
  it('is nothing between a cohort and itself', () => {
    expect(cohortDifference(cohort(age(18), women), cohort(age(18), women))).toEqual([]);
  });

  it('names rules added and removed, with their places', () => {
    expect(cohortDifference(cohort(age(18)), cohort(women, age(18)))).toEqual([
      { kind: 'added', rule: women, to: 0 },
    ]);
    expect(cohortDifference(cohort(women, age(18)), cohort(age(18)))).toEqual([
      { kind: 'removed', rule: women, from: 0 },
    ]);
  });

  it('takes another claim on the same fact as a change, and another policy as that', () => {
    expect(cohortDifference(cohort(women, age(18)), cohort(age(40), women))).toEqual([
      { kind: 'changed', before: age(18), after: age(40), from: 1, to: 0 },
      { kind: 'moved', rule: women, from: 0, to: 1 },
    ]);
    expect(cohortDifference(cohort(age(18)), cohort(age(18, 'include')))).toEqual([
      { kind: 'policy', rule: age(18, 'include'), after: 'include', from: 0, to: 0 },
    ]);
  });

  it('moves as few rules as it can', () => {
    const changes = cohortDifference(cohort(age(18), women, chronic), cohort(chronic, age(18), women));
    expect(changes).toEqual([{ kind: 'moved', rule: chronic, from: 2, to: 0 }]);
  });

  it('says when the index event is another one', () => {
    const later = { ...everyone, index: { event: 'line_start' as const, number: 2 } };
    expect(cohortDifference(everyone, later)).toEqual([
      { kind: 'index', before: { event: 'diagnosis' }, after: { event: 'line_start', number: 2 } },
    ]);
  });

  it('is empty for cohorts that say the same and for no others; backwards, added is removed', () => {
    fc.assert(
      fc.property(arbitraryCohort, arbitraryCohort, (a, b) => {
        const forth = cohortDifference(a, b);
        const back = cohortDifference(b, a);
        expect(forth.length === 0).toBe(saysTheSame(a, b));
        const count = (changes: typeof forth, kind: string) =>
          changes.filter((change) => change.kind === kind).length;
        expect(count(forth, 'added')).toBe(count(back, 'removed'));
        expect(count(forth, 'changed')).toBe(count(back, 'changed'));
        expect(count(forth, 'policy')).toBe(count(back, 'policy'));
        expect(a.rules.length + count(forth, 'added') - count(forth, 'removed')).toBe(b.rules.length);
      }),
      { seed: 20260118, numRuns: 200 },
    );
  });
});
