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
 * stateOccupation({ time: [0, 5], from: [-1, 0], to: [0, 1], count: [3, 1] }, 2).probability[1] // 0, 1/3
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

/**
 * Roots of the diagonal of V(t) = (I + dA)' V(t-) (I + dA) + Σ over h of p_h(t-)² / Y_h · cov of one multinomial move.
 *
 * At most times one or two states are left: dA has as many rows, and only what they touch is computed.
 */
function errors({ hazard, atRisk, probability, start, states: k, count, beginners }: Fitted): Float64Array[] {
  const found = Array.from({ length: k }, () => new Float64Array(count));
  const covariance = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const [p, q] = [start[i] as number, start[j] as number];
      covariance[i * k + j] = ((i === j ? p : 0) - p * q) / (beginners || 1);
    }
  }
  const before = covariance.slice();
  for (let place = 0; place < count; place++) {
    const moves = movesAt(hazard, place, k);
    before.set(covariance);
    for (const { from: h, by } of moves) {
      for (let i = 0; i < k; i++) {
        for (let j = 0; j < k; j++) {
          const [a, b] = [by[i] as number, by[j] as number];
          add(covariance, i * k + j, (before[i * k + h] as number) * b + a * (before[h * k + j] as number));
          for (const other of moves)
            add(covariance, i * k + j, (before[h * k + other.from] as number) * a * (other.by[j] as number));
        }
      }
      const share = place === 0 ? (start[h] as number) : (probability[h]?.[place - 1] as number);
      const weight = (share * share) / (atRisk[h]?.[place] as number);
      for (let i = 0; i < k; i++) {
        for (let j = 0; j < k; j++) {
          const [a, b] = [(by[i] as number) + (i === h ? 1 : 0), (by[j] as number) + (j === h ? 1 : 0)];
          add(covariance, i * k + j, weight * ((i === j ? a : 0) - a * b));
        }
      }
    }
    for (let h = 0; h < k; h++)
      (found[h] as Float64Array)[place] = Math.sqrt(Math.max(0, covariance[h * k + h] as number));
  }
  return found;
}

/** The rows of dA at a time that are not zero. */
function movesAt(hazard: Float64Array, place: number, k: number) {
  const moves: { readonly from: number; readonly by: Float64Array }[] = [];
  for (let h = 0; h < k; h++) {
    const by = hazard.slice((place * k + h) * k, (place * k + h + 1) * k);
    const leaving = by.reduce((sum, rate) => sum + rate, 0);
    if (leaving === 0) continue;
    by[h] = -leaving;
    moves.push({ from: h, by });
  }
  return moves;
}
