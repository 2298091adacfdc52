import { AnalyticVariance } from './analytic-incidence-variance';
import { criticalValue, type IntervalScale, writeLimits } from './confidence-limits';
import { type GroupTimeline, groupTimelines, walkTimeline } from './group-timeline';
import { IncidenceJackknife } from './incidence-jackknife';
import { type Grouping, readSurvivalRows } from './survival-input';

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
  return groupTimelines(rows).map((line) => curvesOf(line, causes, rows.excluded, options));
}

function curvesOf(
  line: GroupTimeline,
  causes: number,
  excluded: number,
  options: IncidenceOptions,
): IncidenceCurves {
  const { level = 0.95, interval = 'log', variance = 'jackknife', weights = 'counts' } = options;
  const size = line.exits.length;
  const critical = criticalValue(level);
  const time = new Float64Array(size);
  const atRisk = new Float64Array(size);
  const censored = new Float64Array(size);
  const free = new StateWriter(size, interval, critical);
  const states = Array.from({ length: causes }, () => new StateWriter(size, interval, critical));
  const events = states.map(() => new Float64Array(size));
  const hazards = states.map(() => new Float64Array(size));
  const counts = new Float64Array(causes);
  const spread =
    variance === 'jackknife'
      ? new IncidenceJackknife(line, causes, weights)
      : new AnalyticVariance(causes, variance);
  const incidence = new Float64Array(causes);
  const hazard = new Float64Array(causes);
  let survival = 1;
  let used = 0;
  let n = 0;
  walkTimeline(line, causes, (step) => {
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
    n += d + (step.leaving[0] as number);
    time[used] = step.time;
    atRisk[used] = step.atRisk;
    censored[used] = step.leaving[0] as number;
    free.write(used, survival, spread.ofSurvival(survival));
    states.forEach((state, k) => {
      (events[k] as Float64Array)[used] = step.leaving[k + 1] as number;
      (hazards[k] as Float64Array)[used] = hazard[k] as number;
      state.write(used, incidence[k] as number, spread.ofIncidence(k, incidence));
    });
    used += 1;
  });
  return Object.freeze({
    method: 'Aalen-Johansen',
    time: time.slice(0, used),
    atRisk: atRisk.slice(0, used),
    censored: censored.slice(0, used),
    causes: Object.freeze(
      states.map((state, k) =>
        Object.freeze({
          cause: k + 1,
          events: (events[k] as Float64Array).slice(0, used),
          cumulativeHazard: (hazards[k] as Float64Array).slice(0, used),
          eventCount: counts[k] as number,
          ...state.finish(used),
        }),
      ),
    ),
    eventFree: Object.freeze(free.finish(used)),
    n,
    rows: size,
    excluded,
    level,
    interval,
  });
}

class StateWriter {
  readonly #probability: Float64Array;
  readonly #standardError: Float64Array;
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  readonly #interval: IntervalScale;
  readonly #critical: number;
  readonly #limits = { lower: Number.NaN, upper: Number.NaN };

  constructor(size: number, interval: IntervalScale, critical: number) {
    this.#probability = new Float64Array(size);
    this.#standardError = new Float64Array(size);
    this.#lower = new Float64Array(size);
    this.#upper = new Float64Array(size);
    this.#interval = interval;
    this.#critical = critical;
  }

  write(at: number, probability: number, variance: number): void {
    const error = Math.sqrt(variance);
    writeLimits(
      this.#limits,
      this.#interval,
      probability,
      error === 0 ? 0 : error / probability,
      this.#critical,
    );
    this.#probability[at] = probability;
    this.#standardError[at] = error;
    this.#lower[at] = this.#limits.lower;
    this.#upper[at] = this.#limits.upper;
  }

  finish(used: number): StateProbability {
    return {
      probability: this.#probability.slice(0, used),
      standardError: this.#standardError.slice(0, used),
      lower: this.#lower.slice(0, used),
      upper: this.#upper.slice(0, used),
    };
  }
}
