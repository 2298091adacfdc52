import { type GroupTimeline, walkTimeline } from './group-timeline';
import { QuadraticSums } from './quadratic-sums';

/** Variances at each distinct end of follow-up. */
export interface CurveVariance {
  readonly survival: Float64Array;
  readonly hazard: Float64Array;
}

/**
 * Infinitesimal-jackknife variance of the Kaplan-Meier curve and of the Nelson-Aalen estimate: the sum over
 * clusters of the squared derivative with respect to the clusters' weights.
 *
 * Subject i's derivative of log S(t) is -Σ (dN_i - Y_i d/n) / (n - d), of the cumulative hazard Σ (dN_i - Y_i d/n) / n.
 *
 * @param clusterOf  cluster of a row, 0 .. clusters - 1
 * @param scaleOf  what a row's derivative counts: its sampling weight, or the root of a count
 * @returns one element per distinct time; 0 once survival is 0
 * @see Efron 1981, doi:10.1080/01621459.1981.10477650 · survival vignette "methods", infinitesimal jackknife
 */
export function jackknifeVariance(
  line: GroupTimeline,
  clusters: number,
  clusterOf: (row: number) => number,
  scaleOf: (row: number) => number,
): CurveVariance {
  const { entries, exits, event } = line;
  const logSurvival = new QuadraticSums(clusters);
  const hazard = new QuadraticSums(clusters);
  const survivalVariance = new Float64Array(exits.length);
  const hazardVariance = new Float64Array(exits.length);
  const change = (sums: QuadraticSums, row: number, constant: number, slope: number) => {
    const scale = scaleOf(row);
    sums.add(clusterOf(row), scale * constant, scale * slope, 0);
  };
  let sumS = 0;
  let sumH = 0;
  let s = 1;
  let used = 0;
  walkTimeline(line, 1, (step) => {
    for (let e = step.enterFrom; e < step.enterTo; e++) {
      const row = entries[e] as number;
      change(logSurvival, row, -sumS, 1);
      change(hazard, row, -sumH, 1);
    }
    const n = step.atRisk;
    const d = step.leaving[1] as number;
    const remaining = n - d > 1e-11 * n ? n - d : 0;
    if (remaining > 0) sumS += d / n / remaining;
    sumH += d / n / n;
    s *= remaining / n;
    for (let x = step.exitFrom; x < step.exitTo; x++) {
      const row = exits[x] as number;
      const happened = event[row] as number;
      change(logSurvival, row, sumS - (remaining > 0 ? happened / remaining : 0), -1);
      change(hazard, row, sumH - happened / n, -1);
    }
    survivalVariance[used] = s === 0 ? 0 : s * s * logSurvival.at(1, sumS, 0);
    hazardVariance[used] = hazard.at(1, sumH, 0);
    used += 1;
  });
  return { survival: survivalVariance.subarray(0, used), hazard: hazardVariance.subarray(0, used) };
}
