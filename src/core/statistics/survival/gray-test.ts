import { chiSquaredUpperTail } from '@core/statistics/distributions/chi-squared';
import { quadraticForm } from '@core/statistics/linear-algebra/cholesky';
import type { CompetingInput } from './aalen-johansen';
import type { UndefinedReason } from './estimate';
import { GrayAccumulator } from './gray-accumulator';
import { inGivenOrder, mergeTimes } from './merged-times';
import { type Grouping, readSurvivalRows } from './survival-input';

/** Gray's test for one cause. */
export interface GrayTest {
  readonly method: string;
  readonly cause: number;
  readonly statistic: number | null;
  readonly degreesOfFreedom: number;
  readonly pValue: number | null;
  readonly reason: UndefinedReason | null;
  readonly n: number;
  readonly excluded: number;
}

/**
 * Gray's k-sample test that groups share the cumulative incidence of each cause.
 *
 * Compares subdistribution hazards with the weight (1 - F(t-))^rho, F pooled. Weights of rows count subjects. Late
 * entry is not part of the test and is refused.
 *
 * No event of the cause: `no-events`. A singular variance (a group without subjects at risk): `no-comparison`.
 *
 * @throws RangeError with late entry, on unequal lengths, or codes out of range
 * @see Gray 1988, doi:10.1214/aos/1176350951 · cmprsk's cuminc · tests/reference/gray
 */
export function grayTest(
  input: CompetingInput,
  causes: number,
  group: Grouping,
  options: { readonly strata?: Grouping | undefined; readonly rho?: number } = {},
): readonly GrayTest[] {
  if (input.entry !== undefined) throw new RangeError("Gray's test is not defined with late entry");
  const { strata, rho = 0 } = options;
  const groupings = strata === undefined ? [group] : [strata, group];
  const rows = readSurvivalRows(
    { time: input.time, event: input.cause, weight: input.weight },
    groupings,
    causes,
  );
  const [ends] = mergeTimes([rows.time]);
  const { order } = ends;
  const time = inGivenOrder(ends);
  const groups = group.count;
  const n = rows.weight === null ? rows.size : rows.weight.reduce((sum, w) => sum + w, 0);
  const perStratum = Array.from({ length: strata?.count ?? 1 }, (_, s) =>
    strata === undefined ? order : order.filter((i) => Math.floor((rows.group[i] as number) / groups) === s),
  );
  const tests = Array.from({ length: causes }, (_, k): GrayTest => {
    const tested = groups - 1;
    const score = new Float64Array(tested);
    const variance = new Float64Array(tested * tested);
    let events = 0;
    for (const members of perStratum) {
      const accumulator = new GrayAccumulator(groups, rho);
      events += accumulator.run({ ...rows, time }, members, k + 1);
      accumulator.addTo(score, variance);
    }
    const base = {
      method: `Gray's test, rho ${rho}`,
      cause: k + 1,
      degreesOfFreedom: tested,
      n,
      excluded: rows.excluded,
    };
    const scale = variance.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
    const defined = events > 0 && tested > 0 && scale > 1e-14 && isRegular(variance, tested);
    if (!defined) {
      const reason: UndefinedReason = events === 0 ? 'no-events' : 'no-comparison';
      return Object.freeze({ ...base, statistic: null, pValue: null, reason });
    }
    const statistic = quadraticForm(variance, score);
    return Object.freeze({
      ...base,
      statistic,
      pValue: chiSquaredUpperTail(statistic, tested),
      reason: null,
    });
  });
  return Object.freeze(tests);
}

function isRegular(matrix: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i++) if (!((matrix[i * size + i] as number) > 0)) return false;
  return true;
}
