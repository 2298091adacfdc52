import { confidenceLimits, criticalValue, type IntervalScale } from './confidence-limits';
import { type EventTable, eventTables } from './event-table';
import { groupTimelines } from './group-timeline';
import { type CurveVariance, jackknifeVariance } from './jackknife-variance';
import { type Grouping, readSurvivalRows, type SurvivalInput, type SurvivalRows } from './survival-input';

type Estimator = 'kaplan-meier' | 'breslow' | 'fleming-harrington';

/** How the interval and the error of a curve are made; every part has the default of R's survfit. */
export interface CurveOptions {
  /** Confidence level in (0, 1); 0.95. */
  readonly level?: number;
  /** Scale of the confidence interval; `log`. */
  readonly interval?: IntervalScale;
  /**
   * `kaplan-meier` (default), or survival as exp(-cumulative hazard): `breslow` with the Nelson-Aalen hazard,
   * `fleming-harrington` with tied events taken one after the other, Σ 1 / (n - k). Both with the hazard's own error.
   */
  readonly estimator?: Estimator;
  /**
   * `greenwood` (default), or `jackknife`: the robust (infinitesimal jackknife) variance, for weights that are not
   * counts (inverse probability weights) or subjects that form clusters.
   */
  readonly variance?: 'greenwood' | 'jackknife';
  /** What a weight means to the jackknife: that many independent subjects (default), or a sampling weight. */
  readonly weights?: 'counts' | 'sampling';
  /** Any number naming the cluster of each row, with `variance: 'jackknife'`; without it each row is its own. */
  readonly cluster?: ArrayLike<number>;
}

/**
 * An estimated survival curve: one element per distinct end of follow-up, ascending.
 *
 * The curve is a step function, 1 before the first time and constant after the last. In the arrays a value that
 * is undefined is `NaN` (a typed array has no `null`): the error and the limits once survival is 0, and limits at
 * survival 1 on the scales that have none.
 */
export interface SurvivalCurve {
  readonly method: string;
  readonly time: Float64Array;
  /** Weight under observation just before the time. */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly censored: Float64Array;
  readonly survival: Float64Array;
  /** Standard error of `survival` (not of its logarithm). */
  readonly standardError: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Nelson-Aalen (or Fleming-Harrington) estimate of the cumulative hazard, and its standard error (sum of d / n²). */
  readonly cumulativeHazard: Float64Array;
  readonly cumulativeHazardError: Float64Array;
  /** Distinct entry times and the weight entering then; empty without late entry. */
  readonly entryTime: Float64Array;
  readonly entered: Float64Array;
  /** Sum of weights (number of subjects), number of rows, weight of events, rows left out for missing values. */
  readonly n: number;
  readonly rows: number;
  readonly eventCount: number;
  readonly excluded: number;
  readonly level: number;
  readonly interval: IntervalScale;
}

/**
 * Kaplan-Meier estimate of the survival function, with right censoring, late entry (left truncation) and weights.
 *
 * At each distinct time survival is multiplied by (1 - events / at risk). Events come before censorings of the
 * same time; who enters at a time is not at risk then. Greenwood's variance S² Σ d / (n (n - d)), or the
 * infinitesimal jackknife. Times that differ by rounding only are one (see `mergeTimes`).
 *
 * No rows: empty arrays. All censored: survival 1. Last subject has the event: survival 0, error and limits undefined.
 *
 * @throws RangeError on unequal lengths, event codes other than 0 and 1, negative weights, a level outside (0, 1), or
 *   the jackknife with another estimator
 * @see Kaplan & Meier 1958, doi:10.1080/01621459.1958.10501452 · tests/reference/kaplan-meier
 * @example
 * kaplanMeier({ time: [1, 1, 6, 6, 8, 9], event: [1, 0, 1, 1, 0, 1] }).survival // 5/6, 5/12, 5/12, 0
 */
export function kaplanMeier(input: SurvivalInput, options: CurveOptions = {}): SurvivalCurve {
  return curves(input, [], options)[0] as SurvivalCurve;
}

/**
 * One Kaplan-Meier curve per group, in the order of the group indices; a group without rows has an empty curve.
 * `excluded` counts over all groups.
 */
export function kaplanMeierByGroup(
  input: SurvivalInput,
  group: Grouping,
  options: CurveOptions = {},
): readonly SurvivalCurve[] {
  return Object.freeze(curves(input, [group], options));
}

function curves(
  input: SurvivalInput,
  groupings: readonly Grouping[],
  options: CurveOptions,
): readonly SurvivalCurve[] {
  const rows = readSurvivalRows(input, groupings);
  const tables = eventTables(rows);
  const variances = options.variance === 'jackknife' ? jackknife(rows, options) : [];
  return tables.map((table, g) => curveFromTable(table, rows.excluded, options, variances[g] ?? null));
}

function jackknife(rows: SurvivalRows, options: CurveOptions): readonly CurveVariance[] {
  const { cluster, weights = 'counts' } = options;
  const { weight, position, size } = rows;
  const names = new Map<number, number>();
  const index = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    const name =
      cluster === undefined ? i : (cluster[position === null ? i : (position[i] as number)] as number);
    index[i] = names.get(name) ?? names.size;
    names.set(name, index[i] as number);
  }
  const independent = weights === 'counts' && cluster === undefined;
  const scaleOf = (i: number) => {
    const w = weight === null ? 1 : (weight[i] as number);
    return independent ? Math.sqrt(w) : w;
  };
  return groupTimelines(rows).map((line) =>
    jackknifeVariance(line, names.size, (i) => index[i] as number, scaleOf),
  );
}

/** The curve of one event table; `variance` replaces Greenwood's when given (of S, and of the cumulative hazard). */
export function curveFromTable(
  table: EventTable,
  excluded: number,
  options: CurveOptions,
  variance: CurveVariance | null = null,
): SurvivalCurve {
  const { level = 0.95, interval = 'log', estimator = 'kaplan-meier' } = options;
  if (variance !== null && estimator !== 'kaplan-meier') {
    throw new RangeError('the jackknife variance is that of the Kaplan-Meier estimator');
  }
  const critical = criticalValue(level);
  const steps = curveSteps(table, estimator);
  const { survival, relativeError, cumulativeHazard, cumulativeHazardError, eventCount } = steps;
  if (variance !== null) takeErrors(steps, table.events, variance);
  const limits = confidenceLimits(interval, survival, relativeError, critical);
  // From here on the errors are those of survival itself.
  const standardError = relativeError;
  for (let i = 0; i < standardError.length; i++)
    standardError[i] = (survival[i] as number) * (relativeError[i] as number);
  return Object.freeze({
    method: methodNames[estimator],
    time: table.time,
    atRisk: table.atRisk,
    events: table.events,
    censored: table.censored,
    survival,
    standardError,
    lower: limits.lower,
    upper: limits.upper,
    cumulativeHazard,
    cumulativeHazardError,
    entryTime: table.entryTime,
    entered: table.entered,
    n: table.n,
    rows: table.rows,
    eventCount,
    excluded,
    level,
    interval,
  });
}

/** Survival and cumulative hazard after each end of follow-up, with the errors of log(survival) and of the hazard. */
interface CurveSteps {
  readonly survival: Float64Array;
  readonly relativeError: Float64Array;
  readonly cumulativeHazard: Float64Array;
  readonly cumulativeHazardError: Float64Array;
  readonly eventCount: number;
}

function curveSteps({ events, atRisk }: EventTable, estimator: Estimator): CurveSteps {
  const product = estimator === 'kaplan-meier';
  const oneByOne = estimator === 'fleming-harrington';
  const size = events.length;
  const survival = new Float64Array(size);
  const relativeError = new Float64Array(size);
  const cumulativeHazard = new Float64Array(size);
  const cumulativeHazardError = new Float64Array(size);
  let s = 1;
  let greenwood = 0;
  let hazard = 0;
  let hazardVariance = 0;
  let eventCount = 0;
  let error = 0;
  let hazardError = 0;
  for (let i = 0; i < size; i++) {
    const d = events[i] as number;
    if (d > 0) {
      const n = atRisk[i] as number;
      const remaining = n - d > 1e-11 * n ? n - d : 0;
      if (oneByOne) {
        const steps = Math.ceil(d - 1e-9);
        for (let k = 0; k < steps; k++) {
          const part = d / steps / (n - (k * d) / steps);
          hazard += part;
          hazardVariance += (part * part * steps) / d;
        }
      } else {
        const part = d / n;
        hazard += part;
        hazardVariance += part / n;
      }
      s = product ? s * (remaining / n) : Math.exp(-hazard);
      greenwood += d / (n * remaining);
      hazardError = Math.sqrt(hazardVariance);
      error = product ? Math.sqrt(greenwood) : hazardError;
      eventCount += d;
    }
    survival[i] = s;
    relativeError[i] = error;
    cumulativeHazard[i] = hazard;
    cumulativeHazardError[i] = hazardError;
  }
  return { survival, relativeError, cumulativeHazard, cumulativeHazardError, eventCount };
}

/** Puts errors by another variance in the place of Greenwood's; they change at events only, as the curve does. */
function takeErrors(
  { survival, relativeError, cumulativeHazardError }: CurveSteps,
  events: Float64Array,
  variance: CurveVariance,
): void {
  let error = 0;
  let hazardError = 0;
  for (let i = 0; i < events.length; i++) {
    if ((events[i] as number) > 0) {
      const own = variance.survival[i] as number;
      error = own === 0 ? 0 : Math.sqrt(own) / (survival[i] as number);
      hazardError = Math.sqrt(variance.hazard[i] as number);
    }
    relativeError[i] = error;
    cumulativeHazardError[i] = hazardError;
  }
}

const methodNames = {
  'kaplan-meier': 'Kaplan-Meier',
  breslow: 'Breslow',
  'fleming-harrington': 'Fleming-Harrington',
} as const;
