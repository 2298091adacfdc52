import { explainMilestone } from '@core/cohort/milestone-explanation';
import { line, recordOf, sample } from '@tests/support/hand-made-record';
import { describe, expect, it } from 'vitest';

const lines = [line(1, 0, null)];

describe('why a patient has a verdict at a milestone', () => {
  it('is the limits, the sample that decided, and a reason for every other sample', () => {
    const record = recordOf({
      lines,
      samples: [
        sample(365, 0.05),
        sample(365, 0.02),
        sample(370, 0.5),
        sample(360, 0.5),
        sample(366, 5, { validation: 'rejected' }),
        sample(364, 5, { on_international_scale: false }),
        sample(363, null, { control_copies: 9_999 }),
        sample(362, null, { control_gene: 'BCR' }),
        sample(273, 2),
        sample(457, 2),
      ],
    });
    const found = explainMilestone(record, 'ELN2020', 12);
    expect(found).toMatchObject({
      guideline: 'ELN2020',
      title: 'European LeukemiaNet 2020',
      month: 12,
      milestone: { optimal: { percent: 0.1, included: true }, failureAbovePercent: 1 },
      verdict: 'optimal',
      notAssessed: null,
      used: { day: 365, bcrAbl1IsPercent: 0.05, controlCopies: 250_000, responseClass: 'MMR' },
      confirmation: null,
    });
    expect(found.notUsed.map(({ day, reason }) => [day, reason])).toEqual([
      [273, 'outside_window'],
      [360, 'further_away'],
      [362, 'gene_without_minimum'],
      [363, 'too_few_copies'],
      [364, 'off_scale'],
      [365, 'lower_of_day'],
      [366, 'rejected'],
      [370, 'further_away'],
      [457, 'outside_window'],
    ]);
  });

  it('tells a less sensitive sample of the same day from a repeated one', () => {
    const record = recordOf({
      lines,
      samples: [
        sample(91, null, { control_copies: 10_000 }),
        sample(91, null),
        sample(91, null, { specimen: 'marrow' }),
      ],
    });
    const { used, notUsed } = explainMilestone(record, 'ELN2013', 3);
    expect(used?.responseClass).toBe('MR5');
    expect(notUsed.map(({ reason }) => reason)).toEqual(['less_sensitive_of_day', 'repeated']);
  });

  it.each([
    [[sample(91, 20), sample(130, 11)], 'failure', 'confirmed', 130],
    [[sample(91, 20), sample(130, 10)], 'warning', 'refuted', 130],
    [[sample(91, 20)], 'warning', 'not_taken', undefined],
  ] as const)('shows the second sample of month 3', (samples, verdict, outcome, day) => {
    const found = explainMilestone(recordOf({ lines, samples }), 'ELN2020', 3);
    expect(found.verdict).toBe(verdict);
    expect(found.confirmation?.outcome).toBe(outcome);
    expect(found.confirmation?.sample?.day).toBe(day);
    expect(found.notUsed).toEqual([]);
  });

  it.each([
    ['ELN2025', { lines, samples: [sample(91, 5)] }, 'tables_not_available'],
    ['ELN2020', { samples: [sample(91, 5)] }, 'no_tki'],
    ['ELN2020', { lines, transcript: 'e1a2', samples: [sample(91, 5)] }, 'atypical_transcript'],
    ['ELN2020', { lines, samples: [sample(40, 5)] }, 'no_sample_in_window'],
    ['ELN2020', { lines }, 'no_sample_in_window'],
  ] as const)('says why there is none: %s, %o', (guideline, given, reason) => {
    expect(explainMilestone(recordOf(given), guideline, 3)).toMatchObject({
      verdict: null,
      notAssessed: reason,
      used: null,
    });
  });
});
