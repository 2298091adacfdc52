import { type GroupVariable, groupVariables } from '@core/analyses/group-variable';
import { type FactId, factIds } from '@core/cohort/fact-vocabulary';
import { languages } from '@language/message';
import { themes, type UrlParameters } from './url-state';

type SortText = FactId | `-${FactId}`;

/** Parameters of the address with a closed list of values; without one, each screen has its default. */
export const urlChoices = {
  /** What the remission curves are split by. */
  by: groupVariables as readonly GroupVariable[],
  /** Scale of the confidence interval. */
  interval: ['log', 'log-log', 'plain'],
  /** Months that the response curve shows. */
  months: ['24', '60', '120'],
  /** By which fact the patients are listed; `-` before it is descending. */
  sort: factIds.flatMap((fact): readonly SortText[] => [fact, `-${fact}`]),
  lang: languages,
  theme: themes,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type UrlChoice = keyof typeof urlChoices;

/** Parameters whose value is none of their list: they are not obeyed, and the reader is told. */
export function unreadChoices(parameters: UrlParameters): readonly string[] {
  return Object.entries(urlChoices)
    .filter(([name, values]) => {
      const value = parameters[name];
      return value !== undefined && !(values as readonly string[]).includes(value);
    })
    .map(([name]) => name);
}
