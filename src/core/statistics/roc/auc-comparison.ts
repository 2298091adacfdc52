import type { Interval } from '@core/base/interval';
import { normalTwoSided, normalUpperQuantile } from '@core/statistics/distributions/normal';
import { areaUnderCurve } from './area-under-curve';
import { delongComponents, delongCovariance } from './delong';
import { type Direction, markerSample } from './marker-sample';

export interface AucComparison {
  /** First AUC minus second. */
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly z: number | null;
  readonly p: number | null;
  readonly n: number;
  readonly missing: number;
  readonly method: 'delong-paired' | 'delong-unpaired';
  readonly reason: 'too-few-subjects' | 'no-variance' | null;
}

/** A marker with the outcome of its subjects. */
export interface MarkerWithOutcome {
  readonly marker: ArrayLike<number>;
  readonly outcome: ArrayLike<number>;
  readonly direction?: Direction;
}

/**
 * DeLong's test of two AUCs measured on the same subjects, as pROC's `roc.test(paired = TRUE)`.
 *
 * @param first, second  one number per subject in the same order; a subject with a missing value in either marker
 *   or in the outcome is counted out
 * @returns difference with interval, z and two-sided p. Fewer than two subjects in a group: `too-few-subjects`;
 *   markers that order all pairs alike: `no-variance`.
 * @throws RangeError if the lengths differ or an outcome is not 0, 1 or missing
 * @see DeLong et al. 1988, doi:10.2307/2531595 · tests/reference/roc
 */
export function comparePairedAuc(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  outcome: ArrayLike<number>,
  directions: readonly [Direction, Direction] = ['higher', 'higher'],
  level = 0.95,
): AucComparison {
  if (first.length !== second.length) throw new RangeError('roc: paired markers must have the same length');
  const complete = Float64Array.from({ length: outcome.length }, (_, i) =>
    Number.isNaN(first[i] ?? Number.NaN) || Number.isNaN(second[i] ?? Number.NaN)
      ? Number.NaN
      : (outcome[i] ?? Number.NaN),
  );
  const a = markerSample(first, complete, directions[0]);
  const b = markerSample(second, complete, directions[1]);
  const shared = {
    n: a.events.length + a.controls.length,
    missing: a.missing,
    method: 'delong-paired' as const,
  };
  if (a.events.length < 2 || a.controls.length < 2) return undefinedBecause(shared, null, 'too-few-subjects');
  const x = delongComponents(a.events, a.controls);
  const y = delongComponents(b.events, b.controls);
  const variance = delongCovariance(x, x) + delongCovariance(y, y) - 2 * delongCovariance(x, y);
  return compared(shared, x.auc - y.auc, variance, level);
}

/**
 * DeLong's test of two AUCs measured on different subjects: z = (AUC₁ - AUC₂) / √(v₁ + v₂), normal.
 * (pROC refers the same quotient to Student's t with approximate degrees of freedom.)
 *
 * @returns as for paired AUCs
 * @throws RangeError if the lengths differ or an outcome is not 0, 1 or missing
 */
export function compareUnpairedAuc(
  first: MarkerWithOutcome,
  second: MarkerWithOutcome,
  level = 0.95,
): AucComparison {
  const a = areaUnderCurve(first.marker, first.outcome, first.direction, level);
  const b = areaUnderCurve(second.marker, second.outcome, second.direction, level);
  const shared = { n: a.n + b.n, missing: a.missing + b.missing, method: 'delong-unpaired' as const };
  const few = [a, b].some((auc) => auc.estimate === null || auc.reason === 'one-subject');
  if (few) return undefinedBecause(shared, null, 'too-few-subjects');
  const variance = (a.standardError ?? 0) ** 2 + (b.standardError ?? 0) ** 2;
  return compared(shared, (a.estimate ?? 0) - (b.estimate ?? 0), variance, level);
}

type Shared = Pick<AucComparison, 'n' | 'missing' | 'method'>;

function undefinedBecause(
  shared: Shared,
  estimate: number | null,
  reason: 'too-few-subjects' | 'no-variance',
): AucComparison {
  return Object.freeze({ ...shared, estimate, interval: null, z: null, p: null, reason });
}

function compared(shared: Shared, estimate: number, variance: number, level: number): AucComparison {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  // Equal orderings leave a variance of rounding errors only.
  if (!(variance > 1e-15)) return undefinedBecause(shared, estimate, 'no-variance');
  const standardError = Math.sqrt(variance);
  const z = estimate / standardError;
  const half = normalUpperQuantile((1 - level) / 2) * standardError;
  const interval = Object.freeze({ lower: estimate - half, upper: estimate + half, level, method: 'delong' });
  return Object.freeze({ ...shared, estimate, interval, z, p: normalTwoSided(z), reason: null });
}
