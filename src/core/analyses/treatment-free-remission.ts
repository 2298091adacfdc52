import { daysPerMonth } from '@core/domain/calendar';
import type { IntervalScale } from '@core/statistics/survival/confidence-limits';
import type { Estimate } from '@core/statistics/survival/estimate';
import { medianFollowUp } from '@core/statistics/survival/follow-up';
import { kaplanMeier, type SurvivalCurve } from '@core/statistics/survival/kaplan-meier';
import { type LogRankResult, logRank } from '@core/statistics/survival/log-rank';
import { type SurvivalPoint, survivalAt } from '@core/statistics/survival/survival-at';
import type { SurvivalInput } from '@core/statistics/survival/survival-input';
import { medianSurvival } from '@core/statistics/survival/survival-quantile';
import { type GroupVariable, groupLevels } from './group-variable';

/** Patients who left follow-up on one day after the stop: `day` is `null` for those whom no sample after it shows. */
export interface EventRow {
  /** `null`: the group is not known. */
  readonly level: string | null;
  readonly day: number | null;
  readonly events: number;
  readonly censored: number;
  /** How many of them stopped before the registry included them. */
  readonly beforeInclusion: number;
}

/** The smallest table that the curves can be computed from: one row per group and day. */
export interface EventTable {
  readonly groupBy: GroupVariable | null;
  readonly rows: readonly EventRow[];
}

export interface RemissionOptions {
  readonly interval: IntervalScale;
  /** Confidence level in (0, 1). */
  readonly level: number;
}

export interface RemissionCurve {
  /** A level of the group variable, or `all`. */
  readonly level: string;
  readonly curve: SurvivalCurve;
  /** In days. */
  readonly median: Estimate;
  /** In days, by reverse Kaplan-Meier. */
  readonly followUp: Estimate;
  readonly landmarks: readonly SurvivalPoint[];
}

export interface TreatmentFreeRemission {
  readonly groupBy: GroupVariable | null;
  readonly curves: readonly RemissionCurve[];
  readonly options: RemissionOptions;
  /** Patients of the cohort who stopped, and those of them with a sample after the stop that tells. */
  readonly attempts: number;
  readonly analysed: number;
  /** Analysed patients whose group is not known: on no curve, in no test. */
  readonly groupUnknown: number;
  /** Analysed patients who stopped before the registry included them: only who stayed to be included is seen. */
  readonly beforeInclusion: number;
  /** `null` without groups. */
  readonly test: LogRankResult | null;
}

/** Months after the stop at which the curve is read, as EURO-SKI and STIM report them. */
export const landmarkMonths = [6, 12, 24, 36, 60] as const;

/**
 * Molecular-recurrence-free survival after the first stop of a TKI.
 *
 * Time zero: the stop. Event: the first sample above 0.1 % IS, on its sampling day, unconfirmed. Censored: the last
 * sample that tells of MMR (`mmrReading`), at the latest when treatment began again without recurrence; a death is
 * censored at the last sample. Entry is not delayed: who stopped before inclusion is counted, not corrected for.
 * Groups in the order of `groupLevels`; a level that nobody has is left out. Nobody with a sample: no curve.
 *
 * @see Saussele et al., Lancet Oncol 2018, doi:10.1016/S1470-2045(18)30192-X (EURO-SKI) · tests/unit/core/analyses
 */
export function treatmentFreeRemission(table: EventTable, options: RemissionOptions): TreatmentFreeRemission {
  const seen = table.rows.filter((row) => row.day !== null);
  const order: readonly string[] = table.groupBy === null ? ['all'] : groupLevels[table.groupBy];
  const levels = order.filter((level) => seen.some((row) => row.level === level));
  const curves = levels.map((level) => {
    const input = survivalInput(seen.filter((row) => row.level === level));
    const curve = kaplanMeier(input, options);
    return Object.freeze({
      level,
      curve,
      median: medianSurvival(curve),
      followUp: medianFollowUp(input, options),
      landmarks: survivalAt(
        curve,
        landmarkMonths.map((month) => month * daysPerMonth),
      ),
    });
  });
  return Object.freeze({
    groupBy: table.groupBy,
    curves,
    options,
    attempts: patients(table.rows),
    analysed: patients(seen),
    groupUnknown: patients(seen.filter((row) => row.level === null || !order.includes(row.level))),
    beforeInclusion: seen.reduce((sum, row) => sum + row.beforeInclusion, 0),
    test: table.groupBy === null ? null : compare(seen, levels),
  });
}

const patients = (rows: readonly EventRow[]): number =>
  rows.reduce((sum, row) => sum + row.events + row.censored, 0);

/** Counts per day as weighted subjects: a row for the events of a day and one for its censorings. */
function survivalInput(rows: readonly EventRow[]): SurvivalInput {
  const expanded = rows.flatMap(({ day, events, censored }) => [
    { day: day ?? Number.NaN, event: 1, weight: events },
    { day: day ?? Number.NaN, event: 0, weight: censored },
  ]);
  return {
    time: Float64Array.from(expanded, ({ day }) => day),
    event: Uint8Array.from(expanded, ({ event }) => event),
    weight: Float64Array.from(expanded, ({ weight }) => weight),
  };
}

function compare(rows: readonly EventRow[], levels: readonly string[]): LogRankResult {
  const known = rows.filter((row) => row.level !== null);
  const index = known.flatMap((row) => {
    const group = levels.indexOf(row.level ?? '');
    return [group, group];
  });
  return logRank(survivalInput(known), { index, count: levels.length });
}
