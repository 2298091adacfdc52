import type { CurveOrigin } from '@core/analyses/curve-origin';
import type { TrajectorySample } from '@core/analyses/response-trajectories';
import { daysPerMonth } from '@core/domain/calendar';
import { visitWindows } from '@core/domain/visit-window';
import type { Engine, QueryOptions } from '@data/engine/engine';
import { AnswerRow } from '../ask-cohort';
import { KeptColumns } from '../cohort/kept-columns';
import { isRead } from '../cohort/ready-cohort';
import responseTrajectoriesSql from '../response-trajectories.sql?raw';
import { fillSlots, literal } from '../sql-text';
import { curveOriginSql, ofPatientsSql } from './curve-origin-sql';
import { ceilingPercentSql } from './response-sql';

/** The samples of patients since an origin, by their keys. */
export type CurveSamples = ReadonlyMap<number, readonly TrajectorySample[]>;

/** Patients whose samples are kept. */
const mostKept = 20_000;

const samples = new KeptColumns<Map<number, readonly TrajectorySample[]>>(2);

export const forgetCurveSamples = (engine: Engine): void => samples.forget(engine);

/** The samples of all patients that were asked for before. */
export const curveSamplesAtHand = (engine: Engine, origin: CurveOrigin): CurveSamples | null =>
  samples.atHand(engine, origin);

/** The samples of these patients: the engine is asked for those that it was not asked for before. */
export async function readyCurveSamples(
  engine: Engine,
  origin: CurveOrigin,
  keys: readonly number[],
  options: Pick<QueryOptions, 'signal'> = {},
): Promise<CurveSamples> {
  const known = await samples.ready(engine, origin, async () => new Map());
  const ofThese = new Map(keys.map((key) => [key, known.get(key)]));
  const among = keys.filter((key) => !known.has(key));
  if (among.length > 0 || isRead(engine)) {
    const found = await askSamples(engine, origin, among, options);
    if (known.size + among.length > mostKept) known.clear();
    for (const [key, ofThis] of found) {
      known.set(key, ofThis);
      ofThese.set(key, ofThis);
    }
  }
  return new Map([...ofThese].map(([key, ofThis]) => [key, ofThis ?? []]));
}

async function askSamples(
  engine: Engine,
  origin: CurveOrigin,
  among: readonly number[],
  options: Pick<QueryOptions, 'signal'>,
): Promise<CurveSamples> {
  const found = await engine.query(
    fillSlots(responseTrajectoriesSql, {
      origin: curveOriginSql(origin, { among }),
      of_patients: ofPatientsSql({ among }),
      days_per_month: literal(daysPerMonth),
      ceiling_percent: ceilingPercentSql,
      first_day: literal((visitWindows[0]?.fromMonth ?? 0) * daysPerMonth),
    }),
    { question: 'response-trajectories', ...options },
  );
  const ofPatient = new Map<number, TrajectorySample[]>(among.map((key) => [key, []]));
  for (let at = 0; at < found.rowCount; at++) {
    const row = new AnswerRow(found, at);
    ofPatient.get(row.count('patient_key'))?.push({
      month: row.number('month') ?? 0,
      percent: row.number('percent') ?? 0,
      detected: row.count('detected') === 1,
    });
  }
  return ofPatient;
}
