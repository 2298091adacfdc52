import { chiSquaredUpperTail } from '@core/statistics/distributions/chi-squared';
import { presentValues } from '../descriptive/present-values';
import { midranks } from './midranks';

export interface KruskalWallis {
  readonly statistic: number | null;
  readonly degreesOfFreedom: number | null;
  readonly p: number | null;
  readonly n: readonly number[];
  readonly missing: number;
  readonly method: 'kruskal-wallis';
  readonly reason: 'too-few-groups' | 'all-equal' | null;
}

/**
 * Kruskal-Wallis rank sum test of several samples with tie correction, as R's `kruskal.test`.
 *
 * @param groups  one array per group, unsorted; `NaN` is missing, dropped and counted. A group without values
 *   takes no part.
 * @returns the statistic with groups - 1 degrees of freedom and its upper tail. Fewer than two groups with values:
 *   `too-few-groups`; all values equal: `all-equal`.
 * @see Kruskal & Wallis 1952, doi:10.1080/01621459.1952.10483441 · tests/reference/groups
 * @example
 * kruskalWallis([[1, 2], [3, 4]]) // statistic 12/5
 */
export function kruskalWallis(groups: readonly ArrayLike<number>[]): KruskalWallis {
  const present = groups.map(presentValues);
  const sizes = present.map((group) => group.values.length);
  const size = sizes.reduce((a, b) => a + b, 0);
  const pooled = new Float64Array(size);
  let offset = 0;
  for (const group of present) {
    pooled.set(group.values, offset);
    offset += group.values.length;
  }
  const shared = {
    n: Object.freeze(sizes),
    missing: present.reduce((sum, group) => sum + group.missing, 0),
    method: 'kruskal-wallis' as const,
  };
  const filled = sizes.filter((n) => n > 0).length;
  const nothing = { ...shared, statistic: null, degreesOfFreedom: null, p: null };
  if (filled < 2) return Object.freeze({ ...nothing, reason: 'too-few-groups' as const });
  const { ranks, tieTerm } = midranks(pooled);
  const untied = 1 - tieTerm / (size * size * size - size);
  if (untied === 0) return Object.freeze({ ...nothing, reason: 'all-equal' as const });
  let between = 0;
  let from = 0;
  for (const n of sizes) {
    let deviation = 0;
    for (let i = from; i < from + n; i++) deviation += (ranks[i] ?? 0) - (size + 1) / 2;
    if (n > 0) between += (deviation * deviation) / n;
    from += n;
  }
  const statistic = (12 * between) / (size * (size + 1)) / untied;
  const degreesOfFreedom = filled - 1;
  const p = chiSquaredUpperTail(statistic, degreesOfFreedom);
  return Object.freeze({ ...shared, statistic, degreesOfFreedom, p, reason: null });
}
