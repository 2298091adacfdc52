import { mergeTimes } from './merged-times';

/**
 * Histories of subjects who move between states: one row per interval (entry, time] in one state, rows in any order.
 *
 * - `subject`: any whole number naming the subject.
 * - `state`: the state entered at `time`, 1 .. states - 1, or 0 when the interval ends without a move.
 *
 * Every subject starts in state 0; in later rows the subject is where the last move led. A row with a missing value, or
 * whose entry is not before its time, is left out and counted.
 */
export interface MultiStateInput {
  readonly subject: ArrayLike<number>;
  readonly entry: ArrayLike<number>;
  readonly time: ArrayLike<number>;
  readonly state: ArrayLike<number>;
}

/** Probabilities of being in each state. */
export interface MultiStateFit {
  readonly method: string;
  readonly states: number;
  /** Distinct ends of intervals, ascending. */
  readonly time: Float64Array;
  /** Per state: rows at risk just before the time, and the probability from the time on. */
  readonly atRisk: readonly Float64Array[];
  readonly probability: readonly Float64Array[];
  /** Number of moves from each state (row) to each other (column). */
  readonly transitions: readonly (readonly number[])[];
  readonly n: number;
  readonly rows: number;
  readonly excluded: number;
  readonly data: MultiStateData;
}

/** The rows of a fit: subject, state in which the row was at risk, state entered (-1 none), times by their index. */
export interface MultiStateData {
  readonly subject: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The row is at risk at the times first .. last. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Per time and pair of states, increments of the cumulative transition hazards, row-major; zero on the diagonal. */
  readonly hazard: Float64Array;
}

/**
 * Aalen-Johansen estimate of the probability of being in each state, for any states and moves, back and forth too.
 *
 * p(t) = p(t-) (I + dA(t)), dA from state h to j the moves over the rows at risk in h. Moves come before other ends of
 * intervals at the same time. Probabilities sum to 1. No rows: empty arrays.
 *
 * @param states  number of states, the initial state 0 included
 * @throws RangeError on unequal lengths or states out of range
 * @see Aalen & Johansen 1978 · Andersen et al. 1993, IV.4 · survival's survfit with a state · tests/reference/multi-state
 * @example
 * multiState({ subject: [1, 2], entry: [0, 0], time: [1, 2], state: [1, 0] }, 2).probability[1] // 1/2, 1/2
 */
export function multiState(input: MultiStateInput, states: number): MultiStateFit {
  const rows = readRows(input, states);
  const [exits, entries] = mergeTimes([rows.time, rows.entry]);
  const size = rows.time.length;
  const times: number[] = [];
  const last = new Int32Array(size);
  exits.sorted.forEach((t, k) => {
    if (times.length === 0 || times[times.length - 1] !== t) times.push(t);
    last[exits.order[k] as number] = times.length - 1;
  });
  const first = new Int32Array(size);
  let at = 0;
  entries.sorted.forEach((t, k) => {
    while (at < times.length && (times[at] as number) <= t) at += 1;
    first[entries.order[k] as number] = at;
  });
  const count = times.length;
  const moves = new Float64Array(count * states * states);
  const change = Array.from({ length: states }, () => new Float64Array(count + 1));
  const transitions = Array.from({ length: states }, () => new Array<number>(states).fill(0));
  for (let i = 0; i < size; i++) {
    const h = rows.from[i] as number;
    const steps = change[h] as Float64Array;
    steps[first[i] as number] = (steps[first[i] as number] as number) + 1;
    steps[(last[i] as number) + 1] = (steps[(last[i] as number) + 1] as number) - 1;
    const j = rows.to[i] as number;
    if (j < 0 || j === h) continue;
    const cell = ((last[i] as number) * states + h) * states + j;
    moves[cell] = (moves[cell] as number) + 1;
    const line = transitions[h] as number[];
    line[j] = (line[j] as number) + 1;
  }
  const atRisk = change.map((steps) => {
    let inside = 0;
    return steps.subarray(0, count).map((step) => {
      inside += step;
      return inside;
    });
  });
  const hazard = moves.map((d, cell) => {
    if (d === 0) return 0;
    const h = Math.floor(cell / states) % states;
    return d / (atRisk[h]?.[Math.floor(cell / (states * states))] as number);
  });
  return Object.freeze({
    method: 'Aalen-Johansen, several states',
    states,
    time: Float64Array.from(times),
    atRisk: Object.freeze(atRisk),
    probability: Object.freeze(occupation(hazard, states, count, certainly(0, states))),
    transitions: Object.freeze(transitions.map((line) => Object.freeze(line))),
    n: rows.subjects,
    rows: size,
    excluded: rows.excluded,
    data: Object.freeze({ subject: rows.subject, from: rows.from, to: rows.to, first, last, hazard }),
  });
}

const certainly = (state: number, states: number): Float64Array =>
  Float64Array.from({ length: states }, (_, one) => (one === state ? 1 : 0));

/**
 * Probability of each state from each time on: the product of the steps `I + dA(t)`, from the probabilities `start`.
 *
 * @param hazard  per time and pair of states, row-major, zero on the diagonal, as in `MultiStateData`
 */
export function occupation(
  hazard: Float64Array,
  states: number,
  count: number,
  start: Float64Array,
): Float64Array[] {
  const probability = Array.from({ length: states }, () => new Float64Array(count));
  const now = start.slice();
  const next = new Float64Array(states);
  for (let d = 0; d < count; d++) {
    next.set(now);
    for (let h = 0; h < states; h++) {
      for (let j = 0; j < states; j++) {
        const flow = (now[h] as number) * (hazard[(d * states + h) * states + j] as number);
        if (flow === 0) continue;
        next[h] = (next[h] as number) - flow;
        next[j] = (next[j] as number) + flow;
      }
    }
    now.set(next);
    for (let h = 0; h < states; h++) (probability[h] as Float64Array)[d] = now[h] as number;
  }
  return probability;
}

function readRows(input: MultiStateInput, states: number) {
  const total = input.time.length;
  if (!Number.isInteger(states) || states < 2) throw new RangeError('there must be at least two states');
  for (const name of ['subject', 'entry', 'state'] as const) {
    if (input[name].length !== total)
      throw new RangeError(`${name} has ${input[name].length} elements, time has ${total}`);
  }
  const names = new Map<number, number>();
  const kept: { subject: number; entry: number; time: number; state: number }[] = [];
  for (let i = 0; i < total; i++) {
    const state = input.state[i] as number;
    const entry = input.entry[i] as number;
    const time = input.time[i] as number;
    const name = input.subject[i] as number;
    if (Number.isNaN(state) || Number.isNaN(name) || !(entry < time)) continue;
    if (!Number.isInteger(state) || state < 0 || state >= states) {
      throw new RangeError(`state must be 0 .. ${states - 1} or missing`);
    }
    const subject = names.get(name) ?? names.size;
    names.set(name, subject);
    kept.push({ subject, entry, time, state });
  }
  kept.sort((a, b) => a.subject - b.subject || a.entry - b.entry);
  const from = new Int32Array(kept.length);
  kept.forEach((row, i) => {
    const before = kept[i - 1];
    if (before === undefined || before.subject !== row.subject) return;
    from[i] = before.state > 0 ? before.state : (from[i - 1] as number);
  });
  return {
    subject: Int32Array.from(kept, (row) => row.subject),
    entry: Float64Array.from(kept, (row) => row.entry),
    time: Float64Array.from(kept, (row) => row.time),
    from,
    to: Int32Array.from(kept, (row) => (row.state > 0 ? row.state : -1)),
    subjects: names.size,
    excluded: total - kept.length,
  };
}
