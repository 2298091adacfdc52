/**
 * The permutation distribution of the rank sum of a group: how many of the C(N, m) subsets reach each value of
 * U = rank sum - m (m + 1) / 2. Index k of `counts` is U = k / 2, so that midranks stay whole.
 */
export interface RankSumDistribution {
  readonly counts: Float64Array;
  readonly total: number;
}

/** Additions that are made before the exact distribution is refused: about a second. */
const LARGEST_WORK = 1e9;

/**
 * The exact distribution of U for groups of `m` out of the given midranks, or `null` when it needs too much work.
 *
 * Adds one rank after the other (Streitberg & Röhmel's shift algorithm), which admits ties; counts are only added,
 * so both tails keep their relative accuracy.
 *
 * @see Streitberg & Röhmel 1986 · Lehmann 1975, Nonparametrics
 */
export function rankSumDistribution(ranks: ArrayLike<number>, m: number): RankSumDistribution | null {
  const size = ranks.length;
  const drawn = Math.min(m, size - m);
  const offset = drawn * (drawn + 1);
  const reach = offset + 2 * m * (size - m) + 1;
  if (size * drawn * reach > LARGEST_WORK) return null;
  const rows = Array.from({ length: drawn + 1 }, () => new Float64Array(reach));
  rows[0]?.fill(1, 0, 1);
  const doubled = Array.from({ length: size }, (_, i) => Math.round(2 * (ranks[i] ?? 0))).sort(
    (a, b) => a - b,
  );
  doubled.forEach((rank, seen) => {
    for (let count = Math.min(drawn, seen + 1); count >= 1; count--) {
      const into = rows[count];
      const from = rows[count - 1];
      if (!into || !from) continue;
      for (let s = reach - 1; s >= rank; s--) into[s] = (into[s] ?? 0) + (from[s - rank] ?? 0);
    }
  });
  const counts = (rows[drawn] ?? new Float64Array(reach)).slice(offset);
  // The other group has the mirrored distribution: its U is m n less this one.
  if (drawn < m) counts.reverse();
  let total = 0;
  for (const count of counts) total += count;
  return { counts, total };
}

/** P(U ≥ u) for `from` = 2u … ∞. */
export function upperTailFrom(distribution: RankSumDistribution, from: number): number {
  let sum = 0;
  for (let k = distribution.counts.length - 1; k >= Math.max(0, from); k--)
    sum += distribution.counts[k] ?? 0;
  return sum / distribution.total;
}

/** P(U ≤ u) for `to` = 2u. */
export function lowerTailTo(distribution: RankSumDistribution, to: number): number {
  let sum = 0;
  for (let k = 0; k <= Math.min(distribution.counts.length - 1, to); k++) sum += distribution.counts[k] ?? 0;
  return sum / distribution.total;
}
