import { decisionDay } from '@core/cohort/decision-day';
import { deriveAnchors, sustainedResponseDay } from '@core/cohort/derive-facts';
import { evaluableSamples, firstDayOf } from '@core/cohort/evaluable-samples';
import { anyTimeFromMonth } from '@core/cohort/mmr-course';
import type { PatientRecord } from '@core/cohort/patient-record';
import { tkiLines } from '@core/cohort/tki-lines';
import { daysPerMonth, monthsFromDays } from '@core/domain/calendar';
import { mmrReading, sampleReading } from '@core/domain/evaluable-sample';
import { eln2020 } from '@core/domain/guideline';
import { depthLimitsPercent } from '@core/domain/response-depth';
import { sampleOfRow } from '@core/domain/sample-of-row';
import {
  awaitsResponse,
  type EndpointDefinition,
  endingEvents,
  isSampleEvent,
  needsSamples,
  type RecordedEvent,
  type SampleEvent,
  sampleEventOf,
} from './endpoint-definition';

/** Why a patient of the cohort is in no curve; the first that is true, in this order. */
export const exclusionReasons = [
  /** The origin did not happen or is not known. */
  'no_origin',
  /** The extract has no table in which an event would stand. */
  'not_recorded',
  /** A response is waited for in a patient whose transcript is not on the International Scale. */
  'off_scale',
  'event_before_origin',
  /** No sample after the origin that tells. */
  'no_sample',
  /** Follow-up ended before the origin. */
  'no_follow_up',
  /** Follow-up, or the horizon, ended by the day of the inclusion. */
  'before_inclusion',
  'before_landmark',
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

/** How the follow-up of one patient ended. Days since the origin. */
export type EndpointExit =
  | { readonly excluded: ExclusionReason }
  | {
      readonly excluded: null;
      /** At risk after this day; `null`: from the origin on, its own day included. */
      readonly entry: number | null;
      readonly day: number;
      /** Position in `endingEvents`; `null` when censored. */
      readonly kind: number | null;
    };

/** The limits of an endpoint in whole days: the landmark and the horizon. */
export const dayOf = (months: number | null): number | null =>
  months === null ? null : Math.floor(months * daysPerMonth);

/** A positive test is confirmed by one that is so many times as high (STIM1: one log). */
export const stimRise = 10;

/** How one patient leaves the follow-up of an endpoint: the reader in memory. */
export function endpointExit(record: PatientRecord, endpoint: EndpointDefinition): EndpointExit {
  const origin = originDay(record, endpoint);
  if (origin === null) return { excluded: 'no_origin' };
  const ending = endingEvents(endpoint);
  const recorded = [...ending, ...endpoint.censoring].filter((event) => !isSampleEvent(event));
  if (recorded.some(({ kind }) => isNotRecorded(kind, record))) return { excluded: 'not_recorded' };
  if (awaitsResponse(endpoint) && evaluableSamples(record) === null) return { excluded: 'off_scale' };
  const dayOfEvent = (event: RecordedEvent) => recordedDay(record, endpoint, event, origin);
  const days = recorded.map(dayOfEvent).filter((day) => day !== null);
  const cut = Math.min(...days);
  if (cut < 0) return { excluded: 'event_before_origin' };
  const tests = readTests(record, endpoint, origin).filter(({ day }) => day > 0 && day <= cut);
  const lastTest = tests.at(-1);
  if (needsSamples(endpoint) && lastTest === undefined) return { excluded: 'no_sample' };
  const found = ending
    .map((event, kind) => ({
      kind,
      day: isSampleEvent(event) ? firstLoss(tests, event) : dayOfEvent(event),
    }))
    .flatMap(({ kind, day }) => (day === null ? [] : [{ kind, day }]))
    .toSorted((a, b) => a.day - b.day || a.kind - b.kind)[0];
  const contact = record.patient.last_contact_day - origin;
  const end = Math.min(endpoint.followUp === 'last_sample' ? (lastTest?.day ?? contact) : contact, cut);
  // A censoring event ends the observation before any ending event of a later day.
  const stops = endpoint.censoring.map(dayOfEvent).filter((day) => day !== null);
  const event = found !== undefined && found.day <= Math.min(...stops) ? found : null;
  return placed(endpoint, record.patient.inclusion_day - origin, event ?? { day: end, kind: null });
}

/** Whether the registry included a patient after the origin: had follow-up ended before, the patient would not be seen. */
export function isIncludedLater({ patient }: PatientRecord, origin: number): boolean {
  return patient.inclusion_day > origin;
}

/** Tables without which an event is not known, of which "none" can be said only where they are. */
export const tableOfEvent = { progression: 'phase_event', stop: 'treatment_free_attempt' } as const;

function isNotRecorded(kind: string, { present }: PatientRecord): boolean {
  return Object.entries(tableOfEvent).some(([event, table]) => event === kind && !present.has(table));
}

function placed(
  endpoint: EndpointDefinition,
  inclusion: number,
  { day, kind }: { readonly day: number; readonly kind: number | null },
): EndpointExit {
  if (day < 0) return { excluded: 'no_follow_up' };
  const truncated = endpoint.entry === 'inclusion' && inclusion > 0 ? inclusion : null;
  if (truncated !== null && day <= truncated) return { excluded: 'before_inclusion' };
  const landmark = dayOf(endpoint.landmarkMonths);
  if (landmark !== null && day <= landmark) return { excluded: 'before_landmark' };
  const entry = landmark === null ? truncated : Math.max(landmark, truncated ?? 0);
  const horizon = dayOf(endpoint.horizonMonths);
  if (horizon === null || day <= horizon) return { excluded: null, entry, day, kind };
  if (entry !== null && horizon <= entry) return { excluded: 'before_inclusion' };
  return { excluded: null, entry, day: horizon, kind: null };
}

/** The day from which an endpoint counts; `null` when it did not happen or is not known. */
export function originDay(record: PatientRecord, { origin }: EndpointDefinition): number | null {
  if (!('number' in origin)) return deriveAnchors(record)[origin.event];
  const { treatment_line, treatment_free_attempt } = record.rows;
  if (origin.event === 'line_start' || origin.event === 'line_stop') {
    const line = treatment_line.find(({ line_number }) => line_number === origin.number);
    return (origin.event === 'line_start' ? line?.start_day : line?.stop_day) ?? null;
  }
  const attempt = treatment_free_attempt.find(({ attempt_number }) => attempt_number === origin.number);
  return (origin.event === 'stop' ? attempt?.stop_day : attempt?.restart_day) ?? null;
}

function recordedDay(
  record: PatientRecord,
  { origin }: EndpointDefinition,
  event: RecordedEvent,
  from: number,
): number | null {
  const { patient, rows } = record;
  const number = 'number' in origin ? origin.number : 0;
  const earliest = (days: readonly (number | null)[]) => {
    const known = days.filter((day) => day !== null);
    return known.length === 0 ? null : Math.min(...known) - from;
  };
  switch (event.kind) {
    case 'death':
      return patient.vital_status === 'dead' ? patient.last_contact_day - from : null;
    case 'progression':
      return earliest(
        rows.phase_event.filter(({ event: kind }) => kind !== 'loss_of_chr').map(({ day }) => day),
      );
    case 'response': {
      const day = firstDayOf(record, event.depth);
      return day === null ? null : day - from;
    }
    case 'sustained_response':
      return earliest([sustainedResponseDay(record)]);
    case 'stop':
      return earliest(rows.treatment_free_attempt.map(({ stop_day }) => stop_day));
    case 'first_tki_end':
      return earliest([tkiLines(record)[0]?.endDay ?? null]);
    case 'restart':
      return earliest([
        ...rows.treatment_free_attempt.flatMap(({ attempt_number, restart_day, stop_day }) =>
          attempt_number === number ? [restart_day] : attempt_number > number ? [stop_day] : [],
        ),
        ...tkiLines(record).flatMap(({ line }) => (line.start_day > from ? [line.start_day] : [])),
      ]);
    case 'line_end': {
      const line = rows.treatment_line.find(({ line_number }) => line_number === number);
      if (line === undefined) return null;
      const reason = line.stop_day === null ? 'unknown' : (line.stop_reason ?? 'unknown');
      if (!event.reasons.includes(reason)) return null;
      if (line.stop_day !== null) return line.stop_day - from;
      // A line without an end is over when the next one begins; why is not known.
      return earliest(
        rows.treatment_line
          .filter(({ line_number }) => line_number > number)
          .map(({ start_day }) => start_day),
      );
    }
  }
}

/** The tests of one day together: the highest value, 0 when no transcript was found; and whether one is above the limit. */
interface Test {
  readonly day: number;
  readonly percent: number;
  readonly lost: boolean;
}

/** Days after the origin with a test that tells, ascending. */
export function testDays(record: PatientRecord, endpoint: EndpointDefinition): readonly number[] {
  const origin = originDay(record, endpoint);
  return origin === null
    ? []
    : readTests(record, endpoint, origin).flatMap(({ day }) => (day > 0 ? [day] : []));
}

function readTests(record: PatientRecord, endpoint: EndpointDefinition, origin: number): readonly Test[] {
  const rule = sampleEventOf(endpoint);
  const readings = awaitsResponse(endpoint)
    ? classedReadings(record)
    : rule?.kind === 'failure'
      ? failureReadings(record)
      : lossReadings(record, rule);
  const byDay = new Map<number, Test>();
  for (const { day, percent, lost } of readings) {
    const known = byDay.get(day);
    byDay.set(day, {
      day: day - origin,
      percent: Math.max(percent, known?.percent ?? 0),
      lost: lost || (known?.lost ?? false),
    });
  }
  return [...byDay.values()].toSorted((a, b) => a.day - b.day);
}

const classedReadings = (record: PatientRecord): readonly Test[] =>
  (evaluableSamples(record) ?? []).map(({ day, bcrAbl1IsPercent }) => ({
    day,
    percent: bcrAbl1IsPercent,
    lost: false,
  }));

function lossReadings(record: PatientRecord, rule: SampleEvent | null): readonly Test[] {
  const deep = rule?.kind === 'loss_of_response' && rule.depth === 'MR4';
  const limit = depthLimitsPercent[deep ? 'MR4' : 'MMR'];
  return record.rows.molecular.flatMap((row) => {
    const sample = sampleOfRow(row);
    if ((deep ? sampleReading(sample) : mmrReading(sample)) === null) return [];
    const percent = row.detected ? (row.bcr_abl1_is_pct ?? 0) : 0;
    return [{ day: row.day, percent, lost: percent > limit }];
  });
}

function failureReadings(record: PatientRecord): readonly Test[] {
  const { first_mmr: firstMmr, first_tki: start } = deriveAnchors(record);
  const until = decisionDay(record);
  return (evaluableSamples(record) ?? []).map(({ day, bcrAbl1IsPercent: percent }) => {
    const judged =
      (firstMmr !== null && day > firstMmr) ||
      (start !== null && monthsFromDays(day - start) >= anyTimeFromMonth);
    return {
      day,
      percent,
      lost: judged && day <= until && percent > eln2020.anyTime.limits.failureAbovePercent,
    };
  });
}

function firstLoss(tests: readonly Test[], rule: SampleEvent): number | null {
  const found = tests.find((test, index) => {
    const next = tests[index + 1];
    if (rule.kind === 'stim_recurrence')
      return test.lost || (test.percent > 0 && next !== undefined && next.percent >= stimRise * test.percent);
    return test.lost && (rule.kind === 'failure' || rule.tests === 1 || next?.lost === true);
  });
  return found?.day ?? null;
}
