import type { RiskGroup } from './risk-group';

/** What the EUTOS score needs; both before any treatment, `null` when not recorded. */
export interface EutosInputs {
  /** Below the costal margin, by palpation. */
  readonly spleenCm: number | null;
  /** In the peripheral blood differential. */
  readonly basophilsPct: number | null;
}

/** Upper end of the low group, included. There is no intermediate group. */
export const eutosLimits = { low: 87 } as const;

/** Weights per unit; SQL uses the same. */
export const eutosCoefficients = { basophilsPct: 7, spleenCm: 4 } as const;

/**
 * EUTOS score of 2011: 7·basophils + 4·spleen. Not the EUTOS long-term survival score, which is `elts.ts`.
 *
 * `null` when an input is missing.
 *
 * @see Hasford et al., Blood 2011, doi:10.1182/blood-2010-12-319038 · tests/unit/core/domain/prognostic-scores.test.ts
 * @example
 * eutosScore({ spleenCm: 5, basophilsPct: 4 }) // 48
 */
export function eutosScore({ spleenCm, basophilsPct }: EutosInputs): number | null {
  if (spleenCm === null || basophilsPct === null) return null;
  return eutosCoefficients.basophilsPct * basophilsPct + eutosCoefficients.spleenCm * spleenCm;
}

/** Risk group of a EUTOS score: low ≤ 87 < high; `null` for a score that is `null`. */
export function eutosGroup(score: number | null): Exclude<RiskGroup, 'intermediate'> | null {
  if (score === null) return null;
  return score <= eutosLimits.low ? 'low' : 'high';
}
