import { frenchSpaces } from '@language/french-spaces';
import type { Words } from '@language/use-words';
import { contractRules } from '@session/contract-rules';

const rules = new Map(contractRules.map((rule) => [rule.id, rule]));

/** The sentence of a rule of the contract, in the language of the screen. */
export function ruleSentence(id: string, language: Words['language']): string {
  const text = rules.get(id)?.description[language] ?? id;
  return language === 'fr' ? frenchSpaces(text) : text;
}

/** The column that a rule is about: `molecular.day`. */
export function ruleColumn(id: string): string {
  const rule = rules.get(id);
  return rule === undefined ? '' : `${rule.table}.${rule.column}`;
}
