import { AnalyticVariance } from './analytic-incidence-variance';
import { confidenceLimits, criticalValue, type IntervalScale } from './confidence-limits';
import { type ExitStep, type ExitTable, exitTables } from './exit-table';
import { groupTimelines } from './group-timeline';
import { IncidenceJackknife } from './incidence-jackknife';
import { IncidenceJackknifeByRow } from './incidence-jackknife-by-row';
import { type Grouping, readSurvivalRows, type SurvivalRows } from './survival-input';

/**
 * Follow-up that ends in one of several competing causes: as `SurvivalInput`, with `cause` 0 for censored and
 * 1 .. number of causes for the cause that ended it.
 */
export interface CompetingInput {
  readonly time: ArrayLike<number>;
  readonly cause: ArrayLike<number>;
  readonly entry?: ArrayLike<number> | undefined;
  readonly weight?: ArrayLike<number> | undefined;
}

export interface IncidenceOptions {
  /** Confidence level in (0, 1); 0.95. */
  readonly level?: number;
  /** Scale of the interval of each probability; `log`, as R's survfit. */
  readonly interval?: IntervalScale;
  /**
   * `jackknife` (default): infinitesimal jackknife, as R's survfit. `aalen`: Aalen's (Gray's) delta method, as cmprsk's
   * cuminc. `greenwood`: multinomial, as etm. They differ from the second or third digit on.
   */
  readonly variance?: 'jackknife' | 'aalen' | 'greenwood';
  /** What a weight means to the jackknife: that many independent subjects (default), or a sampling weight. */
  readonly weights?: 'counts' | 'sampling';
}

/** Probability of one state over time. Undefined limits are `NaN`. */
export interface StateProbability {
  readonly probability: Float64Array;
  readonly standardError: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Cumulative incidence of one cause. */
export interface CauseIncidence extends StateProbability {
  readonly cause: number;
  readonly events: Float64Array;
  /** Nelson-Aalen estimate of the cause-specific cumulative hazard. */
  readonly cumulativeHazard: Float64Array;
  readonly eventCount: number;
}

/** Cumulative incidences of all causes: one element per distinct end of follow-up, ascending. */
export interface IncidenceCurves {
  readonly method: string;
  readonly time: Float64Array;
  readonly atRisk: Float64Array;
  readonly censored: Float64Array;
  readonly causes: readonly CauseIncidence[];
  readonly eventFree: StateProbability;
  readonly n: number;
  readonly rows: number;
  readonly excluded: number;
  readonly level: number;
  readonly interval: IntervalScale;
}

/**
 * Aalen-Johansen estimate of the cumulative incidence of competing causes, with late entry and weights.
 *
 * At each time cause k grows by S(t-) d_k / n, S the probability of no event so far. The incidences and the
 * event-free probability sum to 1. Events come before censorings of the same time.
 *
 * No rows: empty arrays. No event of a cause: incidence 0, limits undefined on the log-like scales.
 *
 * @param causes  number of causes
 * @throws RangeError on unequal lengths, causes out of 0 .. causes, negative weights, a level outside (0, 1)
 * @see Aalen & Johansen 1978 · Putter et al. 2007, doi:10.1002/sim.2712 · tests/reference/aalen-johansen
 * @example
 * aalenJohansen({ time: [1, 2, 3], cause: [1, 2, 0] }, 2).causes[1]?.probability // 0, 1/3, 1/3
 */
export function aalenJohansen(
  input: CompetingInput,
  causes: number,
  options: IncidenceOptions = {},
): IncidenceCurves {
  return estimate(input, causes, [], options)[0] as IncidenceCurves;
}

/** One set of curves per group, in the order of the group indices. `excluded` counts over all groups. */
export function aalenJohansenByGroup(
  input: CompetingInput,
  causes: number,
  group: Grouping,
  options: IncidenceOptions = {},
): readonly IncidenceCurves[] {
  return Object.freeze(estimate(input, causes, [group], options));
}

function estimate(
  input: CompetingInput,
  causes: number,
  groupings: readonly Grouping[],
  options: IncidenceOptions,
): readonly IncidenceCurves[] {
  if (!Number.isInteger(causes) || causes < 1) throw new RangeError('there must be at least one cause');
  const { time, cause, entry, weight } = input;
  const rows = readSurvivalRows({ time, event: cause, entry, weight }, groupings, causes);
  const tables = exitTables(rows, causes);
  const spreads = incidenceSpreads(rows, tables, causes, options);
  return tables.map((table, g) => curvesOf(table, spreads[g] as IncidenceSpread, rows.excluded, options));
}

/** The variances of the curves of one group, which follow the curves from time to time. */
interface IncidenceSpread {
  advance(step: ExitStep, survival: number, incidence: Float64Array, remaining: number): void;
  ofIncidence(k: number, incidence: Float64Array): number;
  ofSurvival(survival: number): number;
}

function incidenceSpreads(
  rows: SurvivalRows,
  tables: readonly ExitTable[],
  causes: number,
  { variance = 'jackknife', weights = 'counts' }: IncidenceOptions,
): readonly IncidenceSpread[] {
  if (variance !== 'jackknife') return tables.map(() => new AnalyticVariance(causes, variance));
  if (rows.entry === null && (rows.weight === null || weights === 'counts')) {
    return tables.map(({ n }) => new IncidenceJackknife(n, causes));
  }
  return groupTimelines(rows).map((line) => new IncidenceJackknifeByRow(line, causes, weights));
}

function curvesOf(
  table: ExitTable,
  spread: IncidenceSpread,
  excluded: number,
  options: IncidenceOptions,
): IncidenceCurves {
  const { level = 0.95, interval = 'log' } = options;
  const size = table.time.length;
  const critical = criticalValue(level);
  const [censored, ...events] = table.leaving;
  const causes = events.length;
  const free = new StateWriter(size);
  const states = events.map(() => new StateWriter(size));
  const hazards = events.map(() => new Float64Array(size));
  const counts = new Float64Array(causes);
  const incidence = new Float64Array(causes);
  const hazard = new Float64Array(causes);
  const step = { time: 0, atRisk: 0, leaving: new Float64Array(causes + 1) };
  let survival = 1;
  for (let i = 0; i < size; i++) {
    step.time = table.time[i] as number;
    step.atRisk = table.atRisk[i] as number;
    for (let code = 0; code <= causes; code++) step.leaving[code] = table.leaving[code]?.[i] as number;
    const before = survival;
    let d = 0;
    for (let k = 0; k < causes; k++) {
      const own = step.leaving[k + 1] as number;
      d += own;
      incidence[k] = (incidence[k] as number) + (before * own) / step.atRisk;
      hazard[k] = (hazard[k] as number) + own / step.atRisk;
      counts[k] = (counts[k] as number) + own;
    }
    const remaining = step.atRisk - d > 1e-11 * step.atRisk ? step.atRisk - d : 0;
    survival = before * (remaining / step.atRisk);
    spread.advance(step, before, incidence, remaining);
    free.write(i, survival, spread.ofSurvival(survival));
    for (let k = 0; k < causes; k++) {
      (hazards[k] as Float64Array)[i] = hazard[k] as number;
      states[k]?.write(i, incidence[k] as number, spread.ofIncidence(k, incidence));
    }
  }
  return Object.freeze({
    method: 'Aalen-Johansen',
    time: table.time,
    atRisk: table.atRisk,
    censored: censored as Float64Array,
    causes: Object.freeze(
      states.map((state, k) =>
        Object.freeze({
          cause: k + 1,
          events: events[k] as Float64Array,
          cumulativeHazard: hazards[k] as Float64Array,
          eventCount: counts[k] as number,
          ...state.finish(interval, critical),
        }),
      ),
    ),
    eventFree: Object.freeze(free.finish(interval, critical)),
    n: table.n,
    rows: table.rows,
    excluded,
    level,
    interval,
  });
}

class StateWriter {
  readonly #probability: Float64Array;
  readonly #standardError: Float64Array;

  constructor(size: number) {
    this.#probability = new Float64Array(size);
    this.#standardError = new Float64Array(size);
  }

  write(at: number, probability: number, variance: number): void {
    this.#probability[at] = probability;
    this.#standardError[at] = Math.sqrt(variance);
  }

  finish(interval: IntervalScale, critical: number): StateProbability {
    const probability = this.#probability;
    const standardError = this.#standardError;
    const relativeError = standardError.map((error, i) =>
      error === 0 ? 0 : error / (probability[i] as number),
    );
    return {
      probability,
      standardError,
      ...confidenceLimits(interval, probability, relativeError, critical),
    };
  }
}
