import { turnbull } from '@core/statistics/survival/turnbull';
import { column, optionalColumn } from './case-input';
import type { Answers, ReferenceCase } from './reference-case';

/** Everything that a case of `tests/reference/turnbull` compares, from its input. */
export function turnbullAnswers(input: ReferenceCase['input']): Answers {
  const lower = column(input, 'lower').map((value) =>
    Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value,
  );
  const fit = turnbull({ lower, upper: column(input, 'upper'), weight: optionalColumn(input, 'weight') });
  return { lower: fit.lower, upper: fit.upper, mass: fit.mass, logLikelihood: fit.logLikelihood };
}
