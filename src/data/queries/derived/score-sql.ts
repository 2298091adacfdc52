import { eltsCoefficients, eltsLimits } from '@core/domain/elts';
import { euroCoefficients, euroLimits } from '@core/domain/euro';
import { eutosCoefficients, eutosLimits } from '@core/domain/eutos';
import { sokalLimits, sokalTerms } from '@core/domain/sokal';
import { real } from '../sql-text';

const { ageYears, spleenCm, plateletsSquared, blastsPct } = sokalTerms;

/** `eltsScore`, `sokalScore`, `euroScore` and `eutosScore` of `core/domain` in SQL, on the columns of `diagnosis` and the age. */
export const scoreSql = {
  elts: `case when platelets_g_l > 0 then
    ${real(eltsCoefficients.ageDecadeCubed)} * pow(age_at_diagnosis_years / 10.0, 3)
    + ${real(eltsCoefficients.spleenCm)} * spleen_cm
    + ${real(eltsCoefficients.blastsPct)} * blasts_pct
    + ${real(eltsCoefficients.plateletsInverseRoot)} / sqrt(platelets_g_l / 1000.0)
  end`,
  sokal: onlyFinite(`exp(
    ${real(ageYears.weight)} * (age_at_diagnosis_years - ${real(ageYears.centre)})
    + ${real(spleenCm.weight)} * (spleen_cm - ${real(spleenCm.centre)})
    + ${real(plateletsSquared.weight)}
      * (pow(platelets_g_l / ${real(plateletsSquared.unitGL)}, 2) - ${real(plateletsSquared.centre)})
    + ${real(blastsPct.weight)} * (blasts_pct - ${real(blastsPct.centre)})
  )`),
  euro: `${real(euroCoefficients.scale)} * (
    ${step('age_at_diagnosis_years', euroCoefficients.age.fromYears, euroCoefficients.age.weight)}
    + ${real(euroCoefficients.spleenCm)} * spleen_cm
    + ${real(euroCoefficients.blastsPct)} * blasts_pct
    + ${real(euroCoefficients.eosinophilsPct)} * eosinophils_pct
    + ${step('basophils_pct', euroCoefficients.basophils.fromPct, euroCoefficients.basophils.weight)}
    + ${step('platelets_g_l', euroCoefficients.platelets.fromGL, euroCoefficients.platelets.weight)}
  )`,
  eutos: `${real(eutosCoefficients.basophilsPct)} * basophils_pct
    + ${real(eutosCoefficients.spleenCm)} * spleen_cm`,
} as const;

/** The risk group of each score in SQL, on a column named after it (`elts_score`). */
export const scoreGroupSql = {
  elts: upTo('elts_score', eltsLimits),
  sokal: `case
    when sokal_score < ${real(sokalLimits.intermediateFrom)} then 'low'
    when sokal_score <= ${real(sokalLimits.intermediateTo)} then 'intermediate'
    when sokal_score is not null then 'high'
  end`,
  euro: upTo('euro_score', euroLimits),
  eutos: `case
    when eutos_score <= ${real(eutosLimits.low)} then 'low'
    when eutos_score is not null then 'high'
  end`,
} as const;

/** A weight from a value on; null, not 0, for a column that is null. */
function step(column: string, from: number, weight: number): string {
  return `${real(weight)} * (${column} >= ${real(from)})::integer`;
}

function onlyFinite(score: string): string {
  return `case when isfinite(${score}) then ${score} end`;
}

function upTo(column: string, limits: { readonly low: number; readonly intermediate: number }): string {
  return `case
    when ${column} <= ${real(limits.low)} then 'low'
    when ${column} <= ${real(limits.intermediate)} then 'intermediate'
    when ${column} is not null then 'high'
  end`;
}
