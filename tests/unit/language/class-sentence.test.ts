import { explainEligibility } from '@core/cohort/eligibility-explanation';
import { explainMilestone } from '@core/cohort/milestone-explanation';
import { stopHistory } from '@core/cohort/stop-history';
import { explainClass } from '@core/domain/class-explanation';
import { judgeEligibility } from '@core/domain/eligibility';
import { eligibilityRules } from '@core/domain/eligibility-rule';
import { sampleOfRow } from '@core/domain/sample-of-row';
import { classSentence, milestoneSentence, unusedReasonText } from '@language/class-sentence';
import {
  deepRunText,
  eligibilitySentence,
  judgedCriterionSentence,
  notJudgedText,
  readFactsText,
} from '@language/eligibility-sentence';
import { line, recordOf, sample } from '@tests/support/hand-made-record';
import { wordsFor } from '@tests/support/words-in';
import { describe, expect, it } from 'vitest';

const french = wordsFor('fr');
const english = wordsFor('en');
/** French with its narrow and plain no-break spaces as spaces. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const lines = [line(1, 0, null)];

describe('the sentences of the definitions', () => {
  it.each([
    [
      sample(0, 0.006, { control_copies: 9_000 }),
      'MMR: 0.006% IS in 9,000 copies of ABL1; not MR4: too few copies, 10,000 are needed',
      'RMM : 0,006 % IS sur 9 000 copies de ABL1 ; pas RM4 : trop peu de copies, il en faut 10 000',
    ],
    [
      sample(0, null, { control_copies: 120_000 }),
      'MR5: undetected in 120,000 copies of ABL1',
      'RM5 : indétectable dans 120 000 copies de ABL1',
    ],
    [
      sample(0, 0.006, { control_copies: null }),
      'MMR: 0.006% IS, copies of ABL1 not known; not MR4: copies not known, 10,000 are needed',
      'RMM : 0,006 % IS, nombre de copies de ABL1 inconnu ; pas RM4 : nombre de copies inconnu, il en faut 10 000',
    ],
    [
      sample(0, 5, { validation: 'rejected' }),
      'Not evaluable: rejected by the central biology check',
      'Non évaluable : rejeté par le contrôle biologique central',
    ],
  ])('say why a sample has its class', (row, en, fr) => {
    const explanation = explainClass(sampleOfRow(row), 'e14a2');
    expect(classSentence(english, explanation)).toBe(en);
    expect(plain(classSentence(french, explanation))).toBe(fr);
  });

  it('say what a milestone was judged by', () => {
    const record = recordOf({ lines, samples: [sample(91, 20), sample(183, 1)] });
    expect(milestoneSentence(english, explainMilestone(record, 'ELN2013', 6))).toBe(
      'European LeukemiaNet 2013, 6 months: Warning; optimal < 1% IS, failure > 10% IS',
    );
    expect(plain(milestoneSentence(french, explainMilestone(record, 'ELN2020', 3)))).toBe(
      'European LeukemiaNet 2020, 3 mois : Alerte ; optimal ≤ 10 % IS, échec > 10 % IS si confirmé dans les 1 à 3 mois, pas de second prélèvement à temps',
    );
    expect(milestoneSentence(english, explainMilestone(record, 'ELN2025', 3))).toBe(
      'European LeukemiaNet 2025, 3 months: not assessed, tables of this version not available',
    );
    const [first] = explainMilestone(record, 'ELN2020', 6).notUsed;
    expect(first && unusedReasonText(english, first.reason)).toBe('outside the window');
  });

  it('say criterion by criterion why a TKI may be stopped or not', () => {
    const record = recordOf({
      lines,
      transcript: 'e14a2',
      samples: [sample(365, 0.005), sample(3650, 0.005)],
    });
    const judged = judgeEligibility(eligibilityRules.eln2020_optimal, stopHistory(record));
    expect(eligibilitySentence(english, judged)).toBe('ELN 2020, optimal: eligible');
    expect(judged.criteria.map((one) => judgedCriterionSentence(english, one))).toEqual([
      'first chronic phase, no progression: met',
      'at most 2 TKI lines, changed for intolerance only: met',
      'transcript e13a2 or e14a2: met',
      'no TKI ended for resistance or progression: met',
      'never failure at the milestones of European LeukemiaNet 2020: met',
      'TKI > 5 years: met',
      'MR4 > 36 months or MR4.5 > 24 months: met',
    ]);
    const minimal = judgeEligibility(eligibilityRules.eln2020_minimal, stopHistory(record));
    expect(minimal.criteria.map((one) => plain(judgedCriterionSentence(french, one)))).toContain(
      'ITK > 5 ans (> 4 ans si 2ᵉ génération seule) : rempli',
    );
    const euroski = judgeEligibility(eligibilityRules.euroski, stopHistory(record));
    expect(euroski.criteria.map((one) => judgedCriterionSentence(english, one))).toContain(
      'transcript e13a2 or e14a2 (source unverified): met',
    );
    const [minimalHere] = explainEligibility(record).rules;
    expect(minimalHere?.criteria.map((one) => readFactsText(english, one))).toEqual([
      'chronic phase at diagnosis, no progression',
      '1 TKI line, changes for intolerance or none',
      'typical transcript',
      'no line ended for these reasons',
      '',
      '10.95 years of TKI',
      '',
    ]);
    const runs = minimalHere?.criteria.flatMap((one) =>
      one.runs.map((run) => plain(deepRunText(french, run))),
    );
    expect(runs).toEqual(['RM4 depuis 107,9 mois : 2 prélèvements, du jour 365 au jour 3 650.']);
    expect(judged.notJudged.map((one) => notJudgedText(english, one))).toEqual([
      'motivation of the patient',
      'RT-qPCR of quality, with rapid results',
      'agreement to monitoring',
    ]);
  });
});
