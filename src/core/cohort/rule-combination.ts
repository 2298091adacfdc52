import { type CohortDefinition, type CohortRule, type Condition, withRules } from './cohort-definition';

export type CombinationKind = 'all' | 'any' | 'at_least';

/** Several conditions as one; one condition alone stays itself. `count` is for `at_least`, and clamped to their number. */
export function combined(kind: CombinationKind, parts: readonly Condition[], count = 1): Condition {
  const [only] = parts;
  if (only === undefined) throw new RangeError('a combination of nothing');
  if (parts.length === 1 && kind !== 'at_least') return only;
  if (kind !== 'at_least') return { kind, of: parts };
  return { kind, count: Math.max(1, Math.min(parts.length, Math.trunc(count))), of: parts };
}

/**
 * The same cohort with some rules made one, in the place of the first of them. The policy for the unknown is that of the
 * first: a combination has one answer, and one policy.
 *
 * @throws RangeError if no rule stands at one of the places
 */
export function withCombined(
  cohort: CohortDefinition,
  places: readonly number[],
  kind: CombinationKind,
  count = 1,
): CohortDefinition {
  const ordered = [...new Set(places)].sort((a, b) => a - b);
  const rules = ordered.map((place) => ruleAt(cohort, place));
  const first = ordered[0] ?? 0;
  const condition = combined(
    kind,
    rules.map((rule) => rule.condition),
    count,
  );
  const unknown = rules[0]?.unknown ?? 'exclude';
  return withRules(
    cohort,
    cohort.rules.flatMap((rule, place) =>
      place === first ? [{ condition, unknown }] : ordered.includes(place) ? [] : [rule],
    ),
  );
}

/** Not the condition; not of not is the condition itself. */
export const negation = (condition: Condition): Condition =>
  condition.kind === 'not' ? condition.of : { kind: 'not', of: condition };

/** The same cohort with the rule at one place negated. */
export function withNegated(cohort: CohortDefinition, place: number): CohortDefinition {
  const rule = ruleAt(cohort, place);
  return withRules(cohort, cohort.rules.with(place, { ...rule, condition: negation(rule.condition) }));
}

/** The conditions that `ungrouped` would make rules of; fewer than two when there is nothing to ungroup. */
export const partsOf = (condition: Condition): readonly Condition[] =>
  condition.kind === 'all' || condition.kind === 'any' || condition.kind === 'at_least' ? condition.of : [];

/** The same cohort with the parts of one rule as rules of their own: all of them are asked from then on. */
export function withUngrouped(cohort: CohortDefinition, place: number): CohortDefinition {
  const { condition, unknown } = ruleAt(cohort, place);
  const parts = partsOf(condition);
  if (parts.length === 0) return cohort;
  return withRules(
    cohort,
    cohort.rules.toSpliced(place, 1, ...parts.map((part) => ({ condition: part, unknown }))),
  );
}

/** The same cohort with a rule put in the place of one, or last. */
export function withRuleAt(
  cohort: CohortDefinition,
  place: number | null,
  rule: CohortRule,
): CohortDefinition {
  return withRules(cohort, place === null ? [...cohort.rules, rule] : cohort.rules.with(place, rule));
}

function ruleAt(cohort: CohortDefinition, place: number): CohortRule {
  const rule = cohort.rules[place];
  if (rule === undefined) throw new RangeError(`no rule at place ${place}`);
  return rule;
}
