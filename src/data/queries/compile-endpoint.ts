import { anyTimeFromMonth } from '@core/cohort/mmr-course';
import { daysPerMonth } from '@core/domain/calendar';
import { minimumControlCopies } from '@core/domain/evaluable-sample';
import { eln2020 } from '@core/domain/guideline';
import { depthLimitsPercent } from '@core/domain/response-depth';
import { atypicalTranscripts } from '@core/domain/transcript';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import {
  awaitsResponse,
  type EndpointDefinition,
  type EndpointEvent,
  endingEvents,
  isSampleEvent,
  needsSamples,
  type ReachedDepth,
  type RecordedEvent,
  type SampleEvent,
  sampleEventOf,
} from '@core/endpoint/endpoint-definition';
import { dayOf, stimRise, tableOfEvent } from '@core/endpoint/endpoint-exit';
import { ofPatientsSql, type PatientKeys } from './derived/curve-origin-sql';
import { isReadSql, showsMmrSql } from './derived/response-sql';
import { literal, real } from './sql-text';

/**
 * The slots of `endpoint-exits.sql` that an endpoint fills. Its numbers and codes are bounded and checked by the reader
 * of endpoints, so they are written, not bound.
 *
 * @param keys  the patients whose rows are read: all of them, or a range that the cohort is no larger than
 *
 * @see core/endpoint/endpoint-exit.ts, the twin in memory
 */
export function compileEndpoint(
  endpoint: EndpointDefinition,
  keys: PatientKeys | null = null,
): Readonly<Record<string, string>> {
  const ending = endingEvents(endpoint);
  const among = keys === null ? 'true' : ofPatientsSql(keys);
  const rule = sampleEventOf(endpoint);
  const number = 'number' in endpoint.origin ? endpoint.origin.number : 0;
  const recorded = [
    ...ending.map((event, kind) => ({ event, kind: String(kind) })),
    ...endpoint.censoring.map((event) => ({ event, kind: 'null' })),
  ].flatMap(({ event, kind }) => (isSampleEvent(event) ? [] : [recordedSql(event, number, kind, among)]));
  const all: readonly EndpointEvent[] = [...ending, ...endpoint.censoring];
  const samples = needsSamples(endpoint);
  const { tells, lost, found, confirmed } = awaitsResponse(endpoint)
    ? classedSql(among)
    : sampleSql(rule, among);
  return {
    recorded: recorded.length === 0 ? nothingRecorded : recorded.join('\n  union all\n  '),
    among,
    read_samples: String(samples),
    needs_samples: String(samples),
    tells,
    lost,
    event_found: found,
    tests: confirmed ? 'sequence' : 'test',
    sample_kind: literal(rule === null ? 0 : ending.indexOf(rule)),
    follow_up: endpoint.followUp === 'last_sample' ? 'last_test_day' : 'contact_day',
    truncated: String(endpoint.entry === 'inclusion'),
    landmark: days(endpoint.landmarkMonths),
    horizon: days(endpoint.horizonMonths),
    off_scale: String(awaitsResponse(endpoint)),
    atypical_transcripts: literal(atypicalTranscripts),
    has_tables: hasTablesSql(all.map(({ kind }) => kind)),
  };
}

function hasTablesSql(kinds: readonly EndpointEvent['kind'][]): string {
  const needed = Object.entries(tableOfEvent).flatMap(([event, table]) =>
    kinds.some((kind) => kind === event) ? [table] : [],
  );
  if (needed.length === 0) return 'true';
  return `(select bool_and(present) from extract_table where list_contains(${literal(needed)}, name))`;
}

const nothingRecorded = 'select patient_key, null::integer as kind, zero as day from followed where false';

function days(months: number | null): string {
  const day = dayOf(months);
  return day === null ? 'null::integer' : literal(day);
}

/**
 * Rows of `patient_key`, `kind` and `day`, at most one per patient: the first day of an event. What is grouped or put in order
 * is asked `among` the patients only: the engine would go through everybody's rows first.
 */
function recordedSql(event: RecordedEvent, number: number, kind: string, among: string): string {
  const row = (day: string) => `select patient_key, ${kind}::integer as kind, ${day} as day`;
  switch (event.kind) {
    case 'death':
    case 'progression':
      return `${row(`${event.kind} - zero`)} from followed join patient_anchor using (patient_key)
    where ${event.kind} is not null`;
    case 'response':
      return `${row(`patient_anchor.${reachedDay[event.depth]} - zero`)} from followed join patient_anchor using (patient_key)
    where patient_anchor.${reachedDay[event.depth]} is not null`;
    case 'sustained_response':
      return `${row('sustained_deep_response_day - zero')} from followed join patient_fact using (patient_key)
    where sustained_deep_response_day is not null`;
    case 'stop':
      return `${row('min(stop_day) - zero')} from followed join treatment_free_attempt using (patient_key)
    where ${among} group by patient_key, zero`;
    case 'first_tki_end':
      return `${row('line.end_day - zero')} from followed join (
      select
        patient_key,
        least(stop_day, lead(start_day) over begun) as end_day,
        row_number() over begun as position
      from treatment_line where list_contains(${literal(tkiDrugs)}, drug::varchar) and ${among}
      window begun as (partition by patient_key order by start_day, line_number)
    ) as line using (patient_key)
    where position = 1 and end_day is not null`;
    case 'restart':
      return `${row('min(again.day - zero)')} from followed join (
      select patient_key, restart_day as day, false as after_stop
      from treatment_free_attempt where attempt_number = ${literal(number)} and restart_day is not null and ${among}
      union all
      select patient_key, stop_day, false from treatment_free_attempt where attempt_number > ${literal(number)} and ${among}
      union all
      select patient_key, start_day, true from treatment_line where list_contains(${literal(tkiDrugs)}, drug::varchar) and ${among}
    ) as again using (patient_key)
    where not after_stop or again.day > zero
    group by patient_key`;
    case 'line_end':
      return `${row('line.day - zero')} from followed join (
      select
        patient_key,
        coalesce(min(stop_day) filter (where line_number = ${literal(number)}),
          min(start_day) filter (where line_number > ${literal(number)})) as day,
        coalesce(min(stop_reason::varchar) filter (
          where line_number = ${literal(number)} and stop_day is not null), 'unknown') as reason
      from treatment_line where ${among} group by patient_key
    ) as line using (patient_key)
    where line.day is not null and list_contains(${literal(event.reasons)}, reason)`;
  }
}

/** First day of a depth, a column of `patient_anchor`. */
export const reachedDay = {
  MMR: 'first_mmr',
  MR4: 'first_mr4',
  'MR4.5': 'first_mr4_5',
  MR5: 'first_mr5',
} as const satisfies Readonly<Record<ReachedDepth, string>>;

interface SampleSql {
  /** Which samples count as tests, on a row of `molecular`. */
  readonly tells: string;
  readonly lost: string;
  /** On a test, and where it is to be `confirmed`, the one that follows it. */
  readonly found: string;
  readonly confirmed: boolean;
}

const above = (percent: number) => `(detected and bcr_abl1_is_pct > ${real(percent)})`;

/** `sampleReading(…)` of `core/domain/evaluable-sample.ts` is not null, on a row of `molecular`: the sample has a class then. */
const isEvaluableSql = `(
  on_international_scale and ${isReadSql} and (
    (detected and bcr_abl1_is_pct > 0)
    or (not detected and control_copies >= case control_gene ${Object.entries(minimumControlCopies)
      .flatMap(([gene, copies]) => (copies === null ? [] : [`when ${literal(gene)} then ${literal(copies)}`]))
      .join(' ')} end)
  )
)`;

function sampleSql(rule: SampleEvent | null, among: string): SampleSql {
  const mmr = { tells: showsMmrSql, lost: above(depthLimitsPercent.MMR) };
  switch (rule?.kind) {
    case undefined:
      return { ...mmr, found: 'false', confirmed: false };
    case 'stim_recurrence':
      return {
        ...mmr,
        found: `lost or (percent > 0 and next_percent >= ${literal(stimRise)} * percent)`,
        confirmed: true,
      };
    case 'loss_of_response': {
      const confirmed = rule.tests > 1;
      const found = confirmed ? 'lost and next_lost' : 'lost';
      if (rule.depth === 'MMR') return { ...mmr, found, confirmed };
      return { tells: isEvaluableSql, lost: above(depthLimitsPercent.MR4), found, confirmed };
    }
    case 'failure':
      return { tells: classed(among), lost: failedSql, found: 'lost', confirmed: false };
  }
}

const classed = (among: string) => `${isEvaluableSql} and patient_key not in (
      select patient_key from diagnosis
      where transcript is not null and list_contains(${literal(atypicalTranscripts)}, transcript::varchar) and ${among})`;

/** Samples that have a class: they say that a patient without the response was still followed. */
const classedSql = (among: string): SampleSql => ({
  tells: classed(among),
  lost: 'false',
  found: 'false',
  confirmed: false,
});

const failedSql = `(coalesce(molecular.day > first_mmr, false)
      or coalesce((molecular.day - first_tki) / ${literal(daysPerMonth)} >= ${literal(anyTimeFromMonth)}, false))
      and ${above(eln2020.anyTime.limits.failureAbovePercent)}
      and molecular.day <= decision_day`;
