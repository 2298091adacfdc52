import { type Definition, definition } from '@core/base/definition';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import {
  cohortFromUrl,
  cohortToUrl,
  definitionParameter,
  isCohortParameter,
  type UrlFault,
} from '@core/cohort/cohort-url';
import { type Language, languages } from '@language/message';
import { heldCohort, holdCohort } from './held-cohorts';

/** The part of the address after `?`: flat, readable, definitions only. */
export type UrlParameters = Readonly<Record<string, string>>;

/** The address of the page: it holds definitions, and nothing else of a session. */
export const currentAddress = (): Definition<string> => definition(window.location.href);

/** `?age=18..65&phase=CP` to parameters; the last of two equal names wins. */
export function parseSearch(text: string): UrlParameters {
  return Object.fromEntries(new URLSearchParams(text));
}

/** Parameters to `?age=18..65&phase=CP`; commas and question marks of our own syntax stay readable. */
export function stringifySearch(parameters: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(parameters)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${encodeURIComponent(name)}=${readable(encodeURIComponent(String(value)))}`);
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

const readable = (encoded: string) =>
  encoded.replaceAll('%2C', ',').replaceAll('%3F', '?').replaceAll('%3A', ':');

/** The cohort of an address; `held` when it is too long for a link and lives in this page's memory only. */
export function cohortOf(parameters: UrlParameters): {
  readonly cohort: CohortDefinition;
  readonly faults: readonly UrlFault[];
  readonly held: boolean;
} {
  const text = parameters[definitionParameter];
  if (text?.startsWith(heldMark)) {
    const cohort = heldCohort(text.slice(heldMark.length));
    if (cohort !== null) return { cohort, faults: [], held: true };
    const { [definitionParameter]: _, ...others } = parameters;
    const fault = { parameter: definitionParameter, reason: 'not-held' as const };
    return { cohort: cohortFromUrl(others).cohort, faults: [fault], held: false };
  }
  return { ...cohortFromUrl(parameters), held: false };
}

/** Before the number of a cohort that a link cannot hold. */
const heldMark = '~';

/** The part of the address that is the cohort, as text: equal texts are equal cohorts. */
export function cohortText(parameters: UrlParameters): string {
  return stringifySearch(
    Object.fromEntries(Object.entries(parameters).filter(([name]) => isCohortParameter(name))),
  );
}

/** The same address with another cohort; every other parameter stays. */
export function withCohort(parameters: UrlParameters, cohort: CohortDefinition): UrlParameters {
  const others = Object.entries(parameters).filter(([name]) => !isCohortParameter(name));
  const link = cohortToUrl(cohort) ?? { [definitionParameter]: `${heldMark}${holdCohort(cohort)}` };
  return { ...Object.fromEntries(others), ...link };
}

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const themeOf = (asked: string | undefined): Theme =>
  themes.find((theme) => theme === asked) ?? 'system';

/** The language of the link, else the first of the browser's that we speak, else French. */
export function languageOf(link: string | undefined, preferred: readonly string[]): Language {
  const asked = languages.find((language) => language === link);
  const spoken = preferred
    .map((tag) => languages.find((language) => tag.toLowerCase().startsWith(language)))
    .find((language) => language !== undefined);
  return asked ?? spoken ?? 'fr';
}
