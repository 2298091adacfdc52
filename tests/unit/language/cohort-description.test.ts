import { type CohortDefinition, everyone, withRules } from '@core/cohort/cohort-definition';
import { cohortDifference } from '@core/cohort/cohort-difference';
import { changeSentence, cohortDescription } from '@language/cohort-description';
import { arbitraryCohort } from '@tests/support/arbitrary-cohort';
import { wordsFor } from '@tests/support/words-in';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const english = wordsFor('en');
const french = wordsFor('fr');

const cohort: CohortDefinition = {
  index: { event: 'first_tki' },
  rules: [
    { condition: { kind: 'range', fact: 'age', min: 18, max: 65 }, unknown: 'exclude' },
    {
      condition: {
        kind: 'events',
        table: 'molecular',
        day: 'day',
        among: [],
        where: [{ kind: 'range', column: 'bcr_abl1_is_pct', min: null, max: 0.1 }],
        window: { of: 'index', from: 9, to: 15, unit: 'months' },
        quantifier: { kind: 'any' },
        ifNone: 'unknown',
      },
      unknown: 'include',
    },
  ],
};

describe('a cohort in sentences', () => {
  it('tells the index event, each rule, what no record means and what happens to the not known', () => {
    expect(cohortDescription(english, cohort)).toEqual([
      'Patients in whom this event is known: the start of the first TKI; days count from it.',
      'Age at diagnosis: 18 to 65 years. Not known: left out.',
      expect.stringMatching(
        /^At least one BCR::ABL1 sample.*between 9 and 15 months.*\. Without any such record \(BCR::ABL1 sample\): not known\. Not known: kept\.$/,
      ),
    ]);
    expect(cohortDescription(french, cohort)[1]).toMatch(
      /^Âge au diagnostic\s: 18 à 65 ans\. Non connu\s: écarté\.$/,
    );
  });

  it('says of everybody that there is no rule', () => {
    expect(cohortDescription(english, everyone)).toEqual([
      'All patients of the extract; days count from diagnosis.',
      'No rule: everybody is kept.',
    ]);
  });

  it('tells any cohort and any change, in both languages, without a gap', () => {
    fc.assert(
      fc.property(arbitraryCohort, arbitraryCohort, (before, after) => {
        for (const words of [english, french]) {
          const sentences = [
            ...cohortDescription(words, before),
            ...cohortDifference(before, after).map((change) => changeSentence(words, change)),
          ];
          for (const sentence of sentences) {
            expect(sentence).toMatch(/\.$/);
            expect(sentence).not.toMatch(/\{|undefined|workspace\.|rule\./);
          }
        }
      }),
      { seed: 20260118, numRuns: 60 },
    );
  });

  it('tells a change from the old claim to the new one', () => {
    const older = withRules(cohort, [
      { condition: { kind: 'range', fact: 'age', min: 18, max: null }, unknown: 'exclude' },
    ]);
    const said = cohortDifference(older, cohort).map((change) => changeSentence(english, change));
    expect(said[0]).toBe('Rule changed: Age at diagnosis: ≥ 18 years → Age at diagnosis: 18 to 65 years.');
    expect(said[1]).toMatch(/^Rule added: at least one BCR::ABL1 sample/);
  });
});
