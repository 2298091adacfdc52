/**
 * What may leave the page, in numbers of distinct patients.
 *
 * `threshold`: the smallest count that may be told; smaller ones but 0 are not. `roundTo`: counts that are told are
 * rounded to the nearest multiple.
 *
 * @see PMSI output rules of the French secure data centre (no cell under 11); OpenSAFELY, rounding of counts
 */
export interface DisclosurePolicy {
  readonly threshold: number;
  readonly roundTo: number;
}

export const defaultPolicy: DisclosurePolicy = Object.freeze({ threshold: 11, roundTo: 5 });
