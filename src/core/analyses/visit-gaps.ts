import { daysPerMonth, monthsFromDays } from '@core/domain/calendar';
import { type EndpointDefinition, endingEvents, isSeenAtVisits } from '@core/endpoint/endpoint-definition';
import { quantileOfSorted } from '@core/statistics/descriptive/quantile';
import { turnbull } from '@core/statistics/survival/turnbull';

/** Patients whose event came after one day and by another, in days since the origin. */
export interface VisitInterval {
  /** Last day on which the event is known not to have come. */
  readonly lower: number;
  /** Day on which it was seen; `null`: not seen. The same as `lower` for an event whose day is recorded. */
  readonly upper: number | null;
  /** Whether the event is one that visits show: it came before the day on which it was seen. */
  readonly seen: boolean;
  readonly patients: number;
}

/** Event-free survival at a month as the visits allow it: had every event come as early, or as late, as it could have. */
export interface IntervalReading {
  readonly month: number;
  readonly earliest: number;
  readonly latest: number;
}

export interface VisitGaps {
  /** Events that visits show. */
  readonly events: number;
  /** Days between the last visit without the event and the first one with it. `null` without such an event. */
  readonly gap: { readonly first: number; readonly median: number; readonly third: number } | null;
  /** The same gaps counted by whole months, without a hole up to the last one that is open to the right. */
  readonly bins: readonly GapBin[];
  /** Turnbull's estimate; empty where there are more than `mostIntervals` different ones, or it did not converge. `null`: not asked. */
  readonly curve: readonly IntervalReading[] | null;
}

/** Events whose gap is at least `fromMonth` long and shorter than `toMonth` (`null`: no limit). */
export interface GapBin {
  readonly fromMonth: number;
  readonly toMonth: number | null;
  readonly events: number;
}

/** Gaps from this month on are counted together. */
const longestGapMonths = 12;

/** Different intervals beyond which the estimate takes too long to wait for. */
export const mostIntervals = 5000;

/**
 * Whether the visits of an endpoint leave open when its event came, and Turnbull's estimate can say so: it has an event that
 * visits show, everybody is observed from the origin, and follow-up ends at the last sample.
 */
export const leavesDatesOpen = (endpoint: EndpointDefinition): boolean =>
  endpoint.followUp === 'last_sample' &&
  endpoint.entry === 'none' &&
  endpoint.landmarkMonths === null &&
  endingEvents(endpoint).some(isSeenAtVisits);

/**
 * How far the days of the events could shift, and event-free survival by Turnbull's estimate, which needs no days: it takes
 * each event between the two visits. Kaplan-Meier takes it at the second of them, so that it lies at the late edge.
 *
 * @see Turnbull 1976, doi:10.1111/j.2517-6161.1976.tb01597.x
 */
export function visitGaps(intervals: readonly VisitInterval[]): VisitGaps {
  return Object.freeze({
    ...eventGaps(intervals),
    curve: intervals.length > mostIntervals ? [] : curveOf(intervals),
  });
}

/** The same without Turnbull's estimate, which takes its time and is of event-free survival alone. */
export function eventGaps(intervals: readonly VisitInterval[]): VisitGaps {
  const gaps = intervals
    .flatMap(({ seen, lower, upper, patients }) =>
      seen && upper !== null ? Array.from({ length: patients }, () => upper - lower) : [],
    )
    .toSorted((a, b) => a - b);
  const at = (share: number) => quantileOfSorted(gaps, share, 7) ?? Number.NaN;
  return Object.freeze({
    events: gaps.length,
    gap: gaps.length === 0 ? null : { first: at(0.25), median: at(0.5), third: at(0.75) },
    bins: binsOf(gaps),
    curve: null,
  });
}

function binsOf(gaps: readonly number[]): readonly GapBin[] {
  const months = gaps.map((days) => Math.min(longestGapMonths, Math.floor(monthsFromDays(days))));
  const last = Math.max(-1, ...new Set(months));
  return Array.from({ length: last + 1 }, (_, month) => ({
    fromMonth: month,
    toMonth: month === longestGapMonths ? null : month + 1,
    events: months.filter((one) => one === month).length,
  }));
}

const censoredOf = (intervals: readonly VisitInterval[]) => ({
  lower: intervals.map(({ lower }) => lower),
  upper: intervals.map(({ upper }) => upper ?? Number.POSITIVE_INFINITY),
  weight: intervals.map(({ patients }) => patients),
});

/** Patients beyond which resampling takes too long to wait for, and the resamples. */
export const mostResampled = 3000;
export const resamples = 200;

/**
 * What a bootstrap of Turnbull's curve is asked with, at the days of the curve; always from the same seed, so that the same
 * cohort has the same band. `null` without a curve, and beyond `mostResampled` patients.
 */
export function turnbullResampling(intervals: readonly VisitInterval[], { curve }: Pick<VisitGaps, 'curve'>) {
  const patients = intervals.reduce((sum, one) => sum + one.patients, 0);
  if (curve === null || curve.length === 0 || patients > mostResampled) return null;
  return {
    censored: censoredOf(intervals),
    times: curve.map(({ month }) => month * daysPerMonth),
    seed: 20261126,
    replicates: resamples,
  };
}

function curveOf(intervals: readonly VisitInterval[]): readonly IntervalReading[] {
  const fit = turnbull(censoredOf(intervals));
  if (fit.outcome === 'not-converged') return [];
  const last = Math.max(0, ...intervals.map(({ lower, upper }) => upper ?? lower));
  const days = [...new Set([0, ...fit.lower, ...fit.upper, last])]
    .filter((day) => day <= last)
    .toSorted((a, b) => a - b);
  return days.map((day) => ({
    month: day / daysPerMonth,
    earliest: survivalAfter(fit, (place) => (fit.lower[place] as number) <= day && day > 0),
    latest: survivalAfter(fit, (place) => (fit.upper[place] as number) <= day),
  }));
}

/** What is left once the mass of some intervals has come; the mass beyond the last visit stays. */
function survivalAfter(
  { mass, upper }: Pick<ReturnType<typeof turnbull>, 'mass' | 'upper'>,
  hasCome: (place: number) => boolean,
): number {
  return mass.reduce(
    (left, one, place) => (Number.isFinite(upper[place]) && hasCome(place) ? left - one : left),
    1,
  );
}
