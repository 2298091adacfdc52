import { daysPerMonth, daysPerYear } from '@core/domain/calendar';
import { eltsCoefficients, eltsLimits } from '@core/domain/elts';
import { majorMolecularResponsePercent } from '@core/domain/response-depth';
import { atypicalTranscripts } from '@core/domain/transcript';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { visitWindows } from '@core/domain/visit-window';
import type { Engine } from '@data/engine/engine';
import { fillSlots, literal } from '../sql-text';
import { evaluableSql, showsMmrSql } from './evaluable-sql';
import molecularRecurrenceSql from './molecular-recurrence.sql?raw';
import patientFactSql from './patient-fact.sql?raw';
import visitValueSql from './visit-value.sql?raw';

/** Patients per statement: bounds the memory of the visit windows on extracts of millions of samples. */
const patientsPerStep = 50_000;

export interface DeriveOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

/**
 * Computes, once per extract, the facts that every screen asks for: `visit_value` (one reading per patient and visit
 * window), `molecular_recurrence` (the first stop and what followed) and `patient_fact` (what a cohort may ask).
 *
 * Reads the tables of the contract as `ingest` left them. Definitions come from `core/domain`; nothing is estimated here.
 */
export async function deriveTables(engine: Engine, options: DeriveOptions = {}): Promise<void> {
  const { signal, onProgress } = options;
  const pass = signal === undefined ? {} : { signal };
  const shared = { tki_drugs: literal(tkiDrugs) };
  await engine.run(createVisitTables(), pass);
  const counted = await engine.query('select count(*)::integer as patients from patient', pass);
  const patients = Number(counted.columns.patients?.[0] ?? 0);
  const visitValue = fillSlots(visitValueSql, {
    ...shared,
    evaluable: evaluableSql,
    atypical_transcripts: literal(atypicalTranscripts),
    days_per_month: literal(daysPerMonth),
  });
  for (let from = 0; from < patients; from += patientsPerStep) {
    await engine.run(visitValue, { values: [from, from + patientsPerStep], ...pass });
    onProgress?.(Math.min(1, (from + patientsPerStep) / patients));
  }
  await engine.run(
    fillSlots(molecularRecurrenceSql, {
      ...shared,
      shows_mmr: showsMmrSql,
      mmr_percent: literal(majorMolecularResponsePercent),
      days_per_year: literal(daysPerYear),
    }),
    pass,
  );
  await engine.run(
    fillSlots(patientFactSql, {
      ...shared,
      atypical_transcripts: literal(atypicalTranscripts),
      elts_age: literal(eltsCoefficients.ageDecadeCubed),
      elts_spleen: literal(eltsCoefficients.spleenCm),
      elts_blasts: literal(eltsCoefficients.blastsPct),
      elts_platelets: literal(eltsCoefficients.plateletsInverseRoot),
      elts_low: literal(eltsLimits.low),
      elts_intermediate: literal(eltsLimits.intermediate),
    }),
    pass,
  );
}

/** The visit windows as a table, and the empty table of values: constants of the domain, in one message. */
function createVisitTables(): string {
  const rows = visitWindows.map(
    ({ month, fromMonth, toMonth }) => `(${literal(month)}, ${literal(fromMonth)}, ${literal(toMonth)})`,
  );
  return [
    'create table visit_window (month double, from_month double, to_month double)',
    `insert into visit_window values ${rows.join(', ')}`,
    'create table visit_value (patient_key integer, month double, log10_is double)',
  ].join(';\n');
}
