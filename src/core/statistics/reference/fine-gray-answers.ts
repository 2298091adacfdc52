import { fineGray } from '@core/statistics/survival/fine-gray';
import { fineGrayHazardsTest, fineGrayResiduals } from '@core/statistics/survival/fine-gray-hazards-test';
import { fineGrayPredictor, incidenceFrom } from '@core/statistics/survival/fine-gray-prediction';
import { column, covariates } from './case-input';
import type { Answers, ReferenceCase } from './reference-case';

/** Everything that a case of `tests/reference/fine-gray` compares, from its input. */
export function fineGrayAnswers(input: ReferenceCase['input']): Answers {
  const competing = { time: column(input, 'time'), cause: column(input, 'cause') };
  const fit = fineGray(competing, input.causes as number, covariates(input), {
    cause: (input.failure ?? 1) as number,
  });
  const incidence = incidenceFrom(fineGrayPredictor(fit), (input.predictFor ?? []) as number[]);
  const hazards = fineGrayHazardsTest(
    fit,
    fit.terms.map(({ name }, j) => ({ name, terms: [j] })),
  );
  const { time, residuals } = fineGrayResiduals(fit);
  return {
    coefficient: fit.terms.map((term) => term.coefficient),
    standardError: fit.terms.map((term) => term.standardError),
    pValue: fit.terms.map((term) => term.pValue),
    variance: fit.variance,
    inverseInformation: fit.inverseInformation,
    logLikelihood: fit.logLikelihood,
    nullLogLikelihood: fit.nullLogLikelihood,
    likelihoodRatio: fit.likelihoodRatio.statistic,
    baselineTime: fit.baseline.time,
    baselineJump: fit.baseline.jump,
    predicted: incidence.probability,
    drift: [...hazards.terms, hazards.global].map(({ statistic }) => statistic),
    residuals: residuals.map((column) => sumsPerTime(time, column)),
    logHazardError: ((input.errorAt ?? []) as number[]).map((at) => incidence.standardError[at] as number),
  };
}

/** Values summed over equal times, which stand together. */
function sumsPerTime(time: Float64Array, values: Float64Array): readonly number[] {
  const sums: number[] = [];
  time.forEach((one, at) => {
    if (at > 0 && one === time[at - 1]) sums.push((sums.pop() ?? 0) + (values[at] as number));
    else sums.push(values[at] as number);
  });
  return sums;
}
