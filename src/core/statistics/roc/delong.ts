import { midranks } from '../groups/midranks';

/** DeLong's structural components: how often each subject is ordered rightly against the other group. */
export interface DelongComponents {
  readonly auc: number;
  /** One per subject with the event: share of controls below, ties half. */
  readonly ofEvents: Float64Array;
  /** One per control: share of subjects with the event above, ties half. */
  readonly ofControls: Float64Array;
}

/**
 * AUC and DeLong's components by midranks in O(n log n).
 *
 * @param events, controls  marker values, higher speaks for the event; at least one each
 * @see DeLong, DeLong & Clarke-Pearson 1988, doi:10.2307/2531595; Sun & Xu 2014, doi:10.1109/LSP.2014.2337313
 */
export function delongComponents(events: Float64Array, controls: Float64Array): DelongComponents {
  const [m, n] = [events.length, controls.length];
  const pooled = new Float64Array(m + n);
  pooled.set(events);
  pooled.set(controls, m);
  const all = midranks(pooled).ranks;
  const amongEvents = midranks(events).ranks;
  const amongControls = midranks(controls).ranks;
  let rankSum = 0;
  const ofEvents = new Float64Array(m);
  for (let i = 0; i < m; i++) {
    rankSum += all[i] ?? 0;
    ofEvents[i] = ((all[i] ?? 0) - (amongEvents[i] ?? 0)) / n;
  }
  const ofControls = new Float64Array(n);
  for (let j = 0; j < n; j++) ofControls[j] = 1 - ((all[m + j] ?? 0) - (amongControls[j] ?? 0)) / m;
  return { auc: (rankSum - (m * (m + 1)) / 2) / (m * n), ofEvents, ofControls };
}

function covariance(x: Float64Array, y: Float64Array, meanX: number, meanY: number): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += ((x[i] ?? 0) - meanX) * ((y[i] ?? 0) - meanY);
  return sum / (x.length - 1);
}

/** Covariance of two AUCs of the same subjects; of one with itself its variance. Two subjects per group needed. */
export function delongCovariance(first: DelongComponents, second: DelongComponents): number {
  return (
    covariance(first.ofEvents, second.ofEvents, first.auc, second.auc) / first.ofEvents.length +
    covariance(first.ofControls, second.ofControls, first.auc, second.auc) / first.ofControls.length
  );
}
