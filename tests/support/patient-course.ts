import { factIds } from '@core/cohort/fact-vocabulary';
import type { HistoryRow, PatientHistory } from '@core/cohort/patient-history';
import { linkedTables } from '@core/cohort/patient-record';

/** The history of a patient of whom only these rows and days are known. */
export function courseOf(
  rows: Partial<PatientHistory['rows']>,
  anchors: Partial<PatientHistory['anchors']> = {},
): PatientHistory {
  return {
    facts: Object.fromEntries(factIds.map((fact) => [fact, null])) as unknown as PatientHistory['facts'],
    anchors: {
      diagnosis: 0,
      inclusion: 0,
      first_tki: null,
      first_mmr: null,
      first_mr4: null,
      first_mr4_5: null,
      first_mr5: null,
      progression: null,
      molecular_recurrence: null,
      last_contact: 400,
      death: null,
      ...anchors,
    },
    rows: {
      ...(Object.fromEntries(linkedTables.map((table) => [table, []])) as unknown as PatientHistory['rows']),
      ...rows,
    },
  };
}

/** A sample on the International Scale, found at `percent`, or undetected in so many copies of ABL1. */
export function sample(
  day: number,
  percent: number | null,
  { copies = 30_000, factor = 0.8 }: { copies?: number | null; factor?: number | null } = {},
): HistoryRow<'molecular'> {
  return {
    day,
    bcr_abl1_is_pct: percent,
    detected: percent !== null,
    control_gene: 'ABL1',
    control_copies: copies,
    bcr_abl1_copies: null,
    conversion_factor: factor,
    on_international_scale: true,
    method: 'RT-qPCR',
    laboratory_id: null,
    specimen: 'blood',
    validation: 'validated',
  };
}

export function line(
  line_number: number,
  start_day: number,
  stop_day: number | null,
  drug: HistoryRow<'treatment_line'>['drug'] = 'imatinib',
): HistoryRow<'treatment_line'> {
  return {
    line_number,
    drug,
    start_day,
    stop_day,
    start_year: 2015,
    daily_dose_mg: 400,
    generic: null,
    stop_reason: stop_day === null ? null : 'intolerance',
  };
}
