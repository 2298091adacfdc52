import { fineGray, predictedIncidence } from '@core/statistics/survival/fine-gray';
import { column, covariates } from './case-input';
import type { Answers, ReferenceCase } from './reference-case';

/** Everything that a case of `tests/reference/fine-gray` compares, from its input. */
export function fineGrayAnswers(input: ReferenceCase['input']): Answers {
  const competing = { time: column(input, 'time'), cause: column(input, 'cause') };
  const fit = fineGray(competing, input.causes as number, covariates(input), {
    cause: (input.failure ?? 1) as number,
  });
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
    predicted: predictedIncidence(fit, (input.predictFor ?? []) as number[]),
  };
}
