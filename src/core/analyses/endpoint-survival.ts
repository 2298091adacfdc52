import { daysPerMonth } from '@core/domain/calendar';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { awaitsResponse, endingEvents, hasIncidence } from '@core/endpoint/endpoint-definition';
import type { ExclusionReason } from '@core/endpoint/endpoint-exit';
import {
  aalenJohansen,
  type CompetingInput,
  type IncidenceCurves,
} from '@core/statistics/survival/aalen-johansen';
import { criticalValue, type IntervalScale } from '@core/statistics/survival/confidence-limits';
import type { Estimate } from '@core/statistics/survival/estimate';
import { medianFollowUp } from '@core/statistics/survival/follow-up';
import { type GrayTest, grayTest } from '@core/statistics/survival/gray-test';
import {
  type IncidenceEstimate,
  type IncidencePoint,
  incidenceAt,
} from '@core/statistics/survival/incidence-at';
import { kaplanMeier, type SurvivalCurve } from '@core/statistics/survival/kaplan-meier';
import { type LogRankResult, logRank } from '@core/statistics/survival/log-rank';
import { type RestrictedMean, restrictedMean } from '@core/statistics/survival/restricted-mean';
import {
  type RestrictedMeanContrast,
  restrictedMeanContrast,
} from '@core/statistics/survival/restricted-mean-contrast';
import { type SurvivalPoint, survivalAt } from '@core/statistics/survival/survival-at';
import type { Grouping, SurvivalInput } from '@core/statistics/survival/survival-input';
import { medianSurvival } from '@core/statistics/survival/survival-quantile';
import { byCohorts, type CurveSplit, levelsOf } from './group-variable';

/** Patients who left the follow-up of an endpoint on one day in one way. */
export interface EndpointRow {
  /** `null`: the group is not known. */
  readonly level: string | null;
  /** At risk after this day since the origin; `null`: from the origin on. */
  readonly entry: number | null;
  readonly day: number;
  /** Position in `endingEvents`; `null`: censored. */
  readonly kind: number | null;
  readonly patients: number;
}

/** The smallest table that the curves can be computed from. */
export interface EndpointTable {
  readonly endpoint: EndpointDefinition;
  readonly groupBy: CurveSplit | null;
  /** The names of the cohorts, in their order, when they are the groups. */
  readonly names?: readonly string[];
  /** Patients in more than one of these cohorts, each on several curves. */
  readonly shared?: number;
  /** Analysed patients whom the registry included after the origin; none when left out. */
  readonly includedLater?: number;
  readonly rows: readonly EndpointRow[];
  readonly excluded: readonly { readonly reason: ExclusionReason; readonly patients: number }[];
}

export interface EndpointOptions {
  readonly interval: IntervalScale;
  /** Confidence level in (0, 1). */
  readonly level: number;
}

export interface EndpointCurve {
  /** A level of the group variable, or `all`. */
  readonly level: string;
  readonly patients: number;
  /** Of each kind of `endingEvents`, in its order. */
  readonly events: readonly number[];
  readonly censored: number;
  /** Free of the event and of every competing one: Kaplan-Meier. */
  readonly eventFree: SurvivalCurve;
  /** Cause 1 is the event, the next ones the competing events in their order; `null` unless `hasIncidence`. */
  readonly incidence: IncidenceCurves | null;
  /** In days, of `eventFree`. */
  readonly median: Estimate;
  /** In days, by reverse Kaplan-Meier. */
  readonly followUp: Estimate;
  readonly landmarks: readonly SurvivalPoint[];
  readonly incidenceLandmarks: readonly IncidencePoint[];
  /** Days by which half of all patients have had each cause, cause 1 first; `null` where it is fewer. */
  readonly halfBy: readonly (number | null)[];
  /** Of `eventFree`, in days, up to `restrictedMonths`; not estimated when entry is delayed. */
  readonly restrictedMean: RestrictedMean | null;
}

/** A probability of a group less that of the first one, on the plain scale. */
export interface LandmarkDifference {
  readonly month: number;
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface EndpointContrast {
  /** Compared with the first curve. */
  readonly level: string;
  /** Of `eventFree`. */
  readonly landmarks: readonly LandmarkDifference[];
  /** Of the cumulative incidence of each cause, cause 1 first; empty without one. */
  readonly incidences: readonly (readonly LandmarkDifference[])[];
  readonly restrictedMean: RestrictedMeanContrast | null;
}

export interface EndpointSurvival {
  readonly endpoint: EndpointDefinition;
  readonly groupBy: CurveSplit | null;
  /** Patients on more than one curve: then the curves are not independent, and nothing is compared. */
  readonly shared: number;
  readonly options: EndpointOptions;
  readonly curves: readonly EndpointCurve[];
  readonly analysed: number;
  /** Analysed patients whose group is not known: on no curve, in no test. */
  readonly groupUnknown: number;
  /** Analysed patients whom the registry included after the origin: who left before that is not seen. */
  readonly includedLater: number;
  readonly excluded: EndpointTable['excluded'];
  readonly contrasts: readonly EndpointContrast[];
  /** Of `eventFree`; `null` without groups. */
  readonly logRank: LogRankResult | null;
  /** One per cause; `null` without groups or competing events, and where some patients enter late. */
  readonly gray: readonly GrayTest[] | null;
}

/** Months after the origin at which the curves are read: those that papers print. */
export const monthsOf = (endpoint: EndpointDefinition): readonly number[] =>
  awaitsResponse(endpoint) ? [3, 6, 12, 18, 24, 36, 48, 60] : [6, 12, 24, 36, 60];
/** Month up to which the means are restricted. */
export const restrictedMonths = 36;

/** The levels that have a curve, in the order in which they are drawn. */
export const curveLevels = ({ groupBy, names = [], rows }: EndpointTable): readonly string[] =>
  (groupBy === byCohorts ? names : levelsOf(groupBy)).filter((level) =>
    rows.some((row) => row.level === level),
  );

/**
 * The curves of an endpoint, per group: event-free survival, and cumulative incidences where events compete or a response is
 * waited for; with nothing competing they are 1 less event-free survival.
 *
 * Cumulative incidences and event-free survival add up to 1 at every time. Groups in the order of `groupLevels`; a level
 * that nobody has is left out. Nobody analysed: no curve. With late entry (left truncation) probabilities are those of
 * who is observed from the origin, estimated from the risk sets of who entered; few at risk early make them unstable.
 */
export function endpointSurvival(table: EndpointTable, options: EndpointOptions): EndpointSurvival {
  const { endpoint, groupBy, rows } = table;
  const { shared = 0, includedLater = 0 } = table;
  const levels = curveLevels(table);
  const curves = levels.map((level) =>
    curveOf(
      level,
      rows.filter((row) => row.level === level),
      endpoint,
      options,
    ),
  );
  const known = rows.filter(({ level }) => level !== null && levels.includes(level));
  const [first, ...others] = curves;
  return Object.freeze({
    endpoint,
    groupBy,
    shared,
    options,
    curves,
    analysed: patientsOf(rows),
    groupUnknown: patientsOf(rows) - patientsOf(known),
    includedLater,
    excluded: table.excluded,
    contrasts:
      first === undefined || shared > 0
        ? []
        : others.map((other) => contrast(first, other, { endpoint, level: options.level })),
    ...(groupBy === null || levels.length === 0 || shared > 0
      ? { logRank: null, gray: null }
      : testsOf(known, levels, endpoint)),
  });
}

/** Whether the curves differ: of everybody on one of them. */
function testsOf(
  known: readonly EndpointRow[],
  levels: readonly string[],
  endpoint: EndpointDefinition,
): Pick<EndpointSurvival, 'logRank' | 'gray'> {
  const group: Grouping = {
    index: Int32Array.from(known, ({ level }) => levels.indexOf(level ?? '')),
    count: levels.length,
  };
  const competing = competingInput(known, endpoint);
  const isCompared = levels.length > 1 && endpoint.competing.length > 0 && competing.entry === undefined;
  return {
    logRank: logRank(anyEvent(competing), group),
    gray: isCompared ? grayTest(competing, 1 + endpoint.competing.length, group) : null,
  };
}

const patientsOf = (rows: readonly EndpointRow[]): number =>
  rows.reduce((sum, { patients }) => sum + patients, 0);

/** The cause of an exit: 0 censored, 1 the event of whatever kind, the next ones the competing events in their order. */
export const causeOf = ({ event }: EndpointDefinition, kind: number | null): number =>
  kind === null ? 0 : Math.max(1, kind - event.length + 2);

/**
 * Cause 1 for every kind of the event, then one cause per competing event. The entry is left out where all enter on one
 * day: the risk sets are the same without it.
 */
function competingInput(
  rows: readonly Omit<EndpointRow, 'level'>[],
  endpoint: EndpointDefinition,
): CompetingInput {
  const time = new Float64Array(rows.length);
  const cause = new Uint8Array(rows.length);
  const weight = new Float64Array(rows.length);
  // At risk from the origin on, its own day included.
  const entry = new Float64Array(rows.length);
  let i = 0;
  for (const row of rows) {
    time[i] = row.day;
    cause[i] = causeOf(endpoint, row.kind);
    weight[i] = row.patients;
    entry[i] = row.entry ?? -1;
    i += 1;
  }
  return entry.every((day) => day === entry[0]) ? { time, cause, weight } : { time, cause, weight, entry };
}

function anyEvent({ time, cause, weight, entry }: CompetingInput): SurvivalInput {
  const event = new Uint8Array(cause.length);
  for (let i = 0; i < event.length; i++) event[i] = (cause[i] as number) > 0 ? 1 : 0;
  return { time, weight, entry, event };
}

function curveOf(
  level: string,
  rows: readonly EndpointRow[],
  endpoint: EndpointDefinition,
  options: EndpointOptions,
): EndpointCurve {
  const competing = competingInput(rows, endpoint);
  const any = anyEvent(competing);
  const eventFree = kaplanMeier(any, options);
  const days = monthsOf(endpoint).map((month) => month * daysPerMonth);
  const incidence = hasIncidence(endpoint)
    ? aalenJohansen(competing, 1 + endpoint.competing.length, options)
    : null;
  return Object.freeze({
    level,
    patients: patientsOf(rows),
    events: endingEvents(endpoint).map((_, kind) => patientsOf(rows.filter((row) => row.kind === kind))),
    censored: patientsOf(rows.filter((row) => row.kind === null)),
    eventFree,
    incidence,
    median: medianSurvival(eventFree),
    followUp: medianFollowUp(any, options),
    landmarks: survivalAt(eventFree, days),
    incidenceLandmarks: incidence === null ? [] : incidenceAt(incidence, days),
    halfBy: (incidence?.causes ?? []).map(({ probability }) => {
      const at = probability.findIndex((share) => share >= 0.5);
      return at === -1 ? null : (incidence?.time[at] ?? null);
    }),
    restrictedMean: rows.some(({ entry }) => entry !== null)
      ? null
      : restrictedMean(eventFree, restrictedMonths * daysPerMonth),
  });
}

/**
 * One number of a curve of `endpointSurvival`, without the rest of it: at one of `monthsOf`, the incidence of the event where
 * there are incidences, else the share free of any. Nobody: `null`.
 *
 * @throws RangeError at any other month
 */
export function endpointAt(
  endpoint: EndpointDefinition,
  rows: readonly Omit<EndpointRow, 'level'>[],
  month: number,
  options: EndpointOptions,
): SurvivalPoint | IncidenceEstimate | null {
  const place = monthsOf(endpoint).indexOf(month);
  if (place === -1) throw new RangeError(`not read at month ${month}`);
  if (rows.length === 0) return null;
  const competing = competingInput(rows, endpoint);
  const days = monthsOf(endpoint).map((one) => one * daysPerMonth);
  if (!hasIncidence(endpoint)) {
    return survivalAt(kaplanMeier(anyEvent(competing), options), days)[place] ?? null;
  }
  const curves = aalenJohansen(competing, 1 + endpoint.competing.length, options);
  return incidenceAt(curves, days)[place]?.causes[0] ?? null;
}

function contrast(
  first: EndpointCurve,
  other: EndpointCurve,
  { endpoint, level }: { readonly endpoint: EndpointDefinition; readonly level: number },
): EndpointContrast {
  const differences = (of: (curve: EndpointCurve, at: number) => EstimateWithError | undefined) =>
    monthsOf(endpoint).map((month, at) => difference(month, of(first, at), of(other, at), level));
  return Object.freeze({
    level: other.level,
    landmarks: differences(({ landmarks }, at) => landmarks[at]),
    incidences: first.halfBy.map((_, cause) =>
      differences(({ incidenceLandmarks }, at) => incidenceLandmarks[at]?.causes[cause]),
    ),
    restrictedMean:
      first.restrictedMean === null || other.restrictedMean === null
        ? null
        : restrictedMeanContrast(first.restrictedMean, other.restrictedMean, level),
  });
}

interface EstimateWithError {
  readonly estimate: number | null;
  readonly standardError: number | null;
}

function difference(
  month: number,
  one: EstimateWithError | undefined,
  two: EstimateWithError | undefined,
  level: number,
): LandmarkDifference {
  const estimate = one?.estimate == null || two?.estimate == null ? null : two.estimate - one.estimate;
  const error =
    one?.standardError == null || two?.standardError == null
      ? null
      : Math.hypot(one.standardError, two.standardError);
  const bound = (sign: -1 | 1) =>
    estimate === null || error === null ? null : estimate + sign * criticalValue(level) * error;
  return { month, estimate, lower: bound(-1), upper: bound(1) };
}
