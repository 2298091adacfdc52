import { type LogRankOptions, logRank } from '@core/statistics/survival/log-rank';
import { logRankTrend } from '@core/statistics/survival/log-rank-trend';
import type { Weighting } from '@core/statistics/survival/log-rank-weighting';
import { pairwiseLogRank } from '@core/statistics/survival/pairwise-log-rank';
import { grouping, survivalInput } from './case-input';
import type { Answers, ReferenceCase } from './reference-case';

/** Everything that a case of `tests/reference/log-rank` compares, from its input. */
export function logRankAnswers(input: ReferenceCase['input']): Answers {
  const group = grouping(input, 'group');
  if (group === undefined) throw new TypeError('the reference case has no groups');
  const options: LogRankOptions = {
    strata: grouping(input, 'strata'),
    weighting: (input.weighting ?? { family: 'log-rank' }) as Weighting,
  };
  const result = logRank(survivalInput(input), group, options);
  const trend = logRankTrend(result);
  const { comparisons } = pairwiseLogRank(survivalInput(input), group, options);
  return {
    statistic: result.statistic,
    degreesOfFreedom: result.degreesOfFreedom,
    pValue: result.pValue,
    observed: result.observed,
    expected: result.expected,
    variance: result.variance,
    trend: trend.statistic,
    trendPValue: trend.pValue,
    holm: comparisons.map(({ holm }) => holm),
    benjaminiHochberg: comparisons.map((comparison) => comparison.benjaminiHochberg),
  };
}
