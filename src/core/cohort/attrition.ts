import type { UnknownPolicy } from './cohort-definition';
import { failedBits, type RulePattern } from './rule-patterns';

/** One step: who comes to the rule, how it answers for them, who goes on. */
export interface AttritionStep {
  /** Place of the rule in the definition, from 0. */
  readonly rule: number;
  readonly entering: number;
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  /** Not met, and unknown unless the rule keeps the unknown. */
  readonly leaving: number;
  readonly remaining: number;
  /** Patients of the whole extract whom this rule alone keeps out: they would be in without it. */
  readonly failsOnlyThis: number;
  /** How the rule answers over all patients, whatever the other rules say. */
  readonly overall: { readonly met: number; readonly notMet: number; readonly unknown: number };
}

/** The way from all patients to the cohort. Every step is kept, those that nobody reaches too. */
export interface Attrition {
  readonly patients: number;
  readonly steps: readonly AttritionStep[];
  readonly inCohort: number;
}

/**
 * The attrition of rules taken in any order, from the counts of one pass: another order is another path to the same end.
 *
 * @param policies  what each rule does with the unknown, in the order of the bits of the patterns
 * @param order     places of the rules in the order wanted; by default as they stand
 * @throws RangeError unless `order` names every rule once
 */
export function attritionOf(
  patterns: readonly RulePattern[],
  policies: readonly UnknownPolicy[],
  order: readonly number[] = policies.map((_, rule) => rule),
): Attrition {
  if (
    order.length !== policies.length ||
    new Set(order).size !== order.length ||
    order.some((k) => !(k in policies))
  ) {
    throw new RangeError('the order of an attrition names every rule once');
  }
  const failed = patterns.map((pattern) => failedBits(pattern, policies));
  const count = (among: (failedBits: number, pattern: RulePattern) => boolean) =>
    patterns.reduce(
      (sum, pattern, at) => (among(failed[at] as number, pattern) ? sum + pattern.patients : sum),
      0,
    );
  const patients = count(() => true);
  let before = 0;
  let entering = patients;
  const steps = order.map((rule): AttritionStep => {
    const bit = 1 << rule;
    const here = before;
    const stillIn = (bits: number) => (bits & here) === 0;
    const notMet = count((bits, pattern) => stillIn(bits) && (pattern.notMet & bit) !== 0);
    const unknown = count((bits, pattern) => stillIn(bits) && (pattern.unknown & bit) !== 0);
    const leaving = policies[rule] === 'include' ? notMet : notMet + unknown;
    const overall = {
      notMet: count((_, pattern) => (pattern.notMet & bit) !== 0),
      unknown: count((_, pattern) => (pattern.unknown & bit) !== 0),
    };
    const step = {
      rule,
      entering,
      met: entering - notMet - unknown,
      notMet,
      unknown,
      leaving,
      remaining: entering - leaving,
      failsOnlyThis: count((bits) => bits >>> 0 === bit >>> 0),
      overall: { met: patients - overall.notMet - overall.unknown, ...overall },
    };
    before |= bit;
    entering = step.remaining;
    return step;
  });
  return { patients, steps, inCohort: entering };
}
