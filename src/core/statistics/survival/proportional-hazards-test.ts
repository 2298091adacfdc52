import type { CoxData } from './cox-data';
import type { CoxFit } from './cox-regression';
import { forEachTie, walkRiskSums } from './cox-risk-sums';
import { addSymmetric, type DriftInformation, driftTest } from './drift-test';
import { kaplanMeier } from './kaplan-meier';
import type { RegressionTest } from './regression-terms';
import { RowRisks } from './row-risks';
import { sortOrder } from './sort-order';

/** What a coefficient is allowed to drift with: 1 - Kaplan-Meier (default), the rank of time, time, or its logarithm. */
export type TimeScale = 'kaplan-meier' | 'rank' | 'identity' | 'log';

/** Tests of proportional hazards: one per group of terms, and one for all. */
export interface ProportionalHazardsTest {
  readonly method: string;
  readonly terms: readonly (RegressionTest & { readonly name: string })[];
  readonly global: RegressionTest;
}

/**
 * Score test that coefficients do not change with time (Grambsch and Therneau): the model is extended by each covariate
 * times g(t) - mean g, whose score and full information decide, as cox.zph does since survival 3.0.
 *
 * @param groups  names of groups of terms to test together (the levels of a category), by position; each term alone
 *   when left out
 * @throws RangeError on `log` with an event at or before time 0
 * @see Grambsch & Therneau 1994, doi:10.1093/biomet/81.3.515 · survival's cox.zph
 */
export function proportionalHazardsTest(
  fit: CoxFit,
  scale: TimeScale = 'kaplan-meier',
  groups?: readonly { readonly name: string; readonly terms: readonly number[] }[],
): ProportionalHazardsTest {
  const { data } = fit;
  const used = fit.terms.map((_, j) => j).filter((j) => fit.terms[j]?.reason === null);
  const g = transformedTimes(data, scale);
  const information = driftInformation(fit, g);
  const test = (chosen: readonly number[]) => driftTest(information, used, chosen);
  const named = groups ?? fit.terms.map(({ name }, j) => ({ name, terms: [j] }));
  return Object.freeze({
    method: `proportional hazards test, ${scale}`,
    terms: Object.freeze(named.map(({ name, terms }) => Object.freeze({ name, ...test(terms) }))),
    global: test(used),
  });
}

/** g of every row's time, centred at the mean over the events. */
function transformedTimes(data: CoxData, scale: TimeScale): Float64Array {
  const { time } = data;
  const g =
    scale === 'kaplan-meier'
      ? failedShare(data)
      : scale === 'rank'
        ? midranks(time)
        : Float64Array.from(time);
  if (scale === 'log') {
    for (let i = 0; i < g.length; i++) {
      if (data.event[i] === 1 && !((time[i] as number) > 0))
        throw new RangeError('log needs event times above 0');
      g[i] = Math.log(time[i] as number);
    }
  }
  let sum = 0;
  for (let i = 0; i < g.length; i++) if (data.event[i] === 1) sum += g[i] as number;
  const mean = data.eventCount === 0 ? 0 : sum / data.eventCount;
  return g.map((value) => value - mean);
}

/** 1 - S(t-) of all rows together, whatever their strata and weights. */
function failedShare(data: CoxData): Float64Array {
  const curve = kaplanMeier({ time: data.time, event: data.event, entry: data.entry ?? undefined });
  const order = sortOrder(Float64Array.from(data.time));
  const g = new Float64Array(data.rows);
  let row = 0;
  for (const i of order) {
    while (row < curve.time.length && (curve.time[row] as number) < (data.time[i] as number)) row += 1;
    g[i] = row === 0 ? 0 : 1 - (curve.survival[row - 1] as number);
  }
  return g;
}

function midranks(time: Float64Array): Float64Array {
  const order = sortOrder(Float64Array.from(time));
  const ranks = new Float64Array(time.length);
  for (let first = 0; first < order.length; ) {
    let next = first;
    while (next < order.length && time[order[next] as number] === time[order[first] as number]) next += 1;
    for (let k = first; k < next; k++) ranks[order[k] as number] = (first + next + 1) / 2;
    first = next;
  }
  return ranks;
}

/** Score of the drift, and information blocks multiplied by g to the powers 0, 1 and 2. */
function driftInformation(fit: CoxFit, g: Float64Array): DriftInformation {
  const { data } = fit;
  const p = data.covariates.size;
  const { first, last, deaths, weight } = data.eventTimes;
  const score = new Float64Array(p);
  const blocks = [new Float64Array(p * p), new Float64Array(p * p), new Float64Array(p * p)] as const;
  const mean = new Float64Array(p);
  walkRiskSums(data, new RowRisks(data, fit.standardised.beta), true, ({ risk, tied }, at) => {
    const drift = g[last[at] as number] as number;
    for (let i = first[at] as number; i <= (last[at] as number); i++) {
      if (data.event[i] === 0) continue;
      const w = data.weight[i] as number;
      for (let a = 0; a < p; a++) score[a] = (score[a] as number) + w * drift * (data.x[i * p + a] as number);
    }
    forEachTie(deaths[at] as number, weight[at] as number, fit.ties, (removed, w) => {
      const denominator = (risk[0] as number) - removed * (tied[0] as number);
      let cell = 1 + p;
      for (let a = 0; a < p; a++) {
        const m = ((risk[1 + a] as number) - removed * (tied[1 + a] as number)) / denominator;
        mean[a] = m;
        score[a] = (score[a] as number) - w * drift * m;
        for (let b = 0; b <= a; b++, cell++) {
          const square = ((risk[cell] as number) - removed * (tied[cell] as number)) / denominator;
          const spread = w * (square - m * (mean[b] as number));
          addSymmetric(blocks[0], p, a, b, spread);
          addSymmetric(blocks[1], p, a, b, spread * drift);
          addSymmetric(blocks[2], p, a, b, spread * drift * drift);
        }
      }
    });
  });
  return { score, blocks };
}
