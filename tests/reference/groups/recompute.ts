import { kruskalWallis } from '@core/statistics/groups/kruskal-wallis';
import { oneWayAnova } from '@core/statistics/groups/one-way-anova';
import { welchT } from '@core/statistics/groups/welch-t';
import { wilcoxonRankSum } from '@core/statistics/groups/wilcoxon-rank-sum';
import { numbers } from '../case-numbers';

/** Computes one case of cases.json with this project's estimators, in the shape of its `expected`. */
export function recompute(input: Readonly<Record<string, unknown>>): unknown {
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
