import { type IntervalScale, probabilityInterval } from './confidence-limits';
import { occupation } from './multi-state';
import type { StateEstimate } from './state-probability';

/**
 * Moves between states, counted: rows in any order, one or several per time and pair of states.
 *
 * - `from`: the state that is left, 0 .. states - 1; -1 where observation begins.
 * - `to`: the state that is entered; -1 where observation ends.
 */
export interface MoveCounts {
  readonly time: ArrayLike<number>;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly count: ArrayLike<number>;
}

/** Probabilities of being in each state, from counts alone. */
export interface StateOccupation {
  readonly method: string;
  readonly states: number;
  /** Distinct times, ascending; the first is that at which the first observation begins. */
  readonly time: Float64Array;
  /** Per state: under observation just before the time, and the probability and its error from the time on. */
  readonly atRisk: readonly Float64Array[];
  readonly probability: readonly Float64Array[];
  readonly standardError: readonly Float64Array[];
  /** Subjects whose observation began. */
  readonly n: number;
}

/**
 * Aalen-Johansen estimate of the probability of being in each state, from counts of moves: the same probabilities as
 * `multiState` from the rows of the subjects, with any distribution over the states at the beginning.
 *
 * The probabilities at the first time are the shares of those whose observation begins then; who begins later only adds to
 * those at risk. At one time, moves come before ends of observation, and who begins is at risk after it.
 *
 * The errors are Aalen's (the multinomial moves of each time, carried forward), which need no subject: without a censoring
 * they are those of a share, with two states Greenwood's. Under censoring they lean on moves that depend on the present state
 * alone; the probabilities do not.
 *
 * No rows: empty arrays.
 *
 * @throws RangeError on unequal lengths, states out of range, counts that are negative, or more leaving a state than are in it
 * @see Andersen et al. 1993, IV.4.1.3 · Datta & Satten 2001, doi:10.1016/S0167-7152(01)00155-9 · tests/reference/state-occupation
 * @example
 * // Three begin in state 0 at 0; one moves to 1 at 5: stateOccupation({ time: [0, 5], from: [-1, 0], to: [0, 1], count: [3, 1] }, 2)
 * // probability[1] is 0, 1/3
 */
export function stateOccupation(moves: MoveCounts, states: number): StateOccupation {
  check(moves, states);
  const time = Float64Array.from(new Set(Array.from(moves.time))).toSorted();
  const placeOf = new Map(Array.from(time, (t, place) => [t, place]));
  const count = time.length;
  const moved = new Float64Array(count * states * states);
  const [begun, ended] = [new Float64Array(count * states), new Float64Array(count * states)];
  for (let row = 0; row < moves.time.length; row++) {
    const place = placeOf.get(moves.time[row] as number) as number;
    const [from, to] = [moves.from[row] as number, moves.to[row] as number];
    const many = moves.count[row] as number;
    if (from < 0) add(begun, place * states + to, many);
    else if (to < 0) add(ended, place * states + from, many);
    else if (from !== to) add(moved, (place * states + from) * states + to, many);
  }
  const atRisk = riskSets(moved, begun, ended, states, count);
  const hazard = moved.map((d, cell) => {
    if (d === 0) return 0;
    return d / (atRisk[Math.floor(cell / states) % states]?.[Math.floor(cell / (states * states))] as number);
  });
  const first = begun.subarray(0, count === 0 ? 0 : states);
  const beginners = first.reduce((sum, one) => sum + one, 0);
  const start = Float64Array.from({ length: states }, (_, state) => (first[state] ?? 0) / (beginners || 1));
  const probability = occupation(hazard, states, count, start);
  return Object.freeze({
    method: 'Aalen-Johansen, several states',
    states,
    time,
    atRisk: Object.freeze(atRisk),
    probability: Object.freeze(probability),
    standardError: Object.freeze(errors({ hazard, atRisk, probability, start, states, count, beginners })),
    n: begun.reduce((sum, one) => sum + one, 0),
  });
}

/**
 * The probability of one state at asked times, with its error and limits.
 *
 * Before the first time, and beyond the last one, it is undefined.
 */
export function occupationAt(
  fit: StateOccupation,
  state: number,
  times: readonly number[],
  {
    level = 0.95,
    interval: scale = 'log',
  }: { readonly level?: number; readonly interval?: IntervalScale } = {},
): readonly StateEstimate[] {
  return times.map((time): StateEstimate => {
    const base = { time, n: fit.n, method: fit.method };
    const row = fit.time.findLastIndex((one) => one <= time);
    if (row < 0 || time > (fit.time.at(-1) as number)) {
      const reason = fit.time.length === 0 ? 'no-subjects' : 'after-last-time';
      return Object.freeze({ ...base, estimate: null, standardError: null, interval: null, reason });
    }
    const estimate = fit.probability[state]?.[row] as number;
    const standardError = fit.standardError[state]?.[row] as number;
    const relativeError = standardError === 0 ? 0 : standardError / estimate;
    const interval = probabilityInterval(scale, estimate, relativeError, level);
    return Object.freeze({ ...base, estimate, standardError, interval, reason: null });
  });
}

function check(moves: MoveCounts, states: number): void {
  if (!Number.isInteger(states) || states < 2) throw new RangeError('there must be at least two states');
  const rows = moves.time.length;
  for (const name of ['from', 'to', 'count'] as const) {
    if (moves[name].length !== rows)
      throw new RangeError(`${name} has ${moves[name].length} elements, time has ${rows}`);
  }
  for (let row = 0; row < rows; row++) {
    const [from, to] = [moves.from[row] as number, moves.to[row] as number];
    if (![from, to].every((state) => Number.isInteger(state) && state >= -1 && state < states))
      throw new RangeError(`states must be 0 .. ${states - 1}, or -1`);
    if (from < 0 && to < 0) throw new RangeError('a move must leave or enter a state');
    if (!((moves.count[row] as number) >= 0)) throw new RangeError('counts must not be negative');
  }
}

const add = (target: Float64Array, place: number, amount: number) => {
  target[place] = (target[place] as number) + amount;
};

function riskSets(
  moved: Float64Array,
  begun: Float64Array,
  ended: Float64Array,
  states: number,
  count: number,
): Float64Array[] {
  const atRisk = Array.from({ length: states }, () => new Float64Array(count));
  const inside = new Float64Array(states);
  for (let place = 0; place < count; place++) {
    for (let h = 0; h < states; h++) (atRisk[h] as Float64Array)[place] = inside[h] as number;
    for (let h = 0; h < states; h++) {
      for (let j = 0; j < states; j++) {
        const d = moved[(place * states + h) * states + j] as number;
        add(inside, h, -d);
        add(inside, j, d);
      }
    }
    for (let h = 0; h < states; h++) {
      add(inside, h, (begun[place * states + h] as number) - (ended[place * states + h] as number));
      if ((inside[h] as number) < 0) throw new RangeError('more leave a state than are in it');
    }
  }
  return atRisk;
}

interface Fitted {
  readonly hazard: Float64Array;
  readonly atRisk: readonly Float64Array[];
  readonly probability: readonly Float64Array[];
  readonly start: Float64Array;
  readonly states: number;
  readonly count: number;
  readonly beginners: number;
}

/** Roots of the diagonal of V(t) = (I + dA)' V(t-) (I + dA) + Σ over h of p_h(t-)² / Y_h · cov of one multinomial move. */
function errors({ hazard, atRisk, probability, start, states: k, count, beginners }: Fitted): Float64Array[] {
  const found = Array.from({ length: k }, () => new Float64Array(count));
  let covariance = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const [p, q] = [start[i] as number, start[j] as number];
      covariance[i * k + j] = ((i === j ? p : 0) - p * q) / (beginners || 1);
    }
  }
  const stay = new Float64Array(k * k);
  for (let place = 0; place < count; place++) {
    for (let h = 0; h < k; h++) {
      let leaving = 0;
      for (let j = 0; j < k; j++) {
        const rate = hazard[(place * k + h) * k + j] as number;
        stay[h * k + j] = rate;
        leaving += rate;
      }
      stay[h * k + h] = 1 - leaving;
    }
    covariance = sandwich(stay, covariance, k);
    for (let h = 0; h < k; h++) {
      const before = place === 0 ? (start[h] as number) : (probability[h]?.[place - 1] as number);
      const risk = atRisk[h]?.[place] as number;
      if (risk === 0 || before === 0 || stay[h * k + h] === 1) continue;
      const weight = (before * before) / risk;
      for (let i = 0; i < k; i++) {
        for (let j = 0; j < k; j++) {
          const [a, b] = [stay[h * k + i] as number, stay[h * k + j] as number];
          add(covariance, i * k + j, weight * ((i === j ? a : 0) - a * b));
        }
      }
    }
    for (let h = 0; h < k; h++)
      (found[h] as Float64Array)[place] = Math.sqrt(Math.max(0, covariance[h * k + h] as number));
  }
  return found;
}

/** M' V M. */
function sandwich(m: Float64Array, v: Float64Array, k: number): Float64Array<ArrayBuffer> {
  const half = product(v, m, k);
  const turned = new Float64Array(k * k);
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) turned[i * k + j] = m[j * k + i] as number;
  return product(turned, half, k);
}

function product(a: Float64Array, b: Float64Array, k: number): Float64Array<ArrayBuffer> {
  const found = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let l = 0; l < k; l++) {
      const factor = a[i * k + l] as number;
      if (factor === 0) continue;
      for (let j = 0; j < k; j++) add(found, i * k + j, factor * (b[l * k + j] as number));
    }
  }
  return found;
}
