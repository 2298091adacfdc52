import { attritionOf } from '@core/cohort/attrition';
import { type CohortDefinition, everyone, withRuleMoved } from '@core/cohort/cohort-definition';
import { attritionRows, ruleKeys, stepsByRule } from '@features/cohort-builder/attrition/attrition-rows';
import { describe, expect, it } from 'vitest';

const women = { condition: { kind: 'category', fact: 'sex', values: ['F'] }, unknown: 'exclude' } as const;
const old = { condition: { kind: 'range', fact: 'age', min: 65, max: null }, unknown: 'exclude' } as const;
const cohort: CohortDefinition = { ...everyone, rules: [women, old, women] };
const attrition = attritionOf(
  [
    { notMet: 0, unknown: 0, patients: 5 },
    { notMet: 2, unknown: 0, patients: 3 },
    { notMet: 4, unknown: 0, patients: 2 },
  ],
  ['exclude', 'exclude', 'exclude', 'exclude'],
);
const counts = { cohort, patients: 10, inCohort: 5, attrition, charts: [] };

describe('rows of the attrition', () => {
  it('have keys that stay with the rule, equal rules told apart', () => {
    expect(new Set(ruleKeys(cohort.rules)).size).toBe(3);
    const moved = withRuleMoved(cohort, 1, 0);
    expect(new Set(ruleKeys(moved.rules))).toEqual(new Set(ruleKeys(cohort.rules)));
  });

  it('keep their keys when a rule is edited, moved or removed, and are the same object when nothing changed', () => {
    const before = attritionRows([women, old]);
    const older = { ...old, condition: { ...old.condition, min: 70 } };
    const edited = attritionRows([women, older], before);
    expect(edited.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect(edited[0]).toBe(before[0]);
    expect(edited[1]?.rule).toBe(older);
    const moved = attritionRows([older, women], edited);
    expect(moved.map(({ key, place }) => [key, place])).toEqual([
      [edited[1]?.key, 0],
      [edited[0]?.key, 1],
    ]);
    expect(attritionRows([women], edited)[0]).toBe(edited[0]);
  });

  it('never share a key: a rule that says again what an edited one said is another row', () => {
    const older = { ...old, condition: { ...old.condition, min: 70 } };
    const edited = attritionRows([women, older], attritionRows([women, old]));
    const added = attritionRows([women, older, old], edited);
    expect(added.slice(0, 2)).toEqual(edited);
    expect(new Set(added.map(({ key }) => key)).size).toBe(3);
    const replaced = attritionRows([old, women], attritionRows([women, women]));
    expect(new Set(replaced.map(({ key }) => key)).size).toBe(2);
  });

  it('show the counts of their own rule while a newer order is counted', () => {
    const moved = withRuleMoved(cohort, 1, 0);
    expect(rulesOf(moved)).toEqual([2, 1, 3]);
  });

  it('show the counts of the rule before in the place of one that has changed, and none of one that is new', () => {
    const older = { ...old, condition: { ...old.condition, min: 70 } };
    expect(rulesOf({ ...cohort, rules: [women, older, women] })).toEqual([1, 2, 3]);
    expect(rulesOf({ ...cohort, rules: [women, old, women, older] })).toEqual([1, 2, 3, undefined]);
    expect(stepsByRule(cohort, null).size).toBe(0);
  });
});

/** The step that each row shows, named by its rule. */
function rulesOf(shown: CohortDefinition) {
  const steps = stepsByRule(shown, counts);
  return attritionRows(shown.rules).map(({ says }) => steps.get(says)?.rule);
}
