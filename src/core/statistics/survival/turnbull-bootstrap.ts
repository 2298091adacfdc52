import { type IntervalCensoredInput, turnbull, turnbullAt } from './turnbull';

/** A bootstrap interval for survival at one time; bounds are `null` where too few resamples know survival there. */
export interface TurnbullInterval {
  readonly time: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly level: number;
  readonly method: string;
  /** Resamples in which survival at the time was known on both sides. */
  readonly replicates: number;
}

/**
 * Percentile bootstrap intervals for Turnbull's estimate: subjects are drawn with replacement, as many of a row as its weight
 * counts; the lower bound of survival gives the lower limit, its upper bound the upper one.
 *
 * The estimate converges slower than the root of n, so that Greenwood-like errors are wrong; the bootstrap is the
 * usual practice and itself only approximate.
 *
 * @param random  uniform numbers in [0, 1); give a seeded one for a reproducible interval
 * @throws RangeError if the level is not in (0, 1), there are fewer than 2 replicates, or a weight is no count
 * @see Sun 2006, The Statistical Analysis of Interval-censored Failure Time Data, section 3
 */
export function turnbullBootstrap(
  input: IntervalCensoredInput,
  times: readonly number[],
  random: () => number,
  options: {
    readonly level?: number;
    readonly replicates?: number;
    readonly progress?: (done: number) => boolean;
  } = {},
): readonly TurnbullInterval[] {
  const { level = 0.95, replicates = 500, progress = () => true } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  if (!(replicates >= 2)) throw new RangeError('at least 2 replicates are needed');
  const size = input.lower.length;
  const lows = times.map((): number[] => []);
  const draw = drawing(size, input.weight);
  const highs = times.map((): number[] => []);
  for (let r = 0; r < replicates && size > 0 && progress(r); r++) {
    const counts = draw(random);
    const rows = Array.from(counts.keys()).filter((i) => (counts[i] as number) > 0);
    const drawn = {
      lower: rows.map((i) => input.lower[i] as number),
      upper: rows.map((i) => input.upper[i] as number),
      weight: rows.map((i) => counts[i] as number),
    };
    turnbullAt(turnbull(drawn, 1e-7), times).forEach((point, k) => {
      if (point.lower === null || point.upper === null) return;
      lows[k]?.push(point.lower);
      highs[k]?.push(point.upper);
    });
  }
  const intervals = times.map((time, k): TurnbullInterval => {
    const known = lows[k]?.length ?? 0;
    const enough = known >= Math.max(2, replicates / 2);
    return Object.freeze({
      time,
      lower: enough ? percentile(lows[k] ?? [], (1 - level) / 2) : null,
      upper: enough ? percentile(highs[k] ?? [], 1 - (1 - level) / 2) : null,
      level,
      method: 'percentile bootstrap',
      replicates: known,
    });
  });
  return Object.freeze(intervals);
}

/** How many subjects of each row a resample has. Without weights a row is one subject. */
function drawing(size: number, weight: ArrayLike<number> | undefined): (random: () => number) => Int32Array {
  const owner =
    weight === undefined
      ? null
      : Int32Array.from(Array.from({ length: size }, (_, i) => new Array(weight[i]).fill(i)).flat());
  const subjects = owner?.length ?? size;
  return (random) => {
    const counts = new Int32Array(size);
    for (let k = 0; k < subjects; k++) {
      const subject = Math.floor(random() * subjects);
      const row = owner === null ? subject : (owner[subject] as number);
      counts[row] = (counts[row] as number) + 1;
    }
    return counts;
  };
}

function percentile(values: readonly number[], probability: number): number {
  const sorted = Float64Array.from(values).sort();
  const at = probability * (sorted.length - 1);
  const low = sorted[Math.floor(at)] as number;
  return low + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] as number) - low);
}
