import type { Interval } from '@core/base/interval';

/** Why a number of a survival analysis is undefined. */
export type UndefinedReason =
  | 'no-subjects'
  | 'no-events'
  | 'not-reached'
  | 'after-last-time'
  | 'nobody-at-risk'
  | 'no-comparison'
  | 'nobody-survives';

/**
 * One number with its uncertainty and its method. `n` is the number of subjects behind it (the sum of weights).
 * `estimate` is `null` exactly when `reason` says why; a bound of the interval may be `null` on its own.
 */
export interface Estimate {
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly n: number;
  readonly method: string;
  readonly reason: UndefinedReason | null;
}

/** A number, or `null` where the computation left it undefined. */
export function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
