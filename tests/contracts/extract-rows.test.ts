import type { ExtractRows } from '@core/domain/extract-tables';
import { extractTableNames } from '@core/domain/extract-tables';
import type { ColumnContract } from '@data/contracts/contract';
import { extractContract } from '@data/contracts/extract-contract';
import { describe, expect, test } from 'vitest';

const examples: ExtractRows = {
  centre: { centre_id: 'C01', centre_type: 'university', first_inclusion_year: 2013 },
  patient: {
    patient_id: 'P1',
    centre_id: 'C01',
    sex: 'F',
    age_at_diagnosis_years: 58,
    diagnosis_year: 2009,
    inclusion_day: 1800,
    consent: 'granted',
    vital_status: 'alive',
    last_contact_day: 5100,
    death_cause: null,
  },
  diagnosis: {
    patient_id: 'P1',
    phase: 'CP',
    phase_classification: 'ELN',
    transcript: 'e13a2+e14a2',
    spleen_cm: 0,
    platelets_g_l: 430,
    leukocytes_g_l: 65,
    haemoglobin_g_l: 122,
    blasts_pct: 1,
    eosinophils_pct: 2,
    basophils_pct: 3,
    high_risk_aca: false,
    charlson_index: null,
  },
  treatment_line: {
    patient_id: 'P1',
    line_number: 1,
    drug: 'second_generation+interferon',
    start_day: 8,
    stop_day: null,
    start_year: 2009,
    daily_dose_mg: 600,
    generic: false,
    stop_reason: null,
  },
  dose_change: { patient_id: 'P1', line_number: 1, day: 90, daily_dose_mg: 0, reason: 'toxicity' },
  molecular: {
    patient_id: 'P1',
    day: 2000,
    bcr_abl1_is_pct: null,
    detected: false,
    control_gene: 'ABL1',
    control_copies: 45000,
    bcr_abl1_copies: 0,
    conversion_factor: 0.8,
    on_international_scale: true,
    method: 'RT-qPCR',
    laboratory_id: 'L01',
    specimen: 'blood',
    validation: 'validated',
  },
  mutation: { patient_id: 'P1', day: 700, variant: 'T315I', variant_allele_pct: null, method: null },
  cytogenetics: { patient_id: 'P1', day: 0, ph_positive_metaphases: 20, metaphases: 20, high_risk_aca: null },
  phase_event: { patient_id: 'P1', day: 720, event: 'loss_of_chr' },
  adverse_event: {
    patient_id: 'P1',
    line_number: null,
    onset_day: 40,
    resolved_day: null,
    term: 'Edema limbs',
    grade: 2,
    related: null,
    action: 'none',
  },
  prom: { patient_id: 'P1', day: 400, instrument: 'QLQ-C30', scale: 'fatigue', score: 33.3 },
  treatment_free_attempt: {
    patient_id: 'P1',
    attempt_number: 1,
    stop_day: 3000,
    restart_day: null,
    restart_reason: null,
    withdrawal_syndrome: false,
  },
};

const typeOf: Readonly<Record<ColumnContract['type'], string>> = {
  VARCHAR: 'string',
  INTEGER: 'number',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
};

function faultOf(column: ColumnContract, value: unknown): string | null {
  if (value === null) return column.nullable ? null : 'null';
  if (typeof value !== typeOf[column.type]) return 'type';
  if (column.type === 'INTEGER' && !Number.isInteger(value)) return 'whole';
  return column.values && !column.values.includes(String(value)) ? 'code' : null;
}

test('the row types cover the tables of the contract', () => {
  expect(extractTableNames).toEqual(extractContract.tables.map(({ name }) => name));
});

describe.each(extractContract.tables)('a row of $name', (table) => {
  const row = Object.entries(examples).find(([name]) => name === table.name)?.[1];

  test('has the columns of the contract in their order', () => {
    expect(Object.keys(row ?? {})).toEqual(table.columns.map(({ name }) => name));
  });

  test('typed by the generated row type keeps the contract', () => {
    const faults = table.columns.map((column) => faultOf(column, Reflect.get(row ?? {}, column.name)));
    expect(faults).toEqual(table.columns.map(() => null));
  });

  test('without its key breaks the contract', () => {
    const keys = table.columns.filter(({ name }) => table.key.includes(name));
    expect(keys.map((column) => faultOf(column, null))).toEqual(table.key.map(() => 'null'));
  });
});
