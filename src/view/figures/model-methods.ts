import type { EndpointModel } from '@core/analyses/endpoint-model';
import type { Looks } from '@core/analyses/look-ledger';
import { endpointSentence } from '@language/endpoint-sentence';
import type { Words } from '@language/words';
import { looksText } from './LooksNote';
import { termName } from './model-words';

export interface ModelTextContext {
  readonly title: string;
  /** The cohort in words. */
  readonly cohort: string;
  /** Patients and events as they may be told where the text goes. */
  readonly patients: string;
  readonly events: string;
  readonly looks: Looks;
}

/** What a model is, without any number of its patients. */
export type AskedModel = Pick<EndpointModel, 'endpoint' | 'definition' | 'level'>;

/** The caption of a forest plot. */
export const modelCaption = (
  { endpoint, definition, level }: AskedModel,
  { title, patients, events }: ModelTextContext,
  words: Words,
): string =>
  words.say('model.captionText', {
    title,
    rule: endpointSentence(words, endpoint),
    ratio: words.say(`model.ratio.${definition.method}`),
    level: words.number(level * 100),
    patients,
    events,
  });

/** What a paper says of how a model was made: population, endpoint, regression, checks, software, how much was looked at. */
export function modelMethods(
  { endpoint, definition, level }: AskedModel,
  { cohort, looks }: ModelTextContext,
  words: Words,
): string {
  const { say } = words;
  const { method, covariates, interactions, reached, stratum } = definition;
  const terms = [
    ...covariates.map(({ id }) => id),
    ...interactions.map(([first, second]) => `${first}:${second}` as const),
    ...(reached === null ? [] : (['reached'] as const)),
  ];
  const hasNumbers = covariates.some(({ kind }) => kind === 'number');
  return [
    say('methods.population', { cohort }),
    say('methods.endpoint', { rule: endpointSentence(words, endpoint) }),
    say('model.methodsCovariates', {
      list: words.list(terms.map((term) => termName(term, definition, words))),
    }),
    say(`model.what.${method}`, { level: words.number(level * 100) }),
    ...(stratum === null ? [] : [say('model.stratified', { name: say(`clinic.${stratum}`) })]),
    ...(reached === null ? [] : [say('model.timeDependent', { depth: words.name('response', reached) })]),
    say(`model.hazardsHow.${method}`),
    ...(hasNumbers ? [say('model.methodsForm')] : []),
    say('methods.software'),
    ...(looks.analyses === 0 ? [] : [looksText(looks, words)]),
  ].join(' ');
}
