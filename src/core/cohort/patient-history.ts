import type { Transcript } from '@core/domain/extract-tables';
import type { AnchorDays } from './anchor-event';
import type { PatientFacts } from './fact-vocabulary';
import type { LinkedRow, LinkedTable, SampledPatient } from './patient-record';

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
  const nameless = <Row extends object>(row: Row) => ({ ...row, patient_id: '' });
  return {
    diagnosis: { transcript: facts.transcript as Transcript | null },
    rows: { molecular: rows.molecular.map(nameless), treatment_line: rows.treatment_line.map(nameless) },
  };
}
