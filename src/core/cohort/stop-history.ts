import { yearsFromDays } from '@core/domain/calendar';
import type { StopHistory } from '@core/domain/eligibility';
import type { TreatmentLineRow } from '@core/domain/extract-tables';
import { type AssessedGuideline, eln2013, eln2020 } from '@core/domain/guideline';
import { allOf, anyOf } from '@core/domain/kleene';
import { atypicalTranscripts } from '@core/domain/transcript';
import { secondGenerationDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { decisionDay } from './decision-day';
import { deepResponseMonths } from './evaluable-samples';
import { readMilestone } from './milestone-reading';
import type { StoppingPatient } from './patient-record';
import { type TkiLine, tkiDaysUntil, tkiLines } from './tki-lines';

/**
 * What the rules of eligibility read of a patient, on a day: that of the decision unless another is given.
 *
 * The milestones are those of the first year, whatever the day. Age counts completed years at diagnosis and the time
 * since. A recorded end without a reason, or with the reason "unknown", is not known to be an intolerance or a
 * resistance.
 */
export function stopHistory(record: StoppingPatient, day: number = decisionDay(record)): StopHistory {
  const { patient, diagnosis, rows, present } = record;
  const begun = tkiLines(record).filter(({ line }) => line.start_day <= day);
  const ended = begun.filter(({ endDay }) => endDay !== null && endDay <= day);
  const transcript = diagnosis?.transcript ?? null;
  const verdictsOf = ({ milestones }: AssessedGuideline) =>
    milestones.map((milestone) => readMilestone(record, milestone).verdict);
  return {
    decisionDay: day,
    chronicAtDiagnosis: diagnosis === null ? null : diagnosis.phase === 'CP',
    progressed: present.has('phase_event')
      ? rows.phase_event.some((event) => event.event !== 'loss_of_chr' && event.day <= day)
      : null,
    ageYears: patient.age_at_diagnosis_years + yearsFromDays(day),
    typicalTranscript:
      transcript === null ? null : !(atypicalTranscripts as readonly string[]).includes(transcript),
    tkiLines: begun.length,
    earlierLinesNotTolerated: allOf(begun.slice(0, -1).map(endedFor(['intolerance']))),
    resistance: anyOf(ended.map(endedFor(['resistance', 'progression']))),
    transplanted: rows.treatment_line.some(
      (line) => line.drug === 'allogeneic_transplant' && line.start_day <= day,
    ),
    tkiYears: yearsFromDays(tkiDaysUntil(record, day)),
    secondGenerationOnly: begun.length > 0 && begun.every(isSecondGeneration),
    deepMonths: {
      MR4: deepResponseMonths(record, 'MR4', day),
      'MR4.5': deepResponseMonths(record, 'MR4.5', day),
    },
    milestones: { ELN2013: verdictsOf(eln2013), ELN2020: verdictsOf(eln2020) },
  };
}

/** Whether a line ended for one of these reasons; `null` when the reason is not known. */
const endedFor =
  (reasons: readonly TreatmentLineRow['stop_reason'][]) =>
  ({ line: { stop_reason } }: TkiLine): boolean | null =>
    stop_reason === null || stop_reason === 'unknown' ? null : reasons.includes(stop_reason);

const isSecondGeneration = ({ line }: TkiLine): boolean =>
  (secondGenerationDrugs as readonly string[]).includes(line.drug);
