import { type CohortDefinition, everyone } from '@core/cohort/cohort-definition';
import { cohortFromUrl, cohortToUrl, type UrlFault } from '@core/cohort/cohort-url';
import { cohortVariables } from '@core/cohort/patient-facts';
import { type Language, languages } from '@language/message';

/** The part of the address after `?`: flat, readable, definitions only. */
export type UrlParameters = Readonly<Record<string, string>>;

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

const readable = (encoded: string) => encoded.replaceAll('%2C', ',').replaceAll('%3F', '?');

export function cohortOf(parameters: UrlParameters): {
  readonly cohort: CohortDefinition;
  readonly faults: readonly UrlFault[];
} {
  const isAsked = cohortVariables.some((variable) => parameters[variable] !== undefined);
  return isAsked ? cohortFromUrl(parameters) : { cohort: everyone, faults: [] };
}

/** The part of the address that is the cohort, as text: equal texts are equal cohorts. */
export function cohortText(parameters: UrlParameters): string {
  return stringifySearch(Object.fromEntries(cohortVariables.map((name) => [name, parameters[name]])));
}

/** The same address with another cohort; every other parameter stays. */
export function withCohort(parameters: UrlParameters, cohort: CohortDefinition): UrlParameters {
  const others = Object.entries(parameters).filter(
    ([name]) => !(cohortVariables as readonly string[]).includes(name),
  );
  return { ...Object.fromEntries(others), ...cohortToUrl(cohort) };
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
