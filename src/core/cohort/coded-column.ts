/** A fact of every patient as a small whole number: 0 is "not known", code k is level k - 1 (a category or a bin). */
export interface CodedColumn {
  readonly codes: Uint8Array | Uint16Array;
  readonly levels: number;
}

/** Patients per level; element 0 counts those not known. */
export interface LevelCounts {
  readonly patients: Float64Array;
  readonly inCohort: Float64Array;
}

/**
 * Counts a fact over all patients and over the cohort, the latter without the rules on the fact itself: a chart does not
 * lose the bars that its own brush leaves out.
 *
 * @param failed  bit k set when rule k keeps the patient out
 * @param own     bits of the rules on this fact
 */
export function countLevels({ codes, levels }: CodedColumn, failed: Uint32Array, own: number): LevelCounts {
  const patients = new Float64Array(levels + 1);
  const inCohort = new Float64Array(levels + 1);
  const others = ~own;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    patients[code] = (patients[code] as number) + 1;
    if (((failed[i] as number) & others) === 0) inCohort[code] = (inCohort[code] as number) + 1;
  }
  return { patients, inCohort };
}

/** Equal bins of numbers: [from, from + width), ...; every bin starts at a multiple of the width. */
export interface Bins {
  readonly from: number;
  readonly width: number;
  readonly count: number;
}

/** Widths that people count in, times a power of ten. */
const roundWidths = [1, 2, 5];
const mostBins = 40;

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
  for (let width = least, k = 0; ; k++) {
    width = least * (roundWidths[k % 3] as number) * 10 ** Math.floor(k / 3);
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
