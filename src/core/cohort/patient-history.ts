import type { ExtractTableName, Phase, Transcript } from '@core/domain/extract-tables';
import type { AnchorDays } from './anchor-event';
import type { PatientFacts } from './fact-vocabulary';
import type { LinkedRow, LinkedTable, SampledPatient, StoppingPatient } from './patient-record';

/** A row of a linked table without the pseudonym of its patient. */
export type HistoryRow<Table extends LinkedTable> = Omit<LinkedRow<Table>, 'patient_id'>;

/** All that the extract holds of one patient, in the order of the days, without any pseudonym. */
export interface PatientHistory {
  readonly facts: PatientFacts;
  readonly anchors: AnchorDays;
  readonly rows: { readonly [Table in LinkedTable]: readonly HistoryRow<Table>[] };
}

/** The course as the definitions of the response read it; they ask for no pseudonym, and get none. */
export function sampledPatient({ facts, rows }: PatientHistory): SampledPatient {
  return {
    diagnosis: { transcript: facts.transcript as Transcript | null },
    rows: { molecular: rows.molecular.map(nameless), treatment_line: rows.treatment_line.map(nameless) },
  };
}

const nameless = <Row extends object>(row: Row) => ({ ...row, patient_id: '' });

/** The course as the rules of eligibility read it. `present` names the tables of the extract. A phase not known: no diagnosis. */
export function stoppingPatient(
  course: PatientHistory,
  present: ReadonlySet<ExtractTableName>,
): StoppingPatient {
  const { facts, anchors, rows } = course;
  return {
    patient: { age_at_diagnosis_years: facts.age ?? Number.NaN, last_contact_day: anchors.last_contact ?? 0 },
    diagnosis:
      facts.phase === null
        ? null
        : { phase: facts.phase as Phase, transcript: facts.transcript as Transcript | null },
    rows: {
      ...sampledPatient(course).rows,
      phase_event: rows.phase_event.map(nameless),
      treatment_free_attempt: rows.treatment_free_attempt.map(nameless),
    },
    present,
  };
}
