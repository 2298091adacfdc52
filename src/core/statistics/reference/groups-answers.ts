import { kruskalWallis } from '@core/statistics/groups/kruskal-wallis';
import { oneWayAnova } from '@core/statistics/groups/one-way-anova';
import { welchT } from '@core/statistics/groups/welch-t';
import { wilcoxonRankSum } from '@core/statistics/groups/wilcoxon-rank-sum';
import { answersOf, type CaseInput, numbers } from './clinical-input';
import type { Answers } from './reference-case';

/** Everything that a case of `tests/reference/groups` compares, from its input. */
export function groupsAnswers(input: CaseInput): Answers {
  return answersOf(result(input));
}

function result(input: CaseInput): object {
  if (Array.isArray(input.groups)) {
    const groups = input.groups.map(numbers);
    return input.kind === 'kruskal' ? kruskalWallis(groups) : oneWayAnova(groups, input.kind === 'anova');
  }
  const first = numbers(input.first);
  const second = numbers(input.second);
  if (input.kind === 'welch') return welchT(first, second);
  return wilcoxonRankSum(first, second, {
    method: input.method === 'exact' ? 'exact' : 'normal',
    continuityCorrection: input.correction === true,
  });
}
