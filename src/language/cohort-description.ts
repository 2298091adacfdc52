import { type CohortDefinition, type CohortRule, eventConditions } from '@core/cohort/cohort-definition';
import type { CohortChange } from '@core/cohort/cohort-difference';
import { anchorText, conditionText, ruleSentence } from './cohort-sentence';
import type { Words } from './use-words';

/**
 * A cohort in sentences: the index event, then one line per rule with what happens to those for whom it is not known, and
 * what no record means.
 */
export function cohortDescription(words: Words, cohort: CohortDefinition): readonly string[] {
  const index =
    cohort.index.event === 'diagnosis'
      ? words.say('workspace.indexAll')
      : words.say('workspace.index', { anchor: anchorText(words, cohort.index) });
  const rules = cohort.rules.map((rule) => ruleDescription(words, rule));
  return [index, ...(rules.length === 0 ? [words.say('workspace.noRule')] : rules)];
}

function ruleDescription(words: Words, { condition, unknown }: CohortRule): string {
  const ifNone = new Set(
    eventConditions(condition).map(({ table, ifNone: meaning }) =>
      words.say(`workspace.ifNone.${meaning}`, { noun: words.say(`event.${table}`) }),
    ),
  );
  const claim = conditionText(words, condition);
  return [
    words.say('workspace.claim', {
      claim: claim.charAt(0).toLocaleUpperCase(words.language) + claim.slice(1),
    }),
    ...ifNone,
    words.say(`workspace.unknown.${unknown}`),
  ].join(' ');
}

/** One step between two versions of a cohort: «Rule changed: Age: 18 to 65 years → Age: ≥ 18 years.» */
export function changeSentence(words: Words, change: CohortChange): string {
  switch (change.kind) {
    case 'index':
      return words.say('workspace.change.index', {
        before: anchorText(words, change.before),
        after: anchorText(words, change.after),
      });
    case 'changed':
      return words.say('workspace.change.changed', {
        before: ruleSentence(words, change.before),
        after: ruleSentence(words, change.after),
      });
    case 'policy':
      return words.say('workspace.change.policy', {
        policy: change.after,
        rule: conditionText(words, change.rule.condition),
      });
    case 'moved':
      return words.say('workspace.change.moved', {
        from: change.from + 1,
        to: change.to + 1,
        rule: ruleSentence(words, change.rule),
      });
    default:
      return words.say(`workspace.change.${change.kind}`, { rule: ruleSentence(words, change.rule) });
  }
}
