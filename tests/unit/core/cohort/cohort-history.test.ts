import { type CohortDefinition, everyone, withRule } from '@core/cohort/cohort-definition';
import { editedSubject, historyOf, historyWith } from '@core/cohort/cohort-history';
import { arbitraryCohort } from '@tests/support/arbitrary-cohort';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const age = (min: number, cohort: CohortDefinition = everyone) =>
  withRule(cohort, 'age', { condition: { kind: 'range', fact: 'age', min, max: null }, unknown: 'exclude' });
const women = (cohort: CohortDefinition) =>
  withRule(cohort, 'sex', {
    condition: { kind: 'category', fact: 'sex', values: ['F'] },
    unknown: 'exclude',
  });

const walked = (...steps: readonly (readonly [CohortDefinition, number])[]) =>
  steps.reduce((history, [cohort, at]) => historyWith(history, cohort, at), historyOf(everyone));

describe('the history of a cohort', () => {
  it('keeps every step, and forgets what was undone when another one is made', () => {
    const two = walked([age(18), 0], [women(age(18)), 5000]);
    expect(two.past).toEqual([everyone, age(18)]);
    const undone = historyWith(two, age(18), 6000);
    expect(undone).toMatchObject({ past: [everyone], present: age(18), future: [women(age(18))] });
    const redone = historyWith(undone, women(age(18)), 7000);
    expect(redone).toMatchObject({ past: [everyone, age(18)], future: [] });
    const other = historyWith(undone, age(40), 8000);
    expect(other).toMatchObject({ past: [everyone, age(18)], present: age(40), future: [] });
  });

  it('takes a drag as one step: edits of one rule that follow each other quickly', () => {
    const dragged = walked([age(18), 0], [age(30), 400], [age(40), 900], [age(41), 1400]);
    expect(dragged).toMatchObject({ past: [everyone], present: age(41) });
    const later = historyWith(dragged, age(50), 3000);
    expect(later.past).toEqual([everyone, age(41)]);
    const otherRule = historyWith(dragged, women(age(41)), 1500);
    expect(otherRule.past).toEqual([everyone, age(41)]);
  });

  it('does not take an edit right after an undo as going on with the one undone', () => {
    const undone = walked([age(18), 0], [age(40), 5000], [age(18), 5100]);
    expect(historyWith(undone, age(30), 5200).past).toEqual([everyone, age(18)]);
  });

  it('stays the same object when the cohort says the same in another order of members', () => {
    const history = historyOf(age(18));
    const same = JSON.parse(
      '{"rules":[{"unknown":"exclude","condition":{"max":null,"min":18,"fact":"age","kind":"range"}}],"index":{"event":"diagnosis"}}',
    );
    expect(historyWith(history, same, 1)).toBe(history);
  });

  it('walks back to the start and forth to the end, whatever the cohorts', () => {
    fc.assert(
      fc.property(fc.array(arbitraryCohort, { maxLength: 8 }), (cohorts) => {
        const end = cohorts.reduce(
          (history, cohort, k) => historyWith(history, cohort, k * 10_000),
          historyOf(everyone),
        );
        let history = end;
        for (let before = history.past.at(-1); before !== undefined; before = history.past.at(-1)) {
          const length = history.past.length;
          history = historyWith(history, before, 0);
          expect(history.past.length).toBeLessThan(length);
        }
        expect(history.present).toEqual(everyone);
        for (let next = history.future[0]; next !== undefined; next = history.future[0]) {
          history = historyWith(history, next, 0);
        }
        const all = ({ past, present, future }: typeof end) => [...past, present, ...future];
        expect(all(history)).toEqual(all(end));
      }),
      { seed: 20260118, numRuns: 60 },
    );
  });

  it('names what one edit was about, or nothing for a larger change', () => {
    expect(editedSubject(everyone, age(18))).toBe('fact age');
    expect(editedSubject(age(18), everyone)).toBeNull();
    expect(editedSubject(age(18), women(age(30)))).toBeNull();
    expect(editedSubject(everyone, { ...everyone, index: { event: 'first_tki' } })).toBeNull();
    const not = (min: number): CohortDefinition => ({
      ...everyone,
      rules: [
        {
          condition: { kind: 'not', of: { kind: 'range', fact: 'age', min, max: null } },
          unknown: 'exclude',
        },
      ],
    });
    expect(editedSubject(not(18), not(30))).toBe('place 0');
    expect(editedSubject(everyone, not(30))).toBeNull();
  });
});
