import { cohortFromUrl } from '@core/cohort/cohort-url';
import { cohortOf, languageOf, parseSearch, stringifySearch, themeOf, withCohort } from '@session/url-state';
import { describe, expect, it } from 'vitest';

describe('the address', () => {
  it('reads back as what was written, whatever the characters', () => {
    const parameters = { by: 'elts', note: 'a&b=c d+é?' };
    expect(parseSearch(stringifySearch(parameters))).toEqual(parameters);
  });

  it('leaves out what is undefined or empty', () => {
    expect(stringifySearch({ by: undefined, lang: '' })).toBe('');
  });

  it('changes the cohort and keeps the rest', () => {
    const next = cohortFromUrl({ age: '18..65' }).cohort;
    expect(withCohort({ phase: 'CP', by: 'elts', lang: 'fr' }, next)).toEqual({
      by: 'elts',
      lang: 'fr',
      age: '18..65',
    });
  });

  it('without a rule is everybody, without a fault', () => {
    expect(cohortOf({ lang: 'fr' })).toEqual({ cohort: { rules: [] }, faults: [] });
  });

  it('speaks the language of the link, else of the browser, else French', () => {
    expect(languageOf('en', ['fr-FR'])).toBe('en');
    expect(languageOf(undefined, ['de-DE', 'en-US', 'fr'])).toBe('en');
    expect(languageOf('xx', ['de-DE'])).toBe('fr');
    expect(languageOf(undefined, [])).toBe('fr');
  });

  it('follows the system unless it names a theme', () => {
    expect(themeOf(undefined)).toBe('system');
    expect(themeOf('dark')).toBe('dark');
    expect(themeOf('purple')).toBe('system');
  });
});
