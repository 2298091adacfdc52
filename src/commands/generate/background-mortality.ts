import type { DeathCause } from '@core/domain/extract-tables';
import { daysPerYear } from './calendar';
import type { Person } from './demographics';
import type { RandomSource } from './random-source';

/**
 * Gompertz hazards per year at age 60 and their growth, close to the French life tables of the 2010s: unverified,
 * read off as 0.9 % (men) and 0.4 % (women) at 60, 5.5 % and 3.3 % at 80.
 */
const gompertz = { M: { at60: 0.009, growth: 0.0905 }, F: { at60: 0.0041, growth: 0.104 } } as const;

const causes: Readonly<Partial<Record<DeathCause, number>>> = {
  second_cancer: 30,
  cardiovascular: 27,
  infection: 13,
  other: 21,
  unknown: 9,
};

interface BackgroundDeath {
  readonly day: number;
  readonly cause: DeathCause;
}

/** The day of a death from another cause than the leukaemia, counted from diagnosis. */
export function drawBackgroundDeath(person: Person, random: RandomSource): BackgroundDeath {
  const { at60, growth } = gompertz[person.sex];
  const frailty = Math.exp(0.3 * person.charlson - 0.15);
  const hazard = frailty * at60 * Math.exp(growth * (person.age - 60));
  const years = Math.log(1 + (growth * random.waiting(1)) / hazard) / growth;
  return { day: Math.max(20, Math.floor(years * daysPerYear)), cause: random.key(causes) };
}
