import type { ExtractRows } from '@core/domain/extract-tables';
import type { AnchorDays } from './anchor-event';
import type { PatientFacts } from './fact-vocabulary';
import type { LinkedTable } from './patient-record';

/** A row of a linked table without the pseudonym of its patient. */
export type HistoryRow<Table extends LinkedTable> = Omit<ExtractRows[Table], 'patient_id'>;

/** All that the extract holds of one patient, in the order of the days, without any pseudonym. */
export interface PatientHistory {
  readonly facts: PatientFacts;
  readonly anchors: AnchorDays;
  readonly rows: { readonly [Table in LinkedTable]: readonly HistoryRow<Table>[] };
}
