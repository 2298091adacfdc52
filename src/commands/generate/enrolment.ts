import { dayAt, freezeTime } from './calendar';
import type { Centre } from './centres';
import type { RandomSource } from './random-source';

/** How one candidate meets the registry. */
export interface Enrolment {
  readonly centre: Centre;
  readonly diagnosisTime: number;
  /** Day of entry; above 0 for a patient diagnosed before the centre opened, who had to live until then. */
  readonly inclusionDay: number;
  /** Day of the data freeze, from diagnosis. */
  readonly freezeDay: number;
}

/** Relative number of candidates per calendar year of diagnosis, 2001 to 2025: centres recall recent patients first. */
const diagnosesPerYear = [
  13, 16, 20, 23, 26, 29, 32, 36, 40, 44, 58, 64, 96, 104, 108, 108, 106, 104, 102, 98, 98, 98, 98, 96, 92,
];

/** Draws centre, diagnosis and inclusion. A prevalent patient is included at a visit after the opening. */
export function enrol(
  centres: readonly Centre[],
  centreSizes: readonly number[],
  random: RandomSource,
): Enrolment {
  const diagnosisTime = 2001 + random.index(diagnosesPerYear) + random.uniform();
  const centre = centres[random.index(centreSizes)];
  if (!centre) throw new RangeError('no centre to draw from');
  const openingDay = dayAt(diagnosisTime, centre.opening);
  const delay =
    openingDay > 0
      ? openingDay + 30 + Math.floor(random.waiting(1 / 420))
      : random.chance(0.45)
        ? 0
        : Math.floor(random.waiting(1 / 25));
  return { centre, diagnosisTime, inclusionDay: delay, freezeDay: dayAt(diagnosisTime, freezeTime) };
}
