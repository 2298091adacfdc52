import { type FactId, type FactUnit, facts } from '@core/cohort/fact-vocabulary';
import { factCode } from './code-name';
import type { Words } from './use-words';

/** A fact as a cell shows it, without its unit: a code in words, a number with the decimals of the fact. */
export function factText(words: Words, fact: FactId, value: string | number): string {
  const vocabulary = facts[fact];
  // Codes of sex are named in the plural, as groups of patients.
  if (fact === 'sex') return words.name('sex_of_one', String(value));
  if (vocabulary.kind === 'category') return factCode(words, fact, String(value));
  return words.number(Number(value), {
    minimumFractionDigits: vocabulary.decimals,
    maximumFractionDigits: vocabulary.decimals,
    useGrouping: vocabulary.unit !== 'year',
  });
}

/** A fact with its unit: «54 years». */
export function factWithUnit(words: Words, fact: FactId, value: string | number): string {
  const vocabulary = facts[fact];
  const text = factText(words, fact, value);
  return vocabulary.kind === 'category'
    ? text
    : words.say(`unit.${vocabulary.unit}`, { value: text, count: Number(value) });
}

/** Units that the name of a fact says already. */
const saidByName: ReadonlySet<FactUnit> = new Set(['year', 'count', 'score', 'ratio']);

/** The unit that the numbers of a fact are in, for the head of a column; `null` where it says nothing. */
export function factUnit(words: Words, fact: FactId): string | null {
  const vocabulary = facts[fact];
  if (vocabulary.kind === 'category') return null;
  const { unit } = vocabulary;
  return saidByName.has(unit) ? null : words.say(`unitName.${unit}`);
}
