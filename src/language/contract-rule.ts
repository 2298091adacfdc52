import { qualityRules } from '@data/contracts/quality-rules';
import { frenchSpaces } from './french-spaces';
import type { Language } from './message';

const rules = new Map(qualityRules.map((rule) => [rule.id, rule]));

/** The sentence of a rule of the contract: what is true of a row that keeps it. */
export function contractRuleSentence(id: string, language: Language): string {
  const text = rules.get(id)?.description[language] ?? id;
  return language === 'fr' ? frenchSpaces(text) : text;
}

/** The column that a rule is about: `molecular.day`. */
export function contractRuleColumn(id: string): string {
  const rule = rules.get(id);
  return rule === undefined ? '' : `${rule.table}.${rule.column}`;
}
