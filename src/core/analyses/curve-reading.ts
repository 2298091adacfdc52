import { daysPerMonth, monthsFromDays } from '@core/domain/calendar';
import type { IncidenceCurves, StateProbability } from '@core/statistics/survival/aalen-johansen';
import { incidenceAt } from '@core/statistics/survival/incidence-at';
import type { SurvivalCurve } from '@core/statistics/survival/kaplan-meier';
import { survivalAt } from '@core/statistics/survival/survival-at';

/** One reading of a curve in the unit of the figures. */
export interface CurveReading {
  readonly month: number;
  readonly survival: number;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

/** The steps of a curve in months, from (0, 1); limits that are undefined are `null`. */
export const curveSteps = (curve: SurvivalCurve): readonly CurveReading[] =>
  stepsOf(curve, { ...curve, probability: curve.survival, from: 1 });

/** The steps of the cumulative incidence of one cause (1, 2, ...) in months, from (0, 0); `survival` is the probability. */
export function incidenceSteps(curves: IncidenceCurves, cause: number): readonly CurveReading[] {
  const found = curves.causes.find((one) => one.cause === cause);
  if (found === undefined) throw new RangeError(`no cause ${cause}`);
  return stepsOf(curves, { ...found, from: 0 });
}

/** A probability over the times of a curve, and what it begins with. */
interface Probability extends Pick<StateProbability, 'probability' | 'lower' | 'upper'> {
  readonly events: Float64Array;
  readonly from: 0 | 1;
}

function stepsOf(
  { time, n, atRisk, censored }: Pick<SurvivalCurve, 'time' | 'n' | 'atRisk' | 'censored'>,
  { probability, lower, upper, events, from }: Probability,
): readonly CurveReading[] {
  const limit = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  return [
    { month: 0, survival: from, lower: from, upper: from, atRisk: n, events: 0, censored: 0 },
    ...Array.from(time, (day, index) => ({
      month: monthsFromDays(day),
      survival: probability[index] ?? Number.NaN,
      lower: limit(lower[index]),
      upper: limit(upper[index]),
      atRisk: atRisk[index] ?? Number.NaN,
      events: events[index] ?? Number.NaN,
      censored: censored[index] ?? Number.NaN,
    })),
  ];
}

/** Numbers for the table under the axis at one month: at risk, and events and censorings so far. */
export interface RiskTableEntry {
  readonly month: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
}

/**
 * The table under the axis: at risk at each month, cumulative events and censorings up to and with it.
 *
 * @see Morris et al., BMJ Open 2019, doi:10.1136/bmjopen-2019-030215
 */
export function riskTable(curve: SurvivalCurve, months: readonly number[]): readonly RiskTableEntry[] {
  const points = survivalAt(
    curve,
    months.map((month) => month * daysPerMonth),
    { extend: true },
  );
  let events = 0;
  let censored = 0;
  return points.map((point, index) => {
    events += point.events;
    censored += point.censored;
    return { month: months[index] ?? 0, atRisk: point.atRisk, events, censored };
  });
}

/** The reading of a step function at a month: that of its last step by then. `null` beyond the last step. */
export function readingAt(steps: readonly CurveReading[], month: number): CurveReading | null {
  const last = steps.at(-1);
  if (last === undefined || month > last.month) return null;
  const step = steps.findLast((one) => one.month <= month) ?? null;
  if (step === null) return null;
  const next = steps.find((one) => one.month >= month) ?? last;
  return { ...step, month, atRisk: next.atRisk };
}

/** The same for competing causes: the events are those of the causes asked for, of every cause when left out. */
export function incidenceRiskTable(
  curves: IncidenceCurves,
  months: readonly number[],
  counted: readonly number[] = curves.causes.map(({ cause }) => cause),
): readonly RiskTableEntry[] {
  const points = incidenceAt(
    curves,
    months.map((month) => month * daysPerMonth),
    { extend: true },
  );
  let events = 0;
  let censored = 0;
  return points.map((point, index) => {
    events += counted.reduce((sum, cause) => sum + (point.causes[cause - 1]?.events ?? 0), 0);
    censored += point.eventFree.events;
    return { month: months[index] ?? 0, atRisk: point.atRisk, events, censored };
  });
}
