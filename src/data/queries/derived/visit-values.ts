import type { CurveOrigin } from '@core/analyses/curve-origin';
import { curvePlaces } from '@core/analyses/molecular-response';
import { daysPerMonth } from '@core/domain/calendar';
import { atypicalTranscripts } from '@core/domain/transcript';
import { visitWindows } from '@core/domain/visit-window';
import type { Engine } from '@data/engine/engine';
import { fillSlots, identifier, literal } from '../sql-text';
import { curveOriginSql, type KeyRange } from './curve-origin-sql';
import curvePatientSql from './curve-patient.sql?raw';
import { patientRanges } from './patient-ranges';
import { ceilingPercentSql, windowMonthSql } from './response-sql';
import visitValueSql from './visit-value.sql?raw';

/** The tables of one origin: the reading of each patient and visit, and the place of each patient on the curve. */
export interface VisitTables {
  readonly visits: string;
  readonly patients: string;
}

export const visitTables = (origin: CurveOrigin): VisitTables => ({
  visits: identifier(`visit_value_${origin}`),
  patients: identifier(`curve_patient_${origin}`),
});

/** Makes the tables of an origin, empty. */
export function createVisitTables(origin: CurveOrigin): readonly string[] {
  const { visits, patients } = visitTables(origin);
  return [
    `create or replace table ${visits}
      (patient_key integer, month integer, log10_thousandths integer, detected boolean)`,
    `create or replace table ${patients} (patient_key integer, reason tinyint)`,
  ];
}

/** Fills the tables of an origin for some patients. */
export function fillVisitTables(origin: CurveOrigin, range: KeyRange): readonly string[] {
  const { visits, patients } = visitTables(origin);
  const shared = {
    visits,
    origin: curveOriginSql(origin, range),
    atypical_transcripts: literal(atypicalTranscripts),
    from_key: literal(range.from),
    to_key: literal(range.to),
  };
  return [
    fillSlots(visitValueSql, {
      ...shared,
      ceiling_percent: ceilingPercentSql,
      days_per_month: literal(daysPerMonth),
      visit_month: windowMonthSql(visitWindows),
    }),
    fillSlots(curvePatientSql, {
      ...shared,
      patients,
      ...Object.fromEntries(curvePlaces.map((place, code) => [place, literal(code)])),
    }),
  ];
}

const made = new WeakMap<Engine, Map<CurveOrigin, Promise<void>>>();

/** The tables of an origin that are made when the facts are derived. */
export const derivedOrigin = 'first_tki' satisfies CurveOrigin;

/**
 * The tables of an origin, standing in the engine. Those of the first TKI are there once the facts are derived; the
 * others are made the first time that they are asked for, in steps between which the engine answers others, and kept.
 * Who stops waiting does not stop the making: the next who asks finds it further on.
 */
export async function readyVisits(engine: Engine, origin: CurveOrigin): Promise<VisitTables> {
  if (origin !== derivedOrigin) {
    const ofEngine = made.get(engine) ?? new Map<CurveOrigin, Promise<void>>();
    made.set(engine, ofEngine);
    const making = ofEngine.get(origin) ?? makeVisits(engine, origin);
    ofEngine.set(origin, making);
    try {
      await making;
    } catch (error) {
      ofEngine.delete(origin);
      throw error;
    }
  }
  return visitTables(origin);
}

/** Forgets what was made from tables that have changed since. */
export const forgetVisits = (engine: Engine): void => {
  made.delete(engine);
};

async function makeVisits(engine: Engine, origin: CurveOrigin): Promise<void> {
  await engine.run(createVisitTables(origin).join(';\n'));
  for (const range of await patientRanges(engine)) {
    await engine.run(fillVisitTables(origin, range).join(';\n'));
  }
}
