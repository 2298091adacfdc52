import { type IntervalScale, probabilityInterval } from './confidence-limits';
import type { Estimate, UndefinedReason } from './estimate';
import type { MultiStateFit } from './multi-state';

/** Probability of being in a state, or in one of several, at one time. */
export interface StateEstimate extends Estimate {
  readonly time: number;
  readonly standardError: number | null;
}

/**
 * The probability of being in any of the given states at asked times, with the infinitesimal-jackknife error over
 * subjects. Each asked time costs one pass over the times and the rows.
 *
 * Before the first time everybody is in state 0. Beyond the last time with somebody at risk the probability is
 * undefined (`after-last-time`), unless `extend` carries it forward.
 *
 * @param states  the states that count, for example remission, first or second
 * @throws RangeError if a state is not one of the fit's
 * @see survival vignette "methods", infinitesimal jackknife of the Aalen-Johansen estimate
 */
export function stateProbabilityAt(
  fit: MultiStateFit,
  states: readonly number[],
  times: readonly number[],
  options: { readonly level?: number; readonly interval?: IntervalScale; readonly extend?: boolean } = {},
): readonly StateEstimate[] {
  const { level = 0.95, interval: scale = 'log', extend = false } = options;
  if (states.some((state) => !Number.isInteger(state) || state < 0 || state >= fit.states)) {
    throw new RangeError(`states must be 0 .. ${fit.states - 1}`);
  }
  const wanted = [...new Set(states)];
  const points = times.map((time): StateEstimate => {
    const base = { time, n: fit.n, method: fit.method };
    const reason = reasonFor(fit, time, extend);
    if (reason !== null)
      return Object.freeze({ ...base, estimate: null, standardError: null, interval: null, reason });
    let row = fit.time.length - 1;
    while (row >= 0 && (fit.time[row] as number) > time) row -= 1;
    const start = wanted.includes(0) ? 1 : 0;
    const sum =
      row < 0 ? start : wanted.reduce((p, state) => p + (fit.probability[state]?.[row] as number), 0);
    // A certainty that rounding has blurred is a certainty: the log-like scales have no limits there.
    const estimate = Math.abs(sum - Math.round(sum)) < 1e-12 ? Math.round(sum) : sum;
    const certain = estimate === 0 || estimate === 1;
    const standardError = certain ? 0 : Math.sqrt(jackknife(fit, wanted, row));
    const relativeError = standardError === 0 ? 0 : standardError / estimate;
    const interval = probabilityInterval(scale, estimate, relativeError, level);
    return Object.freeze({ ...base, estimate, standardError, interval, reason: null });
  });
  return Object.freeze(points);
}

function reasonFor(fit: MultiStateFit, time: number, extend: boolean): UndefinedReason | null {
  const size = fit.time.length;
  if (size === 0) return 'no-subjects';
  if (extend || time <= (fit.time[size - 1] as number)) return null;
  return 'after-last-time';
}

/**
 * Σ over subjects of squared influences on the probability at one time. `ahead` is the probability, given the state
 * just after a time, of being in the wanted states at the end: it is carried back from the end to the start.
 */
function jackknife(fit: MultiStateFit, wanted: readonly number[], end: number): number {
  const k = fit.states;
  const { subject, from, to, first, last, hazard } = fit.data;
  const ahead = new Float64Array(k);
  for (const state of wanted) ahead[state] = 1;
  // Per time and state: the drift of one at risk, and what a move to each other state gains.
  const drift = new Float64Array((end + 2) * k);
  const gain = new Float64Array((end + 1) * k * k);
  const back = new Float64Array(k);
  for (let d = end; d >= 0; d--) {
    for (let h = 0; h < k; h++) {
      const before = d === 0 ? (h === 0 ? 1 : 0) : (fit.probability[h]?.[d - 1] as number);
      const risk = fit.atRisk[h]?.[d] as number;
      const share = risk > 0 ? before / risk : 0;
      let flow = 0;
      for (let j = 0; j < k; j++) {
        const difference = (ahead[j] as number) - (ahead[h] as number);
        flow += (hazard[(d * k + h) * k + j] as number) * difference;
        gain[(d * k + h) * k + j] = share * difference;
      }
      drift[(d + 1) * k + h] = share * flow;
      back[h] = (ahead[h] as number) + flow;
    }
    ahead.set(back);
  }
  for (let d = 1; d <= end + 1; d++) {
    for (let h = 0; h < k; h++)
      drift[d * k + h] = (drift[d * k + h] as number) + (drift[(d - 1) * k + h] as number);
  }
  const influence = new Float64Array(fit.n);
  for (let i = 0; i < subject.length; i++) {
    const start = first[i] as number;
    if (start > end) continue;
    const h = from[i] as number;
    const stop = Math.min(last[i] as number, end);
    let effect = (drift[start * k + h] as number) - (drift[(stop + 1) * k + h] as number);
    const j = to[i] as number;
    if (j >= 0 && (last[i] as number) <= end) effect += gain[(stop * k + h) * k + j] as number;
    const s = subject[i] as number;
    influence[s] = (influence[s] as number) + effect;
  }
  return influence.reduce((sum, effect) => sum + effect * effect, 0);
}
