import {
  type CurrentMonths,
  type DepthExclusion,
  type DepthState,
  depthStates,
} from '@core/cohort/depth-course';
import { daysFromMonths, monthsFromDays } from '@core/domain/calendar';
import {
  occupationAt,
  type StateOccupation,
  stateOccupation,
} from '@core/statistics/survival/state-occupation';
import type { StateEstimate } from '@core/statistics/survival/state-probability';

/** Moves between the states of `depthStates`, by their places there, in days since the first TKI. */
export interface DepthMoves {
  readonly currentMonths: CurrentMonths;
  readonly moves: readonly {
    readonly day: number;
    /** -1 where observation begins. */
    readonly from: number;
    /** -1 where observation ends. */
    readonly to: number;
    readonly patients: number;
  }[];
  readonly excluded: readonly { readonly reason: DepthExclusion; readonly patients: number }[];
}

/** The shares of the states at a month; they add up to 1. */
export interface DepthReading {
  readonly month: number;
  readonly shares: Readonly<Record<DepthState, number>>;
  /** Alive and under observation at the month. */
  readonly followed: number;
}

/** The same with intervals, for the table. */
export interface DepthLandmark {
  readonly month: number;
  readonly followed: number;
  readonly states: Readonly<Record<DepthState, StateEstimate>>;
}

export interface DepthOccupation {
  readonly method: string;
  readonly currentMonths: CurrentMonths;
  readonly patients: number;
  readonly excluded: DepthMoves['excluded'];
  /** Every whole month, up to the last at which `fewFollowed` patients are followed, at most `mostMonths`. */
  readonly readings: readonly DepthReading[];
  readonly landmarks: readonly DepthLandmark[];
}

/** With fewer patients than this the shares are those of single patients: the picture ends. */
export const fewFollowed = 10;

/** The last month of the picture. */
export const mostMonths = 180;

const landmarkMonths = [0, 3, 6, 12, 18, 24, 36, 48, 60, 84, 120, 180] as const;

/**
 * Current depth of response: the share of the treated patients in each state by month since the first TKI.
 *
 * Who is lost to follow-up is censored at the last contact; the shares are Aalen-Johansen's, which are those of all patients if
 * who is lost goes on like who is not.
 */
export function depthOccupation({ moves, currentMonths, excluded }: DepthMoves): DepthOccupation {
  const fit = stateOccupation(
    {
      time: moves.map(({ day }) => day),
      from: moves.map(({ from }) => from),
      to: moves.map(({ to }) => to),
      count: moves.map(({ patients }) => patients),
    },
    depthStates.length,
  );
  const followed = followedAt(moves);
  const end = Math.min(mostMonths, Math.floor(monthsFromDays(fit.time.at(-1) ?? -1)));
  const readings = Array.from({ length: Math.max(0, end + 1) }, (_, month) => ({
    month,
    shares: sharesAt(fit, daysFromMonths(month)),
    followed: followed(daysFromMonths(month)),
  }));
  const last = readings.findLastIndex((reading) => reading.followed >= fewFollowed);
  const shown = readings.slice(0, last < 0 && readings.length > 0 ? 1 : last + 1);
  const months = landmarkMonths.filter((month) => month <= (shown.at(-1)?.month ?? -1));
  const days = months.map(daysFromMonths);
  const estimates = depthStates.map((_, state) => occupationAt(fit, state, days));
  return Object.freeze({
    method: fit.method,
    currentMonths,
    patients: fit.n,
    excluded,
    readings: Object.freeze(shown),
    landmarks: Object.freeze(
      months.map((month, at) => ({
        month,
        followed: shown[month]?.followed ?? 0,
        states: ofStates((state) => estimates[state]?.[at] as StateEstimate),
      })),
    ),
  });
}

const ofStates = <Value>(value: (state: number) => Value): Record<DepthState, Value> =>
  Object.fromEntries(depthStates.map((state, place) => [state, value(place)])) as Record<DepthState, Value>;

function sharesAt(fit: StateOccupation, day: number): Record<DepthState, number> {
  const row = fit.time.findLastIndex((time) => time <= day);
  return ofStates((state) => fit.probability[state]?.[row] ?? 0);
}

/** Alive and under observation on a day, its own ends included. */
function followedAt(moves: DepthMoves['moves']): (day: number) => number {
  const dead = depthStates.indexOf('dead');
  const changes = moves
    .flatMap(({ day, from, to, patients }) => {
      if (from < 0) return [{ day, by: patients }];
      return to < 0 || to === dead ? [{ day, by: -patients }] : [];
    })
    .toSorted((a, b) => a.day - b.day);
  return (day) => changes.reduce((sum, change) => (change.day <= day ? sum + change.by : sum), 0);
}
