import { everyone } from '@core/cohort/cohort-definition';
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
    expect(cohortOf({ lang: 'fr' })).toEqual({ cohort: everyone, faults: [], held: false });
  });

  it('holds in memory what a link cannot, and says when another page holds it', () => {
    const condition = {
      kind: 'category' as const,
      fact: 'centre' as const,
      values: Array.from({ length: 400 }, (_, i) => `centre with a long code ${i}`),
    };
    const long = { ...everyone, rules: [{ condition, unknown: 'exclude' as const }] };
    const address = withCohort({ lang: 'fr' }, long);
    expect(stringifySearch(address).length).toBeLessThan(40);
    expect(cohortOf(address)).toEqual({ cohort: long, faults: [], held: true });
    expect(withCohort({}, long)).toEqual(withCohort({}, { ...long }));
    const foreign = cohortOf({ cohort: '~999' });
    expect(foreign.cohort).toEqual(everyone);
    expect(foreign.faults).toEqual([{ parameter: 'cohort', reason: 'not-held' }]);
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
