import type { CohortRule } from '@core/cohort/cohort-definition';
import type { Words } from './use-words';

/** What a rule asks, without the name of its variable: "18 to 65", "e13a2 or e14a2, or not known". */
export function ruleText(rule: CohortRule, words: Words): string {
  const text =
    rule.kind === 'category' ? categoryText(rule.variable, rule.values, words) : rangeText(rule, words);
  return rule.unknown === 'include' ? words.say('cohort.withUnknown', { rule: text }) : text;
}

function categoryText(variable: string, values: readonly string[], words: Words): string {
  if (values.length === 0) return words.say('cohort.nobody');
  return words.alternatives(values.map((value) => words.name(variable, value)));
}

function rangeText(
  { min, max }: { readonly min: number | null; readonly max: number | null },
  words: Words,
): string {
  if (min !== null && max !== null) return words.say('cohort.range', { min: String(min), max: String(max) });
  if (min !== null) return words.say('cohort.atLeast', { min: String(min) });
  return max === null ? '' : words.say('cohort.atMost', { max: String(max) });
}
