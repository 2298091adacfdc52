import { daysPerMonth, daysPerYear } from '@core/domain/calendar';
import { aalenJohansen, type IncidenceCurves } from '@core/statistics/survival/aalen-johansen';
import type { IntervalScale } from '@core/statistics/survival/confidence-limits';
import type { Estimate } from '@core/statistics/survival/estimate';
import { type GrayTest, grayTest } from '@core/statistics/survival/gray-test';
import { kaplanMeier, type SurvivalCurve } from '@core/statistics/survival/kaplan-meier';
import { type LogRankResult, logRank } from '@core/statistics/survival/log-rank';
import { medianSurvival } from '@core/statistics/survival/survival-quantile';
import {
  type Analysed,
  analysed,
  ColumnsError,
  causesOf,
  eventsOf,
  levelsOfColumn,
  type NamedColumn,
  numbersOf,
} from './answer-columns';

export const timeUnits = ['days', 'months', 'years'] as const;
export type TimeUnit = (typeof timeUnits)[number];

const daysPer = { days: 1, months: daysPerMonth, years: daysPerYear } as const satisfies Record<
  TimeUnit,
  number
>;

export interface SurvivalColumns {
  readonly time: NamedColumn;
  readonly unit: TimeUnit;
  readonly group: NamedColumn | null;
}

export interface ColumnEstimateOptions {
  readonly interval: IntervalScale;
  /** Confidence level in (0, 1). */
  readonly level: number;
}

interface Counted {
  readonly levels: readonly string[];
  /** Rows without a time or an outcome, and rows that have both but no group. */
  readonly excluded: number;
  readonly groupUnknown: number;
}

export interface ColumnSurvival extends Counted {
  readonly curves: readonly {
    readonly level: string;
    readonly curve: SurvivalCurve;
    readonly median: Estimate;
  }[];
  /** `null` with fewer than two groups. */
  readonly test: LogRankResult | null;
}

export interface ColumnIncidence extends Counted {
  readonly causes: number;
  readonly curves: readonly { readonly level: string; readonly curves: IncidenceCurves }[];
  /** One per cause; `null` with fewer than two groups. */
  readonly tests: readonly GrayTest[] | null;
}

/**
 * Kaplan-Meier curves of rows, one subject each: a time, whether the event was seen then, and a group.
 *
 * Curves are in days whatever the unit of the column. Rows without a time or an event, and rows without a group, are left out
 * and counted. No row left: refused.
 */
export function columnSurvival(
  columns: SurvivalColumns & { readonly event: NamedColumn },
  options: ColumnEstimateOptions,
): Analysed<ColumnSurvival> {
  return analysed(() => {
    const event = eventsOf(columns.event);
    const { time, index, ...counted } = readColumns(columns, event);
    const curves = counted.levels.map((level, group) => {
      const rows = rowsOfGroup(index, group);
      const curve = kaplanMeier({ time: take(time, rows), event: take(event, rows) }, options);
      return { level, curve, median: medianSurvival(curve) };
    });
    const count = counted.levels.length;
    return {
      ...counted,
      curves,
      test: count < 2 ? null : logRank({ time, event }, { index, count }),
    };
  });
}

/** Cumulative incidences of competing causes, likewise: 0 is censored, 1 and more are the causes. */
export function columnIncidence(
  columns: SurvivalColumns & { readonly cause: NamedColumn },
  options: ColumnEstimateOptions,
): Analysed<ColumnIncidence> {
  return analysed(() => {
    const cause = causesOf(columns.cause);
    const { time, index, ...counted } = readColumns(columns, cause);
    const causes = cause.reduce((most, code) => (Number.isNaN(code) ? most : Math.max(most, code)), 1);
    const curves = counted.levels.map((level, group) => {
      const rows = rowsOfGroup(index, group);
      return {
        level,
        curves: aalenJohansen({ time: take(time, rows), cause: take(cause, rows) }, causes, options),
      };
    });
    const count = counted.levels.length;
    return {
      ...counted,
      causes,
      curves,
      tests: count < 2 ? null : grayTest({ time, cause }, causes, { index, count }),
    };
  });
}

function readColumns({ time: column, unit, group }: SurvivalColumns, outcome: Float64Array) {
  const time = numbersOf(column).map((value) => value * daysPer[unit]);
  const { levels, index } = levelsOfColumn(group, time.length);
  const isComplete = (row: number) => !Number.isNaN(time[row]) && !Number.isNaN(outcome[row]);
  let complete = 0;
  let grouped = 0;
  const used = new Set<number>();
  for (let row = 0; row < time.length; row++) {
    if (!isComplete(row)) continue;
    complete += 1;
    const level = index[row] ?? -1;
    if (level < 0) continue;
    grouped += 1;
    used.add(level);
  }
  if (grouped === 0) throw new ColumnsError({ reason: 'no-rows' });
  // A group of which nobody is complete has no curve.
  const kept = levels.map((_, level) => level).filter((level) => used.has(level));
  return {
    time,
    index: index.map((level) => kept.indexOf(level)),
    levels: kept.map((level) => levels[level] ?? ''),
    excluded: time.length - complete,
    groupUnknown: complete - grouped,
  };
}

function rowsOfGroup(index: Int32Array, group: number): Int32Array {
  const rows: number[] = [];
  index.forEach((of, row) => {
    if (of === group) rows.push(row);
  });
  return Int32Array.from(rows);
}

const take = (values: Float64Array, rows: Int32Array): Float64Array =>
  Float64Array.from(rows, (row) => values[row] ?? Number.NaN);
