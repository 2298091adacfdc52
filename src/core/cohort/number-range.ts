/** Numbers from `min` to `max`, both included unless `minOpen` or `maxOpen`; a bound that is `null` is open-ended. */
export interface NumberRange {
  readonly min: number | null;
  readonly max: number | null;
  /** `min` itself is not in the range: "above 0.1". */
  readonly minOpen?: true;
  /** `max` itself is not in the range: "below 10". */
  readonly maxOpen?: true;
}

/** What is known of a number: it lies between the two, both included. Equal for a number that is known. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Whether a number known only within bounds lies in a range: `true` when every value between the bounds does, `false`
 * when none does, `null` when that is not known. `null` bounds are a number that is not known at all.
 *
 * @example
 * isInRange({ lower: 0, upper: 0.02 }, { min: null, max: 0.1 }) // true: an undetected sample, found at 0.02 % or more
 * isInRange({ lower: 0, upper: 0.02 }, { min: null, max: 0.01 }) // null
 */
export function isInRange(bounds: Bounds | null, range: NumberRange): boolean | null {
  if (bounds === null) return null;
  const { lower, upper } = bounds;
  if (isAtLeast(lower, range) && isAtMost(upper, range)) return true;
  return isAtLeast(upper, range) && isAtMost(lower, range) ? null : false;
}

const isAtLeast = (value: number, { min, minOpen }: NumberRange) =>
  min === null || (minOpen ? value > min : value >= min);

const isAtMost = (value: number, { max, maxOpen }: NumberRange) =>
  max === null || (maxOpen ? value < max : value <= max);

/** Whether some number can lie in the range. */
export function isUpright({ min, max, minOpen, maxOpen }: NumberRange): boolean {
  if (min === null || max === null) return true;
  return minOpen || maxOpen ? min < max : min <= max;
}
