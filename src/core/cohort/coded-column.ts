/** A fact of every patient as a small whole number: 0 is "not known", code k is level k - 1 (a category or a bin). */
export interface CodedColumn {
  readonly codes: Uint8Array | Uint16Array;
  readonly levels: number;
}

/** All patients per level; element 0 counts those not known. */
export function levelTotals({ codes, levels }: CodedColumn): Uint32Array {
  const totals = new Uint32Array(levels + 1);
  for (let i = 0; i < codes.length; i++)
    totals[codes[i] as number] = (totals[codes[i] as number] as number) + 1;
  return totals;
}

/**
 * Patients per level among some; element 0 counts those not known.
 *
 * @param members  places of patients, as `membersWithout` gives them
 */
export function levelCounts({ codes, levels }: CodedColumn, members: Uint32Array): Uint32Array {
  const counts = new Uint32Array(levels + 1);
  for (let i = 0; i < members.length; i++) {
    const code = codes[members[i] as number] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}

/**
 * Places of the patients whom no rule keeps out, some rules left out of account: a chart does not lose the bars that its
 * own brush leaves out. Without a branch: over a million patients, half of them in, a guess costs more than the count.
 *
 * @param failed  bit k set when rule k keeps the patient out
 * @param own     bits of the rules that do not count
 */
export function membersWithout(failed: Uint32Array, own: number): Uint32Array {
  const members = new Uint32Array(failed.length);
  const others = ~own;
  let found = 0;
  for (let i = 0; i < failed.length; i++) {
    members[found] = i;
    const out = (failed[i] as number) & others;
    // 1 for 0, and 0 for any other number: the sign of one of the two is set.
    found += ((out | -out) >>> 31) ^ 1;
  }
  return members.subarray(0, found);
}

/** Equal bins of numbers: [from, from + width), ...; every bin starts at a multiple of the width. */
export interface Bins {
  readonly from: number;
  readonly width: number;
  readonly count: number;
}

/** Widths that people count in, times a power of ten. */
const roundWidths = [1, 2, 5];
/** Bins of a chart, at most. */
export const mostBins = 40;

const widthOf = (least: number, k: number): number =>
  least * (roundWidths[k % 3] as number) * 10 ** Math.floor(k / 3);

/** The first round widths from the narrowest on, more than any fact of a patient needs. */
export const binWidths = (least: number): readonly number[] =>
  Array.from({ length: 30 }, (_, k) => widthOf(least, k));

/**
 * Bins that cover finite numbers, of the narrowest round width that needs at most `most` of them. `null` when there is
 * no number.
 *
 * @param least  narrowest width: 1 for whole numbers, so that no bin is empty by construction
 */
export function binsFor(values: ArrayLike<number>, least: number, most: number = mostBins): Bins | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(low <= high)) return null;
  for (let k = 0; ; k++) {
    const width = widthOf(least, k);
    const first = Math.floor(low / width);
    const count = Math.floor(high / width) - first + 1;
    if (count <= most) return { from: first * width, width, count };
  }
}

/** Codes of numbers by bin; `NaN` is "not known". */
export function binned(values: ArrayLike<number>, bins: Bins): CodedColumn {
  const codes = new Uint8Array(values.length);
  const first = Math.round(bins.from / bins.width);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (!Number.isNaN(value)) codes[i] = Math.floor(value / bins.width) - first + 1;
  }
  return { codes, levels: bins.count };
}
