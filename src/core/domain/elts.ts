import { type RiskGroup, riskGroups } from './risk-group';

/** What the EUTOS long-term survival score needs; all before any treatment, `null` when not recorded. */
export interface EltsInputs {
  readonly ageYears: number | null;
  /** Below the costal margin, by palpation. */
  readonly spleenCm: number | null;
  readonly plateletsGL: number | null;
  /** In the peripheral blood differential. */
  readonly blastsPct: number | null;
}

export const eltsGroups = riskGroups;
export type EltsGroup = RiskGroup;

/** Upper ends of the low and of the intermediate group, both included. */
export const eltsLimits = { low: 1.568, intermediate: 2.2185 } as const;

/** Weights of (age in decades)³, spleen, blasts and (platelets in 10¹²/L)^(−1/2); SQL uses the same. */
export const eltsCoefficients = {
  ageDecadeCubed: 0.0025,
  spleenCm: 0.0615,
  blastsPct: 0.1052,
  plateletsInverseRoot: 0.4104,
} as const;

/**
 * EUTOS long-term survival score (ELTS).
 *
 * 0.0025·(age/10)³ + 0.0615·spleen + 0.1052·blasts + 0.4104·(platelets/1000)^(−0.5)
 *
 * `null` when an input is missing, and when platelets are not above zero: a missing spleen is not a spleen of 0 cm.
 *
 * @see Pfirrmann et al., Leukemia 2016, doi:10.1038/leu.2015.261 · tests/unit/core/domain/elts.test.ts
 * @example
 * eltsScore({ ageYears: 58, spleenCm: 5, plateletsGL: 450, blastsPct: 2 }) // 1.617468…
 */
export function eltsScore({ ageYears, spleenCm, plateletsGL, blastsPct }: EltsInputs): number | null {
  if (ageYears === null || spleenCm === null || plateletsGL === null || blastsPct === null) return null;
  if (plateletsGL <= 0) return null;
  const { ageDecadeCubed, spleenCm: perCm, blastsPct: perPct, plateletsInverseRoot } = eltsCoefficients;
  return (
    ageDecadeCubed * (ageYears / 10) ** 3 +
    perCm * spleenCm +
    perPct * blastsPct +
    plateletsInverseRoot / Math.sqrt(plateletsGL / 1000)
  );
}

/** Risk group of an ELTS: low ≤ 1.5680 < intermediate ≤ 2.2185 < high; `null` for a score that is `null`. */
export function eltsGroup(score: number | null): EltsGroup | null {
  if (score === null) return null;
  if (score <= eltsLimits.low) return 'low';
  return score <= eltsLimits.intermediate ? 'intermediate' : 'high';
}
