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
