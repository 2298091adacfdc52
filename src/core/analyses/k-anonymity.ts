/** How many classes of patients, alike in all that is known of them, have one size. */
export interface ClassSize {
  readonly size: number;
  readonly classes: number;
}

/** Patients whose class has a size in `[from, to]`; `to` is `null` in the last band. */
export interface AnonymityBand {
  readonly from: number;
  readonly to: number | null;
  readonly classes: number;
  readonly patients: number;
}

export interface Anonymity {
  /** Size of the smallest class: the extract is k-anonymous for what is known. `null` without a patient. */
  readonly k: number | null;
  readonly patients: number;
  readonly classes: number;
  readonly bands: readonly AnonymityBand[];
}

/** Alone; fewer than the 5 of the usual minimum; fewer than the 11 of the policy for files; at least 11. */
const bandStarts = [1, 2, 5, 11] as const;

/**
 * k-anonymity of an extract for somebody who knows some facts of a patient: patients who share all these facts are a
 * class, and the smallest class has k patients. It says how many could be singled out by these facts alone, not whether
 * anybody knows them.
 *
 * @param sizes  any order; sizes ≥ 1
 * @see Sweeney 2002, doi:10.1142/S0218488502001648
 * @example
 * kAnonymity([{ size: 1, classes: 2 }, { size: 12, classes: 1 }]).k // 1; two of 14 patients are alone
 */
export function kAnonymity(sizes: readonly ClassSize[]): Anonymity {
  const bands = bandStarts.map((from, index): AnonymityBand => {
    const next = bandStarts[index + 1];
    const within = sizes.filter(({ size }) => size >= from && (next === undefined || size < next));
    return {
      from,
      to: next === undefined ? null : next - 1,
      classes: within.reduce((sum, { classes }) => sum + classes, 0),
      patients: within.reduce((sum, { size, classes }) => sum + size * classes, 0),
    };
  });
  return Object.freeze({
    k: sizes.length === 0 ? null : Math.min(...sizes.map(({ size }) => size)),
    patients: bands.reduce((sum, { patients }) => sum + patients, 0),
    classes: bands.reduce((sum, { classes }) => sum + classes, 0),
    bands,
  });
}
