import type { RiskGroup } from './risk-group';

/** What the Euro score needs; all before any treatment, `null` when not recorded. */
export interface EuroInputs {
  readonly ageYears: number | null;
  /** Below the costal margin, by palpation. */
  readonly spleenCm: number | null;
  readonly plateletsGL: number | null;
  /** In the peripheral blood differential, as eosinophils and basophils. */
  readonly blastsPct: number | null;
  readonly eosinophilsPct: number | null;
  readonly basophilsPct: number | null;
}

/** Upper ends of the low and of the intermediate group, both included. */
export const euroLimits = { low: 780, intermediate: 1480 } as const;

/** Weights per unit, and weights of steps that are taken from a value on; SQL uses the same. */
export const euroCoefficients = {
  scale: 1000,
  spleenCm: 0.042,
  blastsPct: 0.0584,
  eosinophilsPct: 0.0413,
  age: { fromYears: 50, weight: 0.6666 },
  basophils: { fromPct: 3, weight: 0.2039 },
  platelets: { fromGL: 1500, weight: 1.0956 },
} as const;

/**
 * Euro (Hasford) score.
 *
 * 1000 · (0.6666·[age ≥ 50] + 0.0420·spleen + 0.0584·blasts + 0.0413·eosinophils + 0.2039·[basophils ≥ 3]
 * + 1.0956·[platelets ≥ 1500])
 *
 * `null` when an input is missing. Some reprints take the step of basophils above 3 %: it is from 3 % on.
 *
 * @see Hasford et al., J Natl Cancer Inst 1998, doi:10.1093/jnci/90.11.850 · tests/unit/core/domain/prognostic-scores.test.ts
 * @example
 * euroScore({ ageYears: 58, spleenCm: 5, plateletsGL: 450, blastsPct: 2, eosinophilsPct: 3, basophilsPct: 4 }) // 1321.2
 */
export function euroScore(inputs: EuroInputs): number | null {
  const { ageYears, spleenCm, plateletsGL, blastsPct, eosinophilsPct, basophilsPct } = inputs;
  if (ageYears === null || spleenCm === null || plateletsGL === null) return null;
  if (blastsPct === null || eosinophilsPct === null || basophilsPct === null) return null;
  const { scale, age, basophils, platelets, ...perUnit } = euroCoefficients;
  return (
    scale *
    ((ageYears >= age.fromYears ? age.weight : 0) +
      perUnit.spleenCm * spleenCm +
      perUnit.blastsPct * blastsPct +
      perUnit.eosinophilsPct * eosinophilsPct +
      (basophilsPct >= basophils.fromPct ? basophils.weight : 0) +
      (plateletsGL >= platelets.fromGL ? platelets.weight : 0))
  );
}

/** Risk group of a Euro score: low ≤ 780 < intermediate ≤ 1480 < high; `null` for a score that is `null`. */
export function euroGroup(score: number | null): RiskGroup | null {
  if (score === null) return null;
  if (score <= euroLimits.low) return 'low';
  return score <= euroLimits.intermediate ? 'intermediate' : 'high';
}
