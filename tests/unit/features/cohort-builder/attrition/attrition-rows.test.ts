import { attritionOf } from '@core/cohort/attrition';
import { type CohortDefinition, everyone, withRuleMoved } from '@core/cohort/cohort-definition';
import { attritionRows, ruleKeys } from '@features/cohort-builder/attrition/attrition-rows';
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

  it('show the counts of their own rule while a newer order is counted', () => {
    const rows = attritionRows(withRuleMoved(cohort, 1, 0), counts);
    expect(rows.map(({ rule }) => rule)).toEqual([old, women, women]);
    expect(rows.map(({ step }) => step?.rule)).toEqual([2, 1, 3]);
  });

  it('show the counts of the rule before in the place of one that has changed, and none of one that is new', () => {
    const older = { ...old, condition: { ...old.condition, min: 70 } };
    expect(attritionRows({ ...cohort, rules: [women, older, women] }, counts)[1]?.step?.rule).toBe(2);
    expect(attritionRows({ ...cohort, rules: [women, old, women, older] }, counts)[3]?.step).toBeNull();
    expect(attritionRows(cohort, null).map(({ step }) => step)).toEqual([null, null, null]);
  });
});
