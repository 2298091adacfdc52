import { addSymmetric, type DriftInformation, driftTest } from './drift-test';
import type { FineGrayFit } from './fine-gray';
import type { FineGrayLikelihood } from './fine-gray-likelihood';
import type { ProportionalHazardsTest } from './proportional-hazards-test';

/**
 * Score test that subdistribution hazards are proportional: that no coefficient drifts with log(t + 1), the weights of who
 * had a competing event taken as known.
 *
 * It is what cox.zph says of survival's finegray data with the same transform. The one is added because an event may come
 * on the day of the origin.
 *
 * @param groups  terms to test together (the levels of a category), by position
 * @see Zhou, Fine & Laird, Goodness-of-fit test for proportional subdistribution hazards model, Stat Med 2013;32:3804,
 * doi:10.1002/sim.5815 (that its residuals are of this kind is unverified) · tests/reference/fine-gray
 */
export function fineGrayHazardsTest(
  fit: FineGrayFit,
  groups: readonly { readonly name: string; readonly terms: readonly number[] }[],
): ProportionalHazardsTest {
  const used = fit.terms.flatMap(({ reason }, j) => (reason === null ? [j] : []));
  const information = driftInformation(fit.likelihood, fit.standardised.beta);
  return Object.freeze({
    method: 'proportional subdistribution hazards test, log',
    terms: Object.freeze(
      groups.map(({ name, terms }) => Object.freeze({ name, ...driftTest(information, used, terms) })),
    ),
    global: driftTest(information, used, used),
  });
}

/** Score and information of the drift, g centred at its mean over the events. */
function driftInformation(likelihood: FineGrayLikelihood, beta: Float64Array): DriftInformation {
  const { p, events, blockTime, eventCount } = likelihood;
  const logs = blockTime.map((time) => Math.log(time + 1));
  const centre = logs.reduce((sum, one, b) => sum + one * (events[b] as number), 0) / (eventCount || 1);
  const sums = likelihood.riskSums(likelihood.risks(beta), true);
  const width = 1 + p + p * p;
  const score = new Float64Array(p);
  const blocks = [new Float64Array(p * p), new Float64Array(p * p), new Float64Array(p * p)] as const;
  events.forEach((d, b) => {
    if (d === 0) return;
    const base = b * width;
    const s0 = sums[base] as number;
    const drift = (logs[b] as number) - centre;
    for (let i = 0; i < p; i++) {
      const mean = (sums[base + 1 + i] as number) / s0;
      score[i] = (score[i] as number) - d * drift * mean;
      for (let j = 0; j <= i; j++) {
        const other = (sums[base + 1 + j] as number) / s0;
        const spread = d * ((sums[base + 1 + p + i * p + j] as number) / s0 - mean * other);
        addSymmetric(blocks[0], p, i, j, spread);
        addSymmetric(blocks[1], p, i, j, spread * drift);
        addSymmetric(blocks[2], p, i, j, spread * drift * drift);
      }
    }
  });
  forEachEvent(likelihood, (row, b) => {
    const drift = (logs[b] as number) - centre;
    for (let i = 0; i < p; i++)
      score[i] = (score[i] as number) + drift * (likelihood.x[row * p + i] as number);
  });
  return { score, blocks };
}

/** Residuals of Schoenfeld's kind, ascending in time: one element per event of the cause, one array per covariate. */
export interface FineGrayResiduals {
  readonly time: Float64Array;
  /** The covariate of who had the event less its weighted mean over the risk set, in units of the data. */
  readonly residuals: readonly Float64Array[];
  /** The same times events and inverse information, plus the coefficient: the course of the coefficient. */
  readonly scaled: readonly Float64Array[];
}

/** @see tests/reference/fine-gray compares their sums per time with cmprsk's */
export function fineGrayResiduals({ likelihood, standardised }: FineGrayFit): FineGrayResiduals {
  const { p, blockTime, eventCount, x } = likelihood;
  const { beta, inverseInformation, scale } = standardised;
  const sums = likelihood.riskSums(likelihood.risks(beta), false);
  const time = new Float64Array(eventCount);
  const columns = () => Array.from({ length: p }, () => new Float64Array(eventCount));
  const [residuals, scaled] = [columns(), columns()];
  let at = 0;
  forEachEvent(likelihood, (row, b) => {
    time[at] = blockTime[b] as number;
    const base = b * (1 + p);
    const plain = Array.from(
      { length: p },
      (_, j) => (x[row * p + j] as number) - (sums[base + 1 + j] as number) / (sums[base] as number),
    );
    for (let j = 0; j < p; j++) {
      const unit = scale[j] as number;
      const effect = plain.reduce((sum, one, k) => sum + one * (inverseInformation[k * p + j] as number), 0);
      (residuals[j] as Float64Array)[at] = (plain[j] as number) * unit;
      (scaled[j] as Float64Array)[at] = (effect * eventCount + (beta[j] as number)) / unit;
    }
    at += 1;
  });
  return { time, residuals, scaled };
}

function forEachEvent({ kind, block }: FineGrayLikelihood, take: (row: number, block: number) => void): void {
  for (let row = 0; row < kind.length; row++) if (kind[row] === 1) take(row, block[row] as number);
}
