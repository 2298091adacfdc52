import { type DisclosurePolicy, defaultPolicy } from './policy';

/** Patients with a value of at least `from` and under `to`. */
export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  readonly patients: number;
}

/**
 * Bins in which neighbours are taken together until each holds nobody or enough patients to be told; a bin between two that are
 * taken together goes with them, and too few at the end go with the bin before. Bins that may be told stay as they are, so
 * that doing it again changes nothing. Empty when all of them together are too few.
 *
 * @param bins  ascending, each beginning where the one before ends
 * @example
 * // 4, 9, 0, 20, 3 patients: 13, 0, 23
 */
export function mergeSmallBins(
  bins: readonly HistogramBin[],
  { threshold }: DisclosurePolicy = defaultPolicy,
): readonly HistogramBin[] {
  const isTold = (patients: number) => patients === 0 || patients >= threshold;
  const merged: HistogramBin[] = [];
  let open: HistogramBin | null = null;
  for (const bin of bins) {
    open = open === null ? bin : { from: open.from, to: bin.to, patients: open.patients + bin.patients };
    if (!isTold(open.patients)) continue;
    merged.push(open);
    open = null;
  }
  while (open !== null) {
    const before = merged.pop();
    if (before === undefined) return [];
    open = { from: before.from, to: open.to, patients: before.patients + open.patients };
    if (!isTold(open.patients)) continue;
    merged.push(open);
    open = null;
  }
  return merged;
}

/** A bin that leaves: `null` where it has no lower or no upper end. */
export interface ToldBin {
  readonly from: number | null;
  readonly to: number | null;
  readonly patients: number;
}

/**
 * The bins of a histogram as they may leave: small ones taken together, empty ones at either side left out, the first without a
 * lower and the last without an upper end. A chart begins at the least value of anybody in the extract and ends at the greatest:
 * its ends are the values of one patient each.
 *
 * @param bins  as of `mergeSmallBins`
 * @example
 * // 0, 4, 9, 30, 0 patients from 10 on: 13 under 40, 30 of 40 or more
 */
export function toldBins(
  bins: readonly HistogramBin[],
  policy: DisclosurePolicy = defaultPolicy,
): readonly ToldBin[] {
  const isHeld = ({ patients }: HistogramBin) => patients > 0;
  const held = bins.slice(Math.max(0, bins.findIndex(isHeld)), bins.findLastIndex(isHeld) + 1);
  const merged = mergeSmallBins(held, policy);
  return merged.map(({ from, to, patients }, k) => ({
    from: k === 0 ? null : from,
    to: k === merged.length - 1 ? null : to,
    patients,
  }));
}
