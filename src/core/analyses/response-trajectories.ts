import { longestJoinedMonths } from '@core/cohort/patient-timeline';

/** One sample of a trajectory: its value or, undetected, the limit under which it lies, in percent of the IS. */
export interface TrajectorySample {
  readonly month: number;
  readonly percent: number;
  readonly detected: boolean;
}

/** The samples of one patient since an origin, in the order of time. */
export interface Trajectory {
  readonly patientKey: number;
  /** Level of the group variable; `all` without groups. */
  readonly level: string;
  readonly samples: readonly TrajectorySample[];
}

/** Some of the patients of the curves. */
export interface Trajectories {
  readonly patients: readonly Trajectory[];
  /** How many there are to choose from. */
  readonly eligible: number;
}

/** More trajectories than this hide each other: a sample of so many patients is drawn, the same for the same cohort. */
export const mostTrajectories = 150;

/**
 * The patients who stand for the others, ascending: those whose keys, mixed in a fixed way, come first. Neither the first of
 * the files nor others at the next look.
 *
 * @param keys  of the patients to choose from, below 2^21
 */
export function sampledKeys(keys: Uint32Array, most: number = mostTrajectories): readonly number[] {
  const mixed = (key: number) => Math.imul(key, 2654435761) >>> 0;
  // Of a million only those need sorting that can come first: four times as many as are wanted, as good as surely.
  const likely = keys.filter((key) => mixed(key) < (2 ** 32 * 4 * most) / keys.length);
  const sorted = Float64Array.from(likely.length < most ? keys : likely, (key) => mixed(key) * 2 ** 21 + key);
  return Array.from(sorted.sort().subarray(0, most), (one) => one % 2 ** 21).sort((a, b) => a - b);
}

/**
 * Runs of detected samples that a line may join, as in the course of one patient: a run ends where more than
 * `longestJoinedMonths` pass, and at an undetected sample, over which no straight line is true. Runs of one are kept.
 */
export function trajectoryRuns(samples: readonly TrajectorySample[]): readonly TrajectorySample[][] {
  const runs: TrajectorySample[][] = [];
  let open: TrajectorySample[] = [];
  for (const sample of samples) {
    const before = open.at(-1);
    const isJoined =
      sample.detected && before !== undefined && sample.month - before.month <= longestJoinedMonths;
    if (!isJoined) open = [];
    if (!sample.detected) continue;
    if (open.length === 0) runs.push(open);
    open.push(sample);
  }
  return runs;
}
