import { join } from 'node:path';
import type { ExtractTableName } from '@core/domain/extract-tables';
import { DuckDBInstance } from '@duckdb/node-api';

/** The rows of an extract as they stand in its Parquet files: no engine, query or type of the product in between. */
export interface RawExtract {
  readonly patient: readonly {
    patient_id: string;
    sex: string;
    age_at_diagnosis_years: number;
    centre_id: string;
    diagnosis_year: number;
    inclusion_day: number;
    last_contact_day: number;
    vital_status: string;
  }[];
  readonly diagnosis: readonly {
    patient_id: string;
    phase: string;
    transcript: string | null;
    spleen_cm: number | null;
    platelets_g_l: number | null;
    blasts_pct: number | null;
  }[];
  readonly treatment_line: readonly {
    patient_id: string;
    line_number: number;
    drug: string;
    start_day: number;
    start_year: number;
    stop_day: number | null;
    daily_dose_mg: number | null;
    generic: boolean | null;
    stop_reason: string | null;
  }[];
  readonly dose_change: readonly {
    patient_id: string;
    line_number: number;
    day: number;
    daily_dose_mg: number;
  }[];
  readonly adverse_event: readonly {
    patient_id: string;
    line_number: number | null;
    onset_day: number;
    term: string;
    grade: number;
  }[];
  readonly molecular: readonly {
    patient_id: string;
    day: number;
    bcr_abl1_is_pct: number | null;
    detected: boolean;
    control_gene: string;
    control_copies: number | null;
    conversion_factor: number | null;
    on_international_scale: boolean;
    validation: string;
  }[];
  readonly prom: readonly {
    patient_id: string;
    day: number;
    instrument: string;
    scale: string;
    score: number;
  }[];
  readonly treatment_free_attempt: readonly {
    patient_id: string;
    attempt_number: number;
    stop_day: number;
    restart_day: number | null;
  }[];
}

const tables = [
  'patient',
  'diagnosis',
  'treatment_line',
  'dose_change',
  'adverse_event',
  'molecular',
  'prom',
  'treatment_free_attempt',
] as const;

export async function readRawExtract(folder: string): Promise<RawExtract> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const read = async (table: string) =>
    (
      await connection.runAndReadAll(`select * from read_parquet('${join(folder, `${table}.parquet`)}')`)
    ).getRowObjectsJS();
  const rows = await Promise.all(tables.map(read));
  connection.closeSync();
  return Object.fromEntries(tables.map((table, index) => [table, rows[index]])) as unknown as RawExtract;
}

/** Tables with rows of single patients. */
export type PatientTable = Exclude<ExtractTableName, 'centre'>;

/** The rows of one patient as they stand in the file of one table. */
export async function rawRowsOf(
  folder: string,
  table: PatientTable,
  patientId: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
  });
  const connection = await instance.connect();
  const found = await connection.runAndReadAll(
    `select * from read_parquet('${join(folder, `${table}.parquet`)}') where patient_id = $1`,
    [patientId],
  );
  connection.closeSync();
  return found.getRowObjectsJS();
}
