import {
  comparePredictors,
  earlyPredictors,
  type PredictorRow,
  type PredictorTable,
} from '@core/analyses/early-predictors';
import { describe, expect, it } from 'vitest';

const row = (
  status: PredictorRow['status'],
  value: number | null,
  patients: number,
  reachedBefore = false,
): PredictorRow => ({ marker: 'bcr_abl1_3m_pct', status, value, reachedBefore, patients });

const table: PredictorTable = {
  depth: 'MR4',
  month: 48,
  rows: [
    row('yes', 0, 1, true),
    row('yes', 1, 2),
    row('yes', 10, 1),
    row('yes', null, 1),
    row('no', 1, 1),
    row('no', 20, 3),
    row('died', null, 2),
    row('not_followed', null, 4),
    row('no_tki', null, 1),
    row('atypical_transcript', null, 1),
  ],
};

const first = (landmark: 'leave_out' | 'keep') => {
  const [predictor] = earlyPredictors(table, { landmark }).predictors;
  if (predictor === undefined) throw new Error('no predictor');
  return predictor;
};

describe('early predictors', () => {
  it('leave out who is in response already, who has no marker, and whose outcome is not known', () => {
    const predictor = first('leave_out');
    expect(predictor).toMatchObject({ withoutMarker: 1, reachedBefore: 1 });
    expect(predictor.auc).toMatchObject({ n: 7, events: 3, controls: 4 });
    // Pairs of event and control, lower first: 1, 1, 10 against 1, 20, 20, 20; a tie is a half.
    expect(predictor.auc.estimate).toBeCloseTo((2 * 0.5 + 2 * 3 + 0 + 3) / 12, 12);
  });

  it('with those kept have the flattering AUC of the immortal time', () => {
    const kept = first('keep');
    expect(kept.auc).toMatchObject({ events: 4, controls: 4 });
    expect(kept.auc.estimate).toBeCloseTo((4 + 2 * 3.5 + 3) / 16, 12);
    expect(kept.auc.estimate).toBeGreaterThan(first('leave_out').auc.estimate ?? 1);
  });

  it('judge a published cut-off by its own inequality', () => {
    const [tenPercent] = first('leave_out').published;
    expect(tenPercent?.sensitivity).toMatchObject({ events: 3, n: 3, estimate: 1 });
    expect(tenPercent?.specificity).toMatchObject({ events: 3, n: 4, estimate: 0.75 });
    const halving = earlyPredictors(
      {
        ...table,
        rows: [
          { ...row('yes', 76, 1), marker: 'halving_time_days' },
          { ...row('no', 80, 1), marker: 'halving_time_days' },
        ],
      },
      { landmark: 'keep' },
    ).predictors.find(({ marker }) => marker === 'halving_time_days');
    expect(halving?.published[0]).toMatchObject({ value: 76, sensitivity: { estimate: 0 } });
  });

  it('have the Youden cut-off half-way between two values, with the counts on its sides', () => {
    const { cutOff, atCutOff } = first('leave_out');
    // Below 15: 3 of 3 events, 1 of 4 controls.
    expect(cutOff.threshold?.estimate).toBe(15);
    expect(atCutOff?.sensitivity.estimate).toBe(1);
    expect(atCutOff?.specificity.estimate).toBe(0.75);
  });

  it('count the cohort once by what is known of the outcome', () => {
    expect(earlyPredictors(table, { landmark: 'keep' })).toMatchObject({
      cohort: 17,
      statuses: { yes: 5, no: 4, died: 2, not_followed: 4, no_tki: 1, atypical_transcript: 1 },
    });
  });

  it('of nobody have no curve, no AUC, no cut-off, and say so', () => {
    const [nobody] = earlyPredictors({ ...table, rows: [] }, { landmark: 'keep' }).predictors;
    expect(nobody?.auc).toMatchObject({ estimate: null, reason: 'no-events' });
    expect(nobody?.curve.points).toEqual([]);
    expect(nobody?.atCutOff).toBeNull();
  });

  it('are compared on the patients who have both, by the same rule for those in response already', () => {
    const pair = (first: number, second: number, reached: boolean, patients = 1, reachedBefore = false) => ({
      first,
      second,
      reached,
      reachedBefore,
      patients,
    });
    const rows = [
      pair(1, 5, true, 2),
      pair(2, 1, true),
      pair(3, 2, false, 2),
      pair(4, 9, false),
      pair(0, 9, true, 1, true),
    ];
    const compared = comparePredictors(rows, { landmark: 'leave_out' });
    // First: all 9 pairs in order. Second: 5, 5, 1 against 2, 2, 9: 5 of 9.
    expect(compared.n).toBe(6);
    expect(compared.estimate).toBeCloseTo(1 - 5 / 9, 12);
    expect(comparePredictors(rows, { landmark: 'keep' }).n).toBe(7);
    expect(comparePredictors([], { landmark: 'keep' }).reason).toBe('too-few-subjects');
  });
});
