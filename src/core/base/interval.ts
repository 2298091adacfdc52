/**
 * An interval around an estimate.
 *
 * `lower` and `upper` are in the unit of the estimate; `null` is an undefined bound (R's NA), never NaN.
 * `level` is the confidence level in (0, 1); `method` is the name a reader finds in R or a paper (`log`, `log-log`).
 */
export interface Interval {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly level: number;
  readonly method: string;
}
