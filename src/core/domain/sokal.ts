import type { RiskGroup } from './risk-group';

/** What the Sokal score needs; all before any treatment, `null` when not recorded. */
export interface SokalInputs {
  readonly ageYears: number | null;
  /** Below the costal margin, by palpation. */
  readonly spleenCm: number | null;
  readonly plateletsGL: number | null;
  /** In the peripheral blood differential. */
  readonly blastsPct: number | null;
}

/** Below `intermediateFrom` the risk is low, above `intermediateTo` high; both ends are intermediate. */
export const sokalLimits = { intermediateFrom: 0.8, intermediateTo: 1.2 } as const;

/** Weight and centre of each term; the platelet term is ((platelets in 10⁹/L) / 700)². SQL uses the same. */
export const sokalTerms = {
  ageYears: { weight: 0.0116, centre: 43.4 },
  spleenCm: { weight: 0.0345, centre: 7.51 },
  plateletsSquared: { weight: 0.188, centre: 0.563, unitGL: 700 },
  blastsPct: { weight: 0.0887, centre: 2.1 },
} as const;

/**
 * Sokal score, a relative hazard: 1 is the patient in whom every term stands at its centre.
 *
 * exp[0.0116·(age − 43.4) + 0.0345·(spleen − 7.51) + 0.188·((platelets/700)² − 0.563) + 0.0887·(blasts − 2.10)]
 *
 * `null` when an input is missing, and when the number is too large to exist (platelets recorded per µL).
 * The exponential is of the whole sum; some reprints put it on the first term only.
 *
 * @see Sokal et al., Blood 1984, doi:10.1182/blood.V63.4.789.789 · tests/unit/core/domain/prognostic-scores.test.ts
 * @example
 * sokalScore({ ageYears: 58, spleenCm: 5, plateletsGL: 450, blastsPct: 2 }) // 1.046807…
 */
export function sokalScore({ ageYears, spleenCm, plateletsGL, blastsPct }: SokalInputs): number | null {
  if (ageYears === null || spleenCm === null || plateletsGL === null || blastsPct === null) return null;
  const { ageYears: age, spleenCm: spleen, plateletsSquared: platelets, blastsPct: blasts } = sokalTerms;
  const score = Math.exp(
    age.weight * (ageYears - age.centre) +
      spleen.weight * (spleenCm - spleen.centre) +
      platelets.weight * ((plateletsGL / platelets.unitGL) ** 2 - platelets.centre) +
      blasts.weight * (blastsPct - blasts.centre),
  );
  return Number.isFinite(score) ? score : null;
}

/** Risk group of a Sokal score: low < 0.8 ≤ intermediate ≤ 1.2 < high; `null` for a score that is `null`. */
export function sokalGroup(score: number | null): RiskGroup | null {
  if (score === null) return null;
  if (score < sokalLimits.intermediateFrom) return 'low';
  return score <= sokalLimits.intermediateTo ? 'intermediate' : 'high';
}
