import type { Drug } from '@core/domain/extract-tables';
import type { Person } from './demographics';
import { drugProfiles } from './drug-profiles';
import { decline, Leukaemia } from './leukaemia';
import type { Presentation } from './presentation';
import type { RandomSource } from './random-source';

/** The patient's own random effects on the decline of the leukaemia. */
export interface Biology {
  readonly leukaemia: Leukaemia;
  /** Halving time of the fast pool under imatinib, days. */
  readonly halvingDays: number;
  /** Start of the slow pool, log10 of its share of the baseline, under imatinib. */
  readonly slowShare: number;
  /** Decline of the slow pool under imatinib, log10 per year. */
  readonly slowDecline: number;
  /** Spread of the level from visit to visit around its course, natural logarithm. */
  readonly fluctuation: number;
  /** Factor on every probability of resistance. */
  readonly resistanceRisk: number;
}

/**
 * Women, e14a2 and low ELTS respond faster and deeper (Saugues 2022, doi:10.1007/s00277-022-04955-z;
 * Hanfstein 2014; Breccia 2018); sizes are set by the calibration of the demonstration extract.
 */
export function drawBiology(person: Person, presentation: Presentation, random: RandomSource): Biology {
  const { transcript, eltsRisk, phase } = presentation;
  const advantage =
    (person.sex === 'F' ? 0.22 : -0.18) +
    (transcript === 'e13a2' ? -0.2 : 0.13) +
    (eltsRisk === 'low' ? 0.15 : eltsRisk === 'intermediate' ? -0.1 : -0.5) +
    (phase === 'CP' ? 0 : -0.9);
  const sensitivity = random.normal() + advantage;
  return {
    leukaemia: new Leukaemia(Math.min(110, random.logNormal(48, 0.42))),
    halvingDays: random.logNormal(27, 0.34) * Math.exp(-0.16 * sensitivity),
    slowShare: -2.14 - 0.6 * sensitivity + 0.42 * random.normal(),
    slowDecline: Math.max(0.03, 0.25 + 0.12 * sensitivity + 0.15 * random.normal()),
    fluctuation: Math.min(1.1, random.logNormal(0.32, 0.5)),
    resistanceRisk: Math.exp(-0.45 * sensitivity) * (phase === 'CP' ? 1 : 2.5),
  };
}

/** Sets the pools in motion under the first drug. */
export function startFirstDrug(biology: Biology, drug: Drug, day: number, random: RandomSource): void {
  const { leukaemia, slowShare, resistanceRisk } = biology;
  const profile = drugProfiles[drug];
  leukaemia.advance(day);
  const baseline = leukaemia.fast.size;
  leukaemia.slow.size = baseline * 10 ** Math.min(-0.3, slowShare + profile.slowShift);
  if (random.chance(Math.min(0.8, profile.primaryResistance * resistanceRisk))) {
    leukaemia.resistant.size = baseline * 10 ** -random.between(0.2, 1.7);
    leukaemia.resistant.rate = decline(random.logNormal(500, 0.8));
  }
  leukaemia.fast.size = baseline - leukaemia.slow.size;
  setRates(biology, drug);
}

/** Sets the pools in motion under a later drug; cells resistant to the drug before may be reached by this one. */
export function startNextDrug(biology: Biology, drug: Drug, day: number, random: RandomSource): void {
  const { leukaemia } = biology;
  leukaemia.advance(day);
  setRates(biology, drug);
  leukaemia.regrowth.rate = decline(random.logNormal(random.chance(0.015) ? 700 : 11, 0.25));
  if (leukaemia.resistant.size === 0) return;
  if (random.chance(drugProfiles[drug].rescue)) {
    leukaemia.slow.size += leukaemia.resistant.size * 10 ** random.between(-2.6, -1.4);
    leukaemia.resistant.rate = decline(random.logNormal(28, 0.3));
  } else {
    leukaemia.resistant.rate = decline(random.logNormal(1500, 0.5));
  }
}

function setRates({ leukaemia, halvingDays, slowDecline }: Biology, drug: Drug): void {
  const profile = drugProfiles[drug];
  leukaemia.fast.rate = decline(halvingDays * profile.halvingFactor);
  leukaemia.slow.rate = (-slowDecline * profile.slowFactor * Math.LN10) / 365.25;
}
