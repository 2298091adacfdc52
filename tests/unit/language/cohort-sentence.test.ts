import type { CohortRule, Condition, EventCondition, EventWindow } from '@core/cohort/cohort-definition';
import { conditionText, ruleSentence, windowText } from '@language/cohort-sentence';
import { arbitraryRule } from '@tests/support/arbitrary-cohort';
import { wordsFor } from '@tests/support/words-in';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const french = wordsFor('fr');
const english = wordsFor('en');

const events = (part: Partial<EventCondition> & Pick<EventCondition, 'table'>): EventCondition => ({
  kind: 'events',
  day: 'day',
  among: [],
  where: [],
  window: null,
  quantifier: { kind: 'any' },
  ifNone: 'unknown',
  ...part,
});

const atMostMmr = { kind: 'range', column: 'bcr_abl1_is_pct', min: null, max: 0.1 } as const;
const firstTki = { event: 'first_tki' } as const;

const said: readonly (readonly [string, Condition, string, string])[] = [
  [
    'a range',
    { kind: 'range', fact: 'age', min: 18, max: 65 },
    'Age at diagnosis: 18 to 65 years',
    'Âge au diagnostic : 18 à 65 ans',
  ],
  [
    'an open end',
    { kind: 'range', fact: 'blasts_pct', min: 5, max: null, minOpen: true },
    'Blood blasts: > 5%',
    'Blastes sanguins : > 5 %',
  ],
  [
    'categories',
    { kind: 'category', fact: 'transcript', values: ['e13a2', 'e14a2'] },
    'Transcript: e13a2 or e14a2',
    'Transcrit : e13a2 ou e14a2',
  ],
  [
    'a sample in a window',
    events({
      table: 'molecular',
      where: [atMostMmr],
      window: { of: firstTki, from: 9, to: 15, unit: 'months' },
    }),
    'at least one BCR::ABL1 sample, with BCR::ABL1 IS: ≤ 0.1% IS, between 9 and 15 months after the start of the first TKI',
    'au moins un prélèvement BCR::ABL1, avec BCR::ABL1 IS : ≤ 0,1 % IS, entre 9 et 15 mois après le début du premier ITK',
  ],
  [
    'samples over time',
    events({ table: 'molecular', quantifier: { kind: 'at_least', count: 4, spanMonths: 24 } }),
    'at least 4 times: BCR::ABL1 sample, at least 24 months apart, first to last, at any time',
    'au moins 4 fois : prélèvement BCR::ABL1, sur au moins 24 mois du premier au dernier, à tout moment',
  ],
  [
    'a feminine noun, dated by another column',
    events({
      table: 'treatment_line',
      day: 'stop_day',
      quantifier: { kind: 'last' },
      among: [{ kind: 'category', column: 'is_tki', values: ['yes'] }],
      where: [{ kind: 'category', column: 'stop_reason', values: ['intolerance'] }],
    }),
    'the last treatment line (TKI: Yes), with reason of stop: Intolerance, at any time (dated by its end)',
    'la dernière ligne de traitement (ITK : Oui), avec motif d’arrêt : Intolérance, à tout moment (date : fin)',
  ],
  [
    'a negation and a group',
    {
      kind: 'not',
      of: {
        kind: 'any',
        of: [
          { kind: 'category', fact: 'sex', values: ['F'] },
          { kind: 'category', fact: 'elts', values: ['high'] },
        ],
      },
    },
    'not: (Sex: Women or ELTS group: High)',
    'pas : (Sexe : Femmes ou Groupe ELTS : Haut)',
  ],
];

/** French spaces before : and % do not break; the tests are written with plain ones. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a rule in words', () => {
  it.each(said)('%s', (_what, condition, inEnglish, inFrench) => {
    expect(plain(conditionText(english, condition))).toBe(inEnglish);
    expect(plain(conditionText(french, condition))).toBe(inFrench);
  });

  it('says when the unknown stay', () => {
    const rule: CohortRule = {
      condition: { kind: 'range', fact: 'age', min: 18, max: null },
      unknown: 'include',
    };
    expect(ruleSentence(english, rule)).toBe('Age at diagnosis: ≥ 18 years, or not known');
  });

  it.each([
    [null, null, 'before or after the start of the first TKI'],
    [0, null, 'from the start of the first TKI on'],
    [3, null, 'at least 3 months after the start of the first TKI'],
    [-3, null, 'from 3 months before the start of the first TKI on'],
    [null, 0, 'not later than the start of the first TKI'],
    [null, 3, 'until 3 months after the start of the first TKI'],
    [null, -3, 'at least 3 months before the start of the first TKI'],
    [0, 1, 'within 1 month after the start of the first TKI'],
    [9, 15, 'between 9 and 15 months after the start of the first TKI'],
    [-3, 0, 'within 3 months before the start of the first TKI'],
    [-6, -3, 'between 6 and 3 months before the start of the first TKI'],
    [-3, 3, 'within 3 months before or after the start of the first TKI'],
    [-3, 6, 'from 3 months before to 6 months after the start of the first TKI'],
  ])('a window from %s to %s', (from, to, expected) => {
    const window: EventWindow = { of: firstTki, from, to, unit: 'months' };
    expect(windowText(english, window)).toBe(expected);
  });

  it('leaves no placeholder open, whatever the rule', () => {
    fc.assert(
      fc.property(arbitraryRule, (rule) => {
        for (const words of [english, french]) {
          const text = ruleSentence(words, rule);
          expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
          expect(text.length).toBeGreaterThan(5);
        }
      }),
      { seed: 20260121, numRuns: 400 },
    );
  });
});
