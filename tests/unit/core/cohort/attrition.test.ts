import { attritionOf } from '@core/cohort/attrition';
import type { UnknownPolicy } from '@core/cohort/cohort-definition';
import { PatternSorter } from '@core/cohort/rule-patterns';
import type { VerdictColumn } from '@core/cohort/verdict-column';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const verdict = { met: 1, no: 0, unknown: 2 } as const;
function sorted(columns: readonly VerdictColumn[], patients: number): PatternSorter {
  const sorter = new PatternSorter(patients);
  for (const verdicts of columns) sorter.add(verdicts);
  return sorter;
}

const rulePatterns = (columns: readonly VerdictColumn[], patients: number) =>
  sorted(columns, patients).counts();

const column = (...answers: (keyof typeof verdict)[]) => Uint8Array.from(answers, (one) => verdict[one]);

describe('an attrition', () => {
  // Five patients, by hand: the first is in, the second fails rule 1 alone, and so on.
  const first = column('met', 'no', 'met', 'unknown', 'no');
  const second = column('met', 'met', 'no', 'met', 'no');
  const patterns = rulePatterns([first, second], 5);

  it('tells at each step who comes, how the rule answers for them, and who goes on', () => {
    const { steps, inCohort, patients } = attritionOf(patterns, ['exclude', 'exclude']);
    expect(patients).toBe(5);
    expect(inCohort).toBe(1);
    expect(steps[0]).toEqual({
      rule: 0,
      entering: 5,
      met: 2,
      notMet: 2,
      unknown: 1,
      leaving: 3,
      remaining: 2,
      failsOnlyThis: 2,
      overall: { met: 2, notMet: 2, unknown: 1 },
    });
    expect(steps[1]).toEqual({
      rule: 1,
      entering: 2,
      met: 1,
      notMet: 1,
      unknown: 0,
      leaving: 1,
      remaining: 1,
      failsOnlyThis: 1,
      overall: { met: 3, notMet: 2, unknown: 0 },
    });
  });

  it('in the other order is another path to the same end', () => {
    const { steps, inCohort } = attritionOf(patterns, ['exclude', 'exclude'], [1, 0]);
    expect(inCohort).toBe(1);
    expect(
      steps.map(({ rule, entering, leaving, remaining }) => [rule, entering, leaving, remaining]),
    ).toEqual([
      [1, 5, 2, 3],
      [0, 3, 2, 1],
    ]);
  });

  it('keeps the unknown where the rule says so', () => {
    expect(attritionOf(patterns, ['include', 'exclude']).inCohort).toBe(2);
  });

  it('of nobody keeps every step, with zeros', () => {
    const { steps, inCohort } = attritionOf(rulePatterns([column(), column()], 0), ['exclude', 'include']);
    expect(inCohort).toBe(0);
    expect(steps.map(({ entering, remaining }) => [entering, remaining])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('without rules is everybody', () => {
    expect(attritionOf(rulePatterns([], 7), [])).toEqual({ patients: 7, steps: [], inCohort: 7 });
  });

  it('refuses an order that does not name every rule once', () => {
    for (const order of [[0], [0, 0], [0, 2], [0, 1, 1]]) {
      expect(() => attritionOf(patterns, ['exclude', 'exclude'], order)).toThrow(RangeError);
    }
  });

  it('obeys its laws on any verdicts, the last bit of 31 included', () => {
    const policy = fc.constantFrom<UnknownPolicy>('exclude', 'include');
    const judged = fc.tuple(fc.integer({ min: 0, max: 31 }), fc.nat(30)).chain(([rules, patients]) =>
      fc.record({
        patients: fc.constant(patients),
        columns: fc.array(
          fc
            .array(fc.constantFrom(0, 1, 1, 1, 2), { minLength: patients, maxLength: patients })
            .map((verdicts) => Uint8Array.from(verdicts)),
          { minLength: rules, maxLength: rules },
        ),
        policies: fc.array(policy, { minLength: rules, maxLength: rules }),
        order: fc.shuffledSubarray(
          Array.from({ length: rules }, (_, rule) => rule),
          { minLength: rules, maxLength: rules },
        ),
      }),
    );
    fc.assert(
      fc.property(judged, ({ patients, columns, policies, order }) => {
        const found = rulePatterns(columns, patients);
        const one = attritionOf(found, policies);
        const other = attritionOf(found, policies, order);
        expect(other.inCohort).toBe(one.inCohort);
        const failed = sorted(columns, patients).failed(policies);
        expect(Array.from(failed).filter((bits) => bits === 0)).toHaveLength(one.inCohort);
        for (const { steps } of [one, other]) {
          steps.forEach((step, at) => {
            expect(step.entering).toBe(at === 0 ? patients : steps[at - 1]?.remaining);
            expect(step.met + step.notMet + step.unknown).toBe(step.entering);
            expect(step.remaining).toBe(step.entering - step.leaving);
            const { met, notMet, unknown } = step.overall;
            expect(met + notMet + unknown).toBe(patients);
          });
        }
        // Whom a rule alone keeps out come in when it goes.
        one.steps.forEach(({ rule, failsOnlyThis }) => {
          const without = attritionOf(
            rulePatterns(columns.toSpliced(rule, 1), patients),
            policies.toSpliced(rule, 1),
          );
          expect(without.inCohort - one.inCohort).toBe(failsOnlyThis);
        });
      }),
      { seed: 20260119, numRuns: 300 },
    );
  });
});
