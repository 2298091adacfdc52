import type { PhaseEventKind } from '@core/domain/extract-tables';
import { daysPerYear } from './calendar';
import type { Person } from './demographics';
import type { Presentation } from './presentation';
import type { RandomSource } from './random-source';

const riskFactor: Readonly<Record<Presentation['eltsRisk'], number>> = {
  low: 0.55,
  intermediate: 1.2,
  high: 2.8,
};

/**
 * Yearly hazard of accelerated or blast phase: 2-3 % in the first year in a population (Höglund 2013,
 * doi:10.1182/blood-2013-04-495598), 5-7 % in a lifetime, next to none in a major response.
 */
export function progressionHazard(presentation: Presentation, day: number, percent: number): number {
  const years = day / daysPerYear;
  const base = years < 1 ? 0.04 : years < 2 ? 0.028 : years < 4 ? 0.018 : 0.012;
  const depth = percent <= 0.1 ? 0.06 : percent <= 1 ? 0.5 : percent > 10 && day > 100 ? 1.8 : 1;
  const abnormal = presentation.highRiskAca ? 4 : 1;
  return base * depth * riskFactor[presentation.eltsRisk] * abnormal * (presentation.phase === 'AP' ? 3 : 1);
}

export const drawPhaseEvent = (random: RandomSource): PhaseEventKind => (random.chance(0.3) ? 'AP' : 'BP');

/** What follows a progression: a death of the leukaemia, and for some a transplant before it. */
interface Aftermath {
  readonly deathDay: number;
  readonly transplantDay: number;
}

/** Median survival after blast phase is about 2 years (ELN registry, PMC11073984); transplants are for the young. */
export function drawAftermath(
  event: PhaseEventKind,
  day: number,
  person: Person,
  random: RandomSource,
): Aftermath {
  const transplanted = random.chance(person.age + day / daysPerYear < 65 ? 0.5 : 0.05);
  const medianYears = event === 'BP' ? 1.3 : 5;
  const isCured = transplanted && random.chance(0.5);
  const wait = random.waiting(Math.LN2 / (medianYears * (transplanted ? 1.6 : 1) * daysPerYear));
  return {
    deathDay: isCured ? Number.POSITIVE_INFINITY : day + 20 + Math.floor(wait),
    transplantDay: transplanted ? day + random.integer(90, 220) : Number.POSITIVE_INFINITY,
  };
}
