import type {
  CentreRow,
  DiagnosisRow,
  ExtractRows,
  ExtractTableName,
  PatientRow,
} from '@core/domain/extract-tables';
import type { SampleRow } from '@core/domain/sample-standing';

/** Tables with any number of rows per patient. */
export const linkedTables = [
  'treatment_line',
  'dose_change',
  'molecular',
  'mutation',
  'cytogenetics',
  'phase_event',
  'adverse_event',
  'prom',
  'treatment_free_attempt',
] as const satisfies readonly ExtractTableName[];
export type LinkedTable = (typeof linkedTables)[number];

/** A row of a linked table; a sample with its standing under the use that is made of samples. */
export type LinkedRow<Table extends LinkedTable> = Table extends 'molecular' ? SampleRow : ExtractRows[Table];

/** All rows of one patient, as the extract holds them. `present` names the tables that the extract has at all. */
export interface PatientRecord {
  readonly patient: PatientRow;
  readonly diagnosis: DiagnosisRow | null;
  /** The row of the patient's centre; `null` when the table `centre` is absent or does not know it. */
  readonly centre: CentreRow | null;
  readonly rows: { readonly [Table in LinkedTable]: readonly LinkedRow<Table>[] };
  readonly present: ReadonlySet<ExtractTableName>;
}

/** As much of a patient as the eligibility to stop is judged by. */
export interface StoppingPatient {
  readonly patient: Pick<PatientRow, 'age_at_diagnosis_years' | 'last_contact_day'>;
  readonly diagnosis: Pick<DiagnosisRow, 'transcript' | 'phase'> | null;
  readonly rows: Pick<
    PatientRecord['rows'],
    'molecular' | 'treatment_line' | 'phase_event' | 'treatment_free_attempt'
  >;
  readonly present: ReadonlySet<ExtractTableName>;
}

/** As much of a patient as the classes and milestones of the response are read from. */
export interface SampledPatient {
  readonly diagnosis: Pick<DiagnosisRow, 'transcript'> | null;
  readonly rows: Pick<PatientRecord['rows'], 'molecular' | 'treatment_line'>;
}
