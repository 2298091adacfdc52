import { daysPerYear } from './calendar';
import type { Centre } from './centres';
import type { RandomSource } from './random-source';

export interface VisitSituation {
  readonly daysSinceDiagnosis: number;
  /** Days since the stop of treatment; null under treatment. */
  readonly daysTreatmentFree: number | null;
  readonly isFailing: boolean;
  readonly isRecovering: boolean;
  readonly isStable: boolean;
}

/** The patient's own punctuality: mostly near 1, seldom far above. */
export const drawPunctuality = (random: RandomSource) => Math.max(0.8, random.logNormal(0.94, 0.15));

/**
 * Days to the next sample: 3-monthly until a stable major response, then at the centre's habit; monthly, 2-monthly
 * and 3-monthly after a stop (ELN 2020, doi:10.1038/s41375-020-0776-2); with delays, missed visits and gaps.
 */
export function daysToNextVisit(
  situation: VisitSituation,
  centre: Centre,
  punctuality: number,
  random: RandomSource,
): number {
  const { daysTreatmentFree } = situation;
  const closeWatch = daysTreatmentFree !== null || situation.isRecovering;
  const planned = plannedInterval(situation, centre);
  const delay = random.waiting(1 / (closeWatch ? centre.visitDelay / 3 : centre.visitDelay));
  const missedShare = closeWatch ? centre.visitMissed / 2 : centre.visitMissed;
  const missed = random.chance(missedShare) ? planned : 0;
  const gap = !closeWatch && situation.isStable && random.chance(0.012) ? random.between(180, 500) : 0;
  const stretch = closeWatch ? 1 : punctuality;
  return Math.max(14, Math.round(planned * stretch * random.between(0.93, 1.05) + delay + missed + gap));
}

function plannedInterval(situation: VisitSituation, centre: Centre): number {
  const { daysTreatmentFree, daysSinceDiagnosis } = situation;
  if (daysTreatmentFree !== null) {
    if (daysTreatmentFree < 170) return 29;
    if (daysTreatmentFree < daysPerYear) return 58;
    return daysTreatmentFree < 4 * daysPerYear ? 91 : 122;
  }
  if (situation.isRecovering) return 40;
  if (situation.isFailing) return 50;
  if (!situation.isStable || daysSinceDiagnosis < 700) return 88;
  return centre.stableInterval + (daysSinceDiagnosis > 2600 ? 20 : 0);
}
