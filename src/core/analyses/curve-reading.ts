import { daysPerMonth, monthsFromDays } from '@core/domain/calendar';
import type { IncidenceCurves, StateProbability } from '@core/statistics/survival/aalen-johansen';
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
export function curveSteps(curve: SurvivalCurve): readonly CurveReading[] {
  const steps: CurveReading[] = [
    { month: 0, survival: 1, lower: 1, upper: 1, atRisk: curve.n, events: 0, censored: 0 },
  ];
  curve.time.forEach((day, index) => {
    const at = (values: Float64Array) => values[index] ?? Number.NaN;
    const defined = (value: number) => (Number.isNaN(value) ? null : value);
    steps.push({
      month: monthsFromDays(day),
      survival: at(curve.survival),
      lower: defined(at(curve.lower)),
      upper: defined(at(curve.upper)),
      atRisk: at(curve.atRisk),
      events: at(curve.events),
      censored: at(curve.censored),
    });
  });
  return steps;
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

/** The steps of the cumulative incidence of one cause (1, 2, ...) in months, from (0, 0); `survival` is the probability. */
export function incidenceSteps(curves: IncidenceCurves, cause: number): readonly CurveReading[] {
  const found = curves.causes.find((one) => one.cause === cause);
  if (found === undefined) throw new RangeError(`no cause ${cause}`);
  return stateSteps(curves, found, found.events);
}

function stateSteps(
  curves: IncidenceCurves,
  state: StateProbability,
  events: Float64Array,
): readonly CurveReading[] {
  const steps: CurveReading[] = [
    { month: 0, survival: 0, lower: 0, upper: 0, atRisk: curves.n, events: 0, censored: 0 },
  ];
  curves.time.forEach((day, index) => {
    const at = (values: Float64Array) => values[index] ?? Number.NaN;
    const defined = (value: number) => (Number.isNaN(value) ? null : value);
    steps.push({
      month: monthsFromDays(day),
      survival: at(state.probability),
      lower: defined(at(state.lower)),
      upper: defined(at(state.upper)),
      atRisk: at(curves.atRisk),
      events: at(events),
      censored: at(curves.censored),
    });
  });
  return steps;
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
