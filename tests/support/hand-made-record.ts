import type { LinkedTable, PatientRecord } from '@core/cohort/patient-record';
import {
  type DiagnosisRow,
  type Drug,
  type ExtractRows,
  type ExtractTableName,
  extractTableNames,
  type MolecularRow,
  type TreatmentLineRow,
} from '@core/domain/extract-tables';

export const patient_id = 'P0';

/** A line of a TKI: its number, first and last day. */
export const line = (
  line_number: number,
  start_day: number,
  stop_day: number | null,
  drug: Drug = 'imatinib',
) =>
  ({
    patient_id,
    line_number,
    drug,
    start_day,
    stop_day,
    start_year: 2015,
    daily_dose_mg: null,
    generic: null,
    stop_reason: null,
  }) satisfies TreatmentLineRow as TreatmentLineRow;

/** A sample on a day: its value in percent, or `null` for an undetected transcript; 250,000 copies of ABL1. */
export const sample = (
  day: number,
  percent: number | null,
  change: Partial<MolecularRow> = {},
): MolecularRow => ({
  patient_id,
  day,
  bcr_abl1_is_pct: percent,
  detected: percent !== null,
  control_gene: 'ABL1',
  control_copies: 250_000,
  bcr_abl1_copies: null,
  conversion_factor: null,
  on_international_scale: true,
  method: 'RT-qPCR',
  laboratory_id: null,
  specimen: 'blood',
  validation: 'validated',
  ...change,
});

/** What a test says of one patient; the rest is as plain as can be. */
export interface Given {
  readonly lines?: readonly TreatmentLineRow[];
  readonly samples?: readonly MolecularRow[];
  readonly events?: readonly ExtractRows['phase_event'][];
  readonly stops?: readonly (readonly [number: number, stop: number, restart: number | null])[];
  readonly transcript?: DiagnosisRow['transcript'];
  readonly phase?: DiagnosisRow['phase'];
  readonly lastContact?: number;
  readonly absent?: readonly ExtractTableName[];
}

/** A patient of 50 years, dead on day 4000, with the rows that are given. */
export function recordOf(given: Given): PatientRecord {
  const none: { readonly [Table in LinkedTable]: readonly ExtractRows[Table][] } = {
    treatment_line: given.lines ?? [],
    dose_change: [],
    molecular: given.samples ?? [],
    mutation: [],
    cytogenetics: [],
    phase_event: given.events ?? [],
    adverse_event: [],
    prom: [],
    treatment_free_attempt: (given.stops ?? []).map(([attempt_number, stop_day, restart_day]) => ({
      patient_id,
      attempt_number,
      stop_day,
      restart_day,
      restart_reason: null,
      withdrawal_syndrome: null,
    })),
  };
  return {
    patient: {
      patient_id,
      centre_id: 'C01',
      sex: 'F',
      age_at_diagnosis_years: 50,
      diagnosis_year: 2015,
      inclusion_day: 3,
      consent: 'granted',
      vital_status: 'dead',
      last_contact_day: given.lastContact ?? 4000,
      death_cause: null,
    },
    diagnosis:
      given.transcript === undefined
        ? null
        : {
            patient_id,
            phase: given.phase ?? 'CP',
            phase_classification: 'ELN',
            transcript: given.transcript,
            spleen_cm: null,
            platelets_g_l: null,
            leukocytes_g_l: null,
            haemoglobin_g_l: null,
            blasts_pct: null,
            eosinophils_pct: null,
            basophils_pct: null,
            high_risk_aca: null,
            charlson_index: null,
          },
    centre: null,
    rows: none,
    present: new Set(extractTableNames.filter((name) => !given.absent?.includes(name))),
  };
}
