import type { IndicatorId } from '@core/domain/indicator';
import { type CochranArmitage, cochranArmitage } from '@core/statistics/contingency/cochran-armitage';
import {
  type DifferenceOfProportions,
  differenceOfProportions,
} from '@core/statistics/proportions/difference-of-proportions';
import type { Proportion } from '@core/statistics/proportions/proportion';
import { wilson } from '@core/statistics/proportions/wilson';
import { baselineVariables } from './group-variable';

/** What an indicator may be split by beside the year; centres have a figure of their own. */
export const indicatorGroups = [...baselineVariables, 'centre_type'] as const;
export type IndicatorGroup = (typeof indicatorGroups)[number];

/** Units of one year, level and stratum. */
export interface IndicatorRow {
  /** `null`: not known. */
  readonly year: number | null;
  readonly level: string | null;
  readonly stratum: string | null;
  readonly units: number;
  readonly met: number;
  readonly unknown: number;
  /** Distinct patients among the units. */
  readonly patients: number;
}

/** The smallest table that trends and funnels can be computed from. */
export interface IndicatorTable {
  readonly indicator: IndicatorId;
  readonly rows: readonly IndicatorRow[];
}

/** How many units there are, how many could be assessed, and which share of those meets the indicator. */
export interface IndicatorShare {
  readonly units: number;
  readonly assessed: number;
  readonly met: number;
  /** In the denominator, but not assessed: neither met nor not. */
  readonly unknown: number;
  /** Of those assessed, with the Wilson interval; undefined when nobody was. */
  readonly share: Proportion;
  /** Fewer assessed than `fewUnits`: the share says little. */
  readonly few: boolean;
}

export interface YearOfIndicator extends IndicatorShare {
  /** The last one of its window. */
  readonly year: number;
  /** The last year that the extract holds is not over: its units are those that happened to be seen so far. */
  readonly unfinished: boolean;
}

export interface IndicatorSeries {
  /** A level of the group variable, or `all`; `null`: the group is not known. */
  readonly level: string | null;
  readonly years: readonly YearOfIndicator[];
  readonly overall: IndicatorShare;
  /** Over the finished years, each with its number as the score. */
  readonly trend: CochranArmitage;
  /** Share of the finished years from the change on less that of those before; `null` without a change. */
  readonly change: DifferenceOfProportions | null;
}

export interface IndicatorTrend {
  readonly indicator: IndicatorId;
  readonly series: readonly IndicatorSeries[];
  /** Units whose year is not known: in the overall share, in no year. */
  readonly withoutYear: number;
}

export interface TrendOptions {
  /** The last year that the extract holds; the last of the table when left out. */
  readonly lastYear?: number | undefined;
  /** The order of the levels. */
  readonly levels?: readonly string[];
  /** Calendar years that each point takes together, the point's own and those before it; 1. */
  readonly windowYears?: number;
  /** A year named beforehand in which practice is said to have changed. */
  readonly changeYear?: number | undefined;
}

/** Years of the rolling window that is offered. */
export const rollingYears = 3;

/** Years that may be named as a change: those in which a TKI was given. */
export const changeYears: readonly number[] = Array.from({ length: 40 }, (_, k) => 2001 + k);

/** Below this number of assessed units a share is drawn faintly. */
export const fewUnits = 10;

/**
 * An indicator over the calendar years: per group and year the share of the assessed units that meet it (Wilson interval),
 * over all years together, and the Cochran-Armitage test for a trend over the finished years. Rolling windows smooth the points,
 * which then share years: the test stays that of the calendar years, and a year whose window begins before the first one has
 * no point. A change is compared (Newcombe) only in a year that is given: none is looked for.
 *
 * The last year of the table is unfinished and takes no part in the test. Units that cannot be assessed are counted apart:
 * the share says nothing of them, and a share of few assessed among many units is a share of those who were measured.
 * Levels in the order asked for, then by their code; the one that is not known comes last. No units: no series.
 *
 * @see Wilson 1927, doi:10.1080/01621459.1927.10502953; Armitage 1955, doi:10.2307/3001775
 */
export function indicatorTrend(
  table: IndicatorTable,
  { lastYear, levels = [], windowYears = 1, changeYear }: TrendOptions = {},
): IndicatorTrend {
  const known = table.rows.flatMap(({ year }) => year ?? []);
  const last = lastYear ?? Math.max(...known);
  const placeOf = (level: string | null) => {
    const place = level === null ? -1 : levels.indexOf(level);
    return level === null ? levels.length + 1 : place === -1 ? levels.length : place;
  };
  const shown = [...new Set(table.rows.map(({ level }) => level))].toSorted(
    (a, b) => placeOf(a) - placeOf(b) || Number((a ?? '') > (b ?? '')) - Number((a ?? '') < (b ?? '')),
  );
  return Object.freeze({
    indicator: table.indicator,
    series: shown.map((level) =>
      seriesOf(
        level,
        table.rows.filter((row) => row.level === level),
        { last, windowYears, changeYear },
      ),
    ),
    withoutYear: sum(
      table.rows.filter(({ year }) => year === null),
      'units',
    ),
  });
}

interface SeriesOptions {
  readonly last: number;
  readonly windowYears: number;
  readonly changeYear: number | undefined;
}

function seriesOf(
  level: string | null,
  rows: readonly IndicatorRow[],
  { last, windowYears, changeYear }: SeriesOptions,
): IndicatorSeries {
  const present = [...new Set(rows.flatMap(({ year }) => year ?? []))].toSorted((a, b) => a - b);
  const between = (from: number, until: number) =>
    shareOf(rows.filter(({ year }) => year !== null && year >= from && year <= until));
  const finished = present.filter((year) => year < last).map((year) => ({ year, ...between(year, year) }));
  const firstPoint = (present[0] ?? 0) + windowYears - 1;
  return Object.freeze({
    level,
    years: present
      .filter((year) => year >= firstPoint)
      .map((year) => ({ year, unfinished: year >= last, ...between(year - windowYears + 1, year) })),
    overall: shareOf(rows),
    trend: cochranArmitage(
      finished.map(({ met }) => met),
      finished.map(({ assessed }) => assessed),
      finished.map(({ year }) => year),
    ),
    change: changeYear === undefined ? null : changeOf(between, changeYear, last),
  });
}

function changeOf(
  between: (from: number, until: number) => IndicatorShare,
  changeYear: number,
  last: number,
): DifferenceOfProportions {
  const before = between(Number.NEGATIVE_INFINITY, changeYear - 1);
  const since = between(changeYear, last - 1);
  return differenceOfProportions(since.met, since.assessed, before.met, before.assessed);
}

/** The share of some rows of a table together. */
export function shareOf(rows: readonly IndicatorRow[]): IndicatorShare {
  const [units, met, unknown] = [sum(rows, 'units'), sum(rows, 'met'), sum(rows, 'unknown')];
  const assessed = units - unknown;
  return Object.freeze({
    units,
    assessed,
    met,
    unknown,
    share: wilson(met, assessed),
    few: assessed < fewUnits,
  });
}

const sum = (rows: readonly IndicatorRow[], column: 'units' | 'met' | 'unknown'): number =>
  rows.reduce((total, row) => total + row[column], 0);
