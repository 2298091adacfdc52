import { logRank } from '@core/statistics/survival/log-rank';
import type { Weighting } from '@core/statistics/survival/log-rank-weighting';
import { grouping, survivalInput } from './case-input';
import type { Answers, ReferenceCase } from './reference-case';

/** Everything that a case of `tests/reference/log-rank` compares, from its input. */
export function logRankAnswers(input: ReferenceCase['input']): Answers {
  const group = grouping(input, 'group');
  if (group === undefined) throw new TypeError('the reference case has no groups');
  const result = logRank(survivalInput(input), group, {
    strata: grouping(input, 'strata'),
    weighting: (input.weighting ?? { family: 'log-rank' }) as Weighting,
  });
  return {
    statistic: result.statistic,
    degreesOfFreedom: result.degreesOfFreedom,
    pValue: result.pValue,
    observed: result.observed,
    expected: result.expected,
    variance: result.variance,
  };
}
