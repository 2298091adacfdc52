import { chiSquaredTest } from '@core/statistics/contingency/chi-squared-test';
import { fisherTable } from '@core/statistics/contingency/fisher-table';
import { kruskalWallis } from '@core/statistics/groups/kruskal-wallis';
import { wilcoxonRankSum } from '@core/statistics/groups/wilcoxon-rank-sum';

/** A test of no difference between the groups. */
export interface GroupTest {
  readonly p: number | null;
  readonly method:
    | 'pearson'
    /** Pearson although an expected count is below 5: the table is too large for Fisher's test. */
    | 'pearson-small-expected'
    | 'fisher-exact'
    | 'wilcoxon-exact'
    | 'wilcoxon-normal'
    | 'kruskal-wallis'
    | null;
  /** `overlap`: a patient is in two groups; `too-few-groups`: fewer than two with a known value. */
  readonly reason: 'overlap' | 'too-few-groups' | 'all-equal' | null;
}

const overlap: GroupTest = Object.freeze({ p: null, method: null, reason: 'overlap' });
const tooFew: GroupTest = Object.freeze({ p: null, method: null, reason: 'too-few-groups' });
const allEqual: GroupTest = Object.freeze({ p: null, method: null, reason: 'all-equal' });

/** Tables up to this many patients are worth Fisher's test; its work is bounded besides. */
const mostForFisher = 5_000;
const fisherWork = 200_000;

/**
 * Whether the levels of a category are spread alike in all groups: Pearson's chi-squared test without correction, or
 * Fisher's exact test (Freeman-Halton) when a count below 5 is expected and the table is not too large for it.
 *
 * @param counts    per group and level
 * @param disjoint  nobody is in two groups
 */
export function levelTest(counts: readonly (readonly number[])[], disjoint: boolean): GroupTest {
  if (!disjoint) return overlap;
  const filled = counts.filter((levels) => levels.some((count) => count > 0));
  if (filled.length < 2) return tooFew;
  const kept = (filled[0] ?? []).map((_, k) => filled.some((levels) => (levels[k] ?? 0) > 0));
  const table = filled.map((levels) => levels.filter((_, k) => kept[k]));
  if ((table[0]?.length ?? 0) < 2) return allEqual;
  const { p, n, smallExpected } = chiSquaredTest(table);
  if (!smallExpected) return { p, method: 'pearson', reason: null };
  const exact = n <= mostForFisher ? fisherTable(table, fisherWork).p : null;
  return exact === null
    ? { p, method: 'pearson-small-expected', reason: null }
    : { p: exact, method: 'fisher-exact', reason: null };
}

/**
 * Whether a number is spread alike in all groups: Wilcoxon's rank sum test for two (exact as in R: fewer than 50 each, no
 * ties), Kruskal-Wallis for more.
 *
 * @param samples   known values per group
 */
export function valueTest(samples: readonly Float64Array[], disjoint: boolean): GroupTest {
  if (!disjoint) return overlap;
  const filled = samples.filter(({ length }) => length > 0);
  const [first, second] = filled;
  if (first === undefined || second === undefined) return tooFew;
  if (filled.length > 2) {
    const { p } = kruskalWallis(filled);
    return p === null ? allEqual : { p, method: 'kruskal-wallis', reason: null };
  }
  const { p, method } = wilcoxonRankSum(first, second, { shift: false });
  if (p === null) return allEqual;
  return { p, method: method === 'exact' ? 'wilcoxon-exact' : 'wilcoxon-normal', reason: null };
}
