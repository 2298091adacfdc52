import { attritionOf } from '@core/cohort/attrition';
import { type CohortDefinition, everyone, withRuleMoved } from '@core/cohort/cohort-definition';
import {
  combined,
  negation,
  partsOf,
  withCombined,
  withNegated,
  withRuleAt,
  withUngrouped,
} from '@core/cohort/rule-combination';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const women = { kind: 'category', fact: 'sex', values: ['F'] } as const;
const old = { kind: 'range', fact: 'age', min: 65, max: null } as const;
const chronic = { kind: 'category', fact: 'phase', values: ['CP'] } as const;
const cohort: CohortDefinition = {
  ...everyone,
  rules: [
    { condition: women, unknown: 'include' },
    { condition: old, unknown: 'exclude' },
    { condition: chronic, unknown: 'exclude' },
  ],
};

describe('combinations of rules', () => {
  it('stand in the place of the first rule, with its policy', () => {
    expect(withCombined(cohort, [2, 0], 'any').rules).toEqual([
      { condition: { kind: 'any', of: [women, chronic] }, unknown: 'include' },
      { condition: old, unknown: 'exclude' },
    ]);
  });

  it('keep "at least" within the number of parts', () => {
    expect(combined('at_least', [women, old], 7)).toEqual({ kind: 'at_least', count: 2, of: [women, old] });
    expect(combined('all', [women])).toBe(women);
    expect(() => combined('all', [])).toThrow(RangeError);
    expect(() => withCombined(cohort, [0, 9], 'all')).toThrow(RangeError);
  });

  it('are split into rules again', () => {
    const grouped = withCombined(cohort, [0, 1], 'all');
    expect(withUngrouped(grouped, 0).rules.map(({ condition }) => condition)).toEqual([women, old, chronic]);
    expect(withUngrouped(cohort, 1)).toBe(cohort);
    expect(partsOf(women)).toEqual([]);
  });

  it('are negated, and negated again', () => {
    expect(negation(negation(women))).toBe(women);
    const twice = withNegated(withNegated(cohort, 1), 1);
    expect(twice.rules).toEqual(cohort.rules);
  });

  it('are put in a place, or last', () => {
    const rule = { condition: chronic, unknown: 'exclude' } as const;
    expect(withRuleAt(cohort, 0, rule).rules[0]).toBe(rule);
    expect(withRuleAt(cohort, null, rule).rules.at(-1)).toBe(rule);
  });
});

describe('the order of the rules', () => {
  const patterns = fc.array(
    fc.record({ notMet: fc.nat(15), unknown: fc.nat(15), patients: fc.nat(50) }).map((pattern) => ({
      ...pattern,
      unknown: pattern.unknown & ~pattern.notMet,
    })),
    { minLength: 1, maxLength: 12 },
  );

  it('changes the path, never the end', () => {
    fc.assert(
      fc.property(patterns, fc.nat(3), fc.nat(3), (all, from, to) => {
        const policies = ['exclude', 'include', 'exclude', 'include'] as const;
        const moved = withRuleMoved(
          { ...everyone, rules: policies.map((unknown) => ({ condition: women, unknown })) },
          from,
          to,
        );
        const order = [0, 1, 2, 3].toSpliced(from, 1);
        order.splice(to, 0, from);
        const before = attritionOf(all, policies);
        const after = attritionOf(all, policies, order);
        expect(moved.rules.map(({ unknown }) => unknown)).toEqual(order.map((k) => policies[k]));
        expect(after.inCohort).toBe(before.inCohort);
        expect(after.steps.at(-1)?.remaining).toBe(before.steps.at(-1)?.remaining);
        for (const step of after.steps) {
          expect(step.failsOnlyThis).toBe(before.steps.find(({ rule }) => rule === step.rule)?.failsOnlyThis);
        }
      }),
    );
  });
});
