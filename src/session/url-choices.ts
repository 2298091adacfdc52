import { type GroupVariable, groupVariables } from '@core/analyses/group-variable';
import { type FactId, isFactId } from '@core/cohort/fact-vocabulary';
import { languages } from '@language/message';
import { themes, type UrlParameters } from './url-state';

/** Parameters of the address with a closed list of values; without one, each screen has its default. */
export const urlChoices = {
  /** What the remission curves are split by. */
  by: groupVariables as readonly GroupVariable[],
  /** Scale of the confidence interval. */
  interval: ['log', 'log-log', 'plain'],
  /** Months that the response curve shows. */
  months: ['24', '60', '120'],
  /** How Table 1 sums up a number. */
  numbers: ['median', 'mean'],
  /** Whether Table 1 has p-values. */
  p: ['shown'],
  lang: languages,
  theme: themes,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type UrlChoice = keyof typeof urlChoices;

/** The parameter that lists the rows of Table 1: `facts=sex,age`. */
export const factsParameter = 'facts';

/** Facts in their order, each once, and whether some name is of no fact. */
export function factsOf(text: string): { readonly facts: readonly FactId[]; readonly isRead: boolean } {
  const names = text.split(',').filter((name) => name !== '' && name !== noFacts);
  return { facts: [...new Set(names.filter(isFactId))], isRead: names.every(isFactId) };
}

/** Facts as the parameter says them; an empty list is a choice too. */
export const factsText = (facts: readonly FactId[]): string =>
  facts.length === 0 ? noFacts : facts.join(',');

const noFacts = '-';

/** Parameters whose value is none of their list: they are not obeyed, and the reader is told. */
export function unreadChoices(parameters: UrlParameters): readonly string[] {
  const facts = parameters[factsParameter];
  const unread = facts === undefined || factsOf(facts).isRead ? [] : [factsParameter];
  const others = Object.entries(urlChoices)
    .filter(([name, values]) => {
      const value = parameters[name];
      return value !== undefined && !(values as readonly string[]).includes(value);
    })
    .map(([name]) => name);
  return [...unread, ...others];
}
