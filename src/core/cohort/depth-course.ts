import { daysFromMonths } from '@core/domain/calendar';
import { type ResponseClass, responseRank } from '@core/domain/response-class';
import { responseTests } from '@core/domain/sustained-response';
import { evaluableSamples } from './evaluable-samples';
import type { PatientRecord } from './patient-record';
import { firstTkiDay, tkiLines } from './tki-lines';

/**
 * What a patient is in on a day since the first TKI. The depths are of patients on a TKI; `above_mmr` is above 0.1 % IS;
 * `not_assessed`: on a TKI, without a test that is still current; `off_tki`: no TKI line goes on, whatever the tests say.
 */
export const depthStates = [
  'above_mmr',
  'MMR',
  'MR4',
  'MR4.5',
  'MR5',
  'not_assessed',
  'off_tki',
  'dead',
] as const;
export type DepthState = (typeof depthStates)[number];

/**
 * How long the class of a test stands for its patient, in months, unless another test comes. The longest interval between
 * tests that ELN advises on treatment is 6 months; the usual choice leaves half of that again for late visits.
 */
export const currentMonths = [6, 9, 12] as const;
export type CurrentMonths = (typeof currentMonths)[number];
export const usualCurrentMonths: CurrentMonths = 9;

/** The same in whole days: a test of day 0 is no longer current on this day. */
export const currentDays = (months: CurrentMonths): number => Math.floor(daysFromMonths(months));

/** Why a patient has no course; the first that is true. */
export const depthExclusions = ['no_tki', 'off_scale', 'no_follow_up'] as const;
export type DepthExclusion = (typeof depthExclusions)[number];

/** The states of one patient; days since the first TKI. */
export interface DepthCourse {
  /** Last contact. */
  readonly endDay: number;
  /** The state on day 0, then each change, ascending, up to the end. */
  readonly changes: readonly { readonly day: number; readonly state: DepthState }[];
}

/** Place of the state of a class in `depthStates`. */
export const depthOf = (one: ResponseClass): number =>
  Math.max(0, responseRank(one) - responseRank('MMR') + 1);

/**
 * The course of the depth of response since the first TKI: the reader in memory.
 *
 * On each day: dead from the day of the death on; else off TKI where no TKI line goes on; else the class of the last day with
 * an evaluable sample, the shallowest of that day, if it is younger than `months`; else not assessed. Tests before the first
 * TKI count, samples without a class do not.
 *
 * @see tests/generative/depth-twin.test.ts holds it equal to `data/queries/depth-moves.sql`
 */
export function depthCourse(record: PatientRecord, months: CurrentMonths): DepthCourse | DepthExclusion {
  const zero = firstTkiDay(record);
  if (zero === null) return 'no_tki';
  const samples = evaluableSamples(record);
  if (samples === null) return 'off_scale';
  const { last_contact_day, vital_status } = record.patient;
  const endDay = last_contact_day - zero;
  if (endDay <= 0) return 'no_follow_up';
  const valid = currentDays(months);
  const tests = responseTests(samples).map(({ day, responseClass }) => ({ day: day - zero, responseClass }));
  const lines = tkiLines(record).map(({ line, endDay: end }) => ({
    start: line.start_day - zero,
    end: end === null ? Number.POSITIVE_INFINITY : end - zero,
  }));
  const stateOn = (day: number): DepthState => {
    if (vital_status === 'dead' && day >= endDay) return 'dead';
    if (!lines.some(({ start, end }) => start <= day && day < end)) return 'off_tki';
    const last = tests.findLast((test) => test.day <= day);
    if (last === undefined || day - last.day >= valid) return 'not_assessed';
    return depthStates[depthOf(last.responseClass)] ?? 'not_assessed';
  };
  const days = new Set([
    0,
    endDay,
    ...tests.flatMap(({ day }) => [day, day + valid]),
    ...lines.flatMap(({ start, end }) => [start, end]),
  ]);
  const states = [...days]
    .filter((day) => day >= 0 && day <= endDay)
    .toSorted((a, b) => a - b)
    .map((day) => ({ day, state: stateOn(day) }));
  return { endDay, changes: states.filter(({ state }, at) => state !== states[at - 1]?.state) };
}
