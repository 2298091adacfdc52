import type { AfterStop, StopState } from '@core/cohort/after-stop';

/** Patients after their first stop, some of how many. */
export interface Swimmers {
  readonly patients: readonly AfterStop[];
  readonly eligible: number;
}

/** A stretch of time in one state; `unknown` before the first test and after the last one. */
export interface SwimmerStretch {
  readonly fromDay: number;
  readonly toDay: number;
  readonly state: StopState | 'unknown';
}

/** One patient as a lane of the picture. Days since the stop. */
export interface SwimmerLane {
  readonly endDay: number;
  readonly restartDay: number | null;
  /** First test above 0.1 % IS, whatever is taken; and the first one after it that is not. */
  readonly lossDay: number | null;
  readonly regainedDay: number | null;
  readonly stretches: readonly SwimmerStretch[];
  readonly tests: number;
  /** Free of treatment to the end and, by at least one test, of any loss: without a test it is not known. */
  readonly remains: boolean;
}

/** More lanes than this are a curtain: a sample of so many patients is drawn, the same for the same cohort. */
export const mostSwimmers = 60;

/**
 * The lanes of a swimmer plot, the longest time without treatment first. A state lasts from its test to the next one, which
 * is known only of the days of the tests.
 */
export function swimmerLanes({ patients }: Swimmers): readonly SwimmerLane[] {
  const free = ({ restartDay, endDay }: AfterStop) => restartDay ?? endDay;
  return patients.toSorted((a, b) => free(b) - free(a) || b.endDay - a.endDay).map(laneOf);
}

function laneOf({ endDay, restartDay, tests }: AfterStop): SwimmerLane {
  const lossDay = tests.find(({ state }) => state === 'lost')?.day ?? null;
  const regained = tests.find(({ day, state }) => lossDay !== null && day > lossDay && state !== 'lost');
  const first = tests[0]?.day ?? endDay;
  const last = tests.at(-1)?.day ?? endDay;
  const between = tests
    .slice(0, -1)
    .map(({ day, state }, at): SwimmerStretch => ({ fromDay: day, toDay: tests[at + 1]?.day ?? day, state }));
  const joined: SwimmerStretch[] = [];
  for (const stretch of between) {
    const before = joined.at(-1);
    if (before?.state === stretch.state) joined[joined.length - 1] = { ...before, toDay: stretch.toDay };
    else joined.push(stretch);
  }
  const all: readonly SwimmerStretch[] = [
    { fromDay: 0, toDay: first, state: 'unknown' },
    ...joined,
    { fromDay: last, toDay: endDay, state: 'unknown' },
  ];
  return {
    endDay,
    restartDay,
    lossDay,
    regainedDay: regained?.day ?? null,
    stretches: all.filter(({ fromDay, toDay }) => toDay > fromDay),
    tests: tests.length,
    remains: restartDay === null && lossDay === null && tests.length > 0,
  };
}
