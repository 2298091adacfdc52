import type { ExplainedSample } from '@core/cohort/milestone-explanation';
import type { SampledPatient } from '@core/cohort/patient-record';
import { explainClass } from '@core/domain/class-explanation';
import { sampleOfRow } from '@core/domain/sample-of-row';
import { classSentence } from '@language/class-sentence';
import type { Words } from '@language/use-words';

export type SampleRow = SampledPatient['rows']['molecular'][number];

/** A sample that decided: its day, the months since the first TKI, and why it has its class. */
export function sampleText(patient: SampledPatient, sample: ExplainedSample, words: Words): string {
  const row = patient.rows.molecular.find(
    (one) =>
      one.day === sample.day &&
      one.detected === sample.detected &&
      one.control_copies === sample.controlCopies &&
      (one.detected ? one.bcr_abl1_is_pct : null) === sample.bcrAbl1IsPercent,
  );
  return words.say('milestones.explanationSample', {
    day: sample.day,
    months: oneDecimal(sample.monthsSinceFirstTki, words),
    reading: row === undefined ? '' : classText(patient, row, words),
  });
}

/** Why a sample has its class. */
export const classText = (patient: SampledPatient, row: SampleRow, words: Words): string =>
  classSentence(words, explainClass(sampleOfRow(row), patient.diagnosis?.transcript ?? null));

export const oneDecimal = (value: number | null, words: Words): string =>
  value === null ? '–' : words.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
