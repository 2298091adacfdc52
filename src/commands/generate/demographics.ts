import type { Sex } from '@core/domain/extract-tables';
import type { RandomSource } from './random-source';

export interface Person {
  readonly sex: Sex;
  readonly age: number;
  readonly charlson: number;
}

/**
 * Sex, age and comorbidity at diagnosis. French incident patients: median age 60 (IQR 47-71), 1.2 men per woman,
 * one in four with another disease (Pajiep 2021, doi:10.3389/fonc.2021.675609); consenting patients are younger.
 */
export function drawPerson(random: RandomSource): Person {
  const sex: Sex = random.chance(1.2 / 2.2) ? 'M' : 'F';
  let age = 0;
  do age = 57 + 15.5 * random.normal();
  while (age < 18 || age > 93);
  const comorbid = 0.1 + 0.006 * Math.max(0, age - 40);
  const charlson = random.chance(comorbid) ? 1 + random.poisson(0.6) : 0;
  return { sex, age: Math.floor(age), charlson };
}
