import type { DisclosurePolicy } from '@core/disclosure/policy';
import { assembled, fromReleased, type Released, releasedShare } from '@core/disclosure/released';
import { type ProtectedCount, releaseCounts } from '@core/disclosure/released-counts';
import { everybody, type TableRelease } from '@core/disclosure/session-audit';
import type { ExtractTableName } from '@core/domain/extract-tables';
import { countsPatients, type IndicatorId, indicators } from '@core/domain/indicator';
import { type CentreFunnel, centreFunnel, leastPerCentre } from './centre-funnel';
import { CountSheet, type SplitPlaces } from './count-sheet';
import { indicatorKey } from './figure-margins';
import {
  type IndicatorRow,
  type IndicatorTable,
  type IndicatorTrend,
  indicatorTrend,
} from './indicator-trend';
import { type FigureNumbers, figureNumbers, type ReleasedFigure } from './released-figure';
import { releasedTogether } from './released-together';
import type { ReportDefinition } from './report-definition';

/** Assessed patients of an indicator, and who of them meet it, as they may leave. */
export interface ReleasedPart {
  readonly assessed: ProtectedCount;
  readonly met: ProtectedCount;
  readonly share: ReturnType<typeof releasedShare>;
}

/** The same of everybody, with those who could not be assessed. */
export interface ReleasedWhole extends ReleasedPart {
  readonly units: ProtectedCount;
  readonly unknown: ProtectedCount;
}

/** A period of calendar years, "2015" or "2015–2017"; as text, for it is a label and no count. */
export interface ReleasedPeriod extends ReleasedPart {
  readonly period: string;
  /** The last year of the period, as text. */
  readonly until: string;
}

/** A centre without its code, unless it is the reader's own; `small`: those with few assessed patients, together. */
export interface ReleasedCentre extends ReleasedPart {
  readonly centre: 'own' | 'other' | 'small';
}

/** One indicator of a report, through disclosure control. */
export interface ReleasedIndicator {
  readonly indicator: IndicatorId;
  readonly overall: ReleasedWhole;
  readonly periods: readonly ReleasedPeriod[];
  /** The own one first, then the others by their released size, then the small ones. */
  readonly centres: readonly ReleasedCentre[];
}

/** A figure of a report, under the name that tells it from the others. */
export interface ReportedFigure {
  readonly level: string;
  readonly figure: Released<ReleasedFigure>;
}

/** Patients with a row that breaks a rule of the contract. */
export interface ReportedWarning {
  readonly rule: string;
  readonly table: ExtractTableName;
  readonly patients: ProtectedCount;
}

/** All that a report prints of the patients. */
export type ReleasedReport = Released<{
  readonly indicators: readonly Released<ReleasedIndicator>[];
  readonly figures: readonly ReportedFigure[];
  /** In the order of the contract; rules that nobody breaks are left out. */
  readonly warnings: readonly ReportedWarning[];
}>;

/** Which centres are told apart; masked where it is not said. */
type ShownCentres = Pick<ReportDefinition, 'own'> & Partial<Pick<ReportDefinition, 'centres'>>;

/** Years of a period of a report, the last one ending with the last year: a year alone has too few patients to be told. */
export const periodYears = 3;

/**
 * An indicator by period and by centre through disclosure control: all its counts are released together, because the
 * periods and the centres add up to the same patients and a reader can take one from the other. Who could not be assessed
 * is told of everybody alone. Centres with fewer assessed patients than the policy tells are taken together, and no code but
 * the own one's stays.
 *
 * @param table  by year and centre, of an indicator that counts patients
 * @throws RangeError for an indicator that counts something else: how many patients stand behind it is not known
 */
export function releasedIndicator(
  { indicator, rows }: IndicatorTable,
  { own, centres: shown = 'masked' }: ShownCentres,
  policy: DisclosurePolicy,
  release?: TableRelease,
): Released<ReleasedIndicator> {
  if (!countsPatients(indicator))
    throw new RangeError(`counts ${indicators[indicator].unit}s, not patients: ${indicator}`);
  const sheet = new CountSheet();
  const add = (some: readonly IndicatorRow[], lower = 0): SplitPlaces => {
    const { assessed, met } = sizesOf(some);
    return sheet.addSplit(assessed, met, { whole: { lower, upper: Number.POSITIVE_INFINITY } });
  };
  const sizes = sizesOf(rows);
  const overall = add(rows);
  const [units, unknown] = [sheet.add(sizes.units, everybody), sheet.add(sizes.unknown)];
  sheet.sum(units, [overall.whole, unknown]);
  const periods = periodsOf(rows).map(({ period, until, rows: some }) => {
    const at = add(some);
    for (const [part, place] of [
      ['met', at.part],
      ['not_met', at.rest],
    ] as const)
      sheet.sum(
        place,
        yearsOf(some).map((year) =>
          sheet.addHidden(answered(some, year, part), indicatorKey(indicator, year, part)),
        ),
      );
    return { period, until, at };
  });
  const undated = add(rows.filter(({ year }) => year === null));
  const least = Math.max(leastPerCentre, policy.threshold);
  const apart = shown === 'together' ? [] : centresOf(rows, own, least);
  // One that stands apart has as many as that, also where its count is withheld.
  const centres = apart.map(({ centre, rows: some }) => ({
    centre,
    at: add(some, centre === 'small' ? 0 : least),
  }));
  sheet.sumSplits(overall, [...periods.map(({ at }) => at), undated]);
  if (shown === 'masked')
    sheet.sumSplits(
      overall,
      centres.map(({ at }) => at),
    );
  const told = sheet.release(policy, release);
  const part = ({ whole, part: met }: SplitPlaces): ReleasedPart => ({
    assessed: told(whole),
    met: told(met),
    share: releasedShare(told(met), told(whole)),
  });
  const size = ({ assessed }: ReleasedPart) => (assessed.kind === 'rounded' ? assessed.value : 0);
  // Of what is told alone: centres that are told alike have no order that a reader could know.
  const metOf = ({ met }: ReleasedPart) => (met.kind === 'rounded' ? met.value : 0);
  const order = ['own', 'other', 'small'] as const;
  return assembled<ReleasedIndicator>({
    indicator,
    overall: { ...part(overall), units: told(units), unknown: told(unknown) },
    periods: periods.map(({ period, until, at }) => ({ period, until, ...part(at) })),
    centres: centres
      .map(({ centre, at }): ReleasedCentre => ({ centre, ...part(at) }))
      .toSorted(
        (a, b) =>
          order.indexOf(a.centre) - order.indexOf(b.centre) || size(b) - size(a) || metOf(b) - metOf(a),
      ),
  });
}

const yearsOf = (rows: readonly IndicatorRow[]): readonly number[] => [
  ...new Set(rows.flatMap(({ year }) => year ?? [])),
];

/** Who meets the indicator or does not in one calendar year: a figure by years tells it. */
function answered(rows: readonly IndicatorRow[], year: number, part: 'met' | 'not_met'): number {
  const { assessed, met } = sizesOf(rows.filter((row) => row.year === year));
  return part === 'met' ? met : assessed - met;
}

interface PeriodRows {
  readonly period: string;
  readonly until: string;
  readonly rows: readonly IndicatorRow[];
}

function periodsOf(rows: readonly IndicatorRow[]): readonly PeriodRows[] {
  const years = rows.flatMap(({ year }) => year ?? []);
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const count = Math.floor((last - first) / periodYears) + 1;
  return Array.from({ length: count }, (_, k) => {
    const until = last - (count - 1 - k) * periodYears;
    const from = Math.max(first, until - periodYears + 1);
    return {
      period: from === until ? String(until) : `${from}–${until}`,
      until: String(until),
      rows: rows.filter(({ year }) => year !== null && year >= from && year <= until),
    };
  });
}

/** What a report holds besides its indicators: figures that are yet to be released, and exact counts of the rules broken. */
export interface ReportRest {
  /** All that the report is of. */
  readonly patients: number;
  readonly figures: readonly {
    readonly level: string;
    readonly released: (release: TableRelease) => Released<ReleasedFigure>;
  }[];
  readonly warnings: readonly (Omit<ReportedWarning, 'patients'> & { readonly patients: number })[];
}

/**
 * The report of several tables, in the order of its definition. All its counts are released as those of one table: its indicators,
 * its figures and the rules that are broken are of the same patients, and a reader has them side by side.
 *
 * @param release  of all counts of the report; by themselves where it is not said
 */
export function releasedReport(
  tables: readonly IndicatorTable[],
  definition: ShownCentres,
  policy: DisclosurePolicy,
  { patients, figures, warnings }: ReportRest = { patients: 0, figures: [], warnings: [] },
  release: TableRelease = ({ counts, sums }) => releaseCounts(counts, sums, policy),
): ReleasedReport {
  return releasedTogether((alike) => {
    const sheet = new CountSheet();
    const all = sheet.addHidden(patients, everybody);
    const broken = warnings.map((warning) => {
      const place = sheet.add(warning.patients);
      // Whoever breaks a rule is one of them: nearly all would tell the few who do not.
      sheet.within(all, [place]);
      return { ...warning, place };
    });
    const told = sheet.release(policy, alike);
    return assembled({
      indicators: tables.map((table) => releasedIndicator(table, definition, policy, alike)),
      figures: figures.map(({ level, released }) => ({ level, figure: released(alike) })),
      warnings: broken.map(({ place, ...warning }) => ({ ...warning, patients: told(place) })),
    });
  }, release);
}

/** Units of an indicator, and those of them who were assessed and not, and who meet it. */
function sizesOf(rows: readonly IndicatorRow[]) {
  const of = (count: 'units' | 'met' | 'unknown') => rows.reduce((sum, row) => sum + row[count], 0);
  const [units, unknown] = [of('units'), of('unknown')];
  return { units, unknown, assessed: units - unknown, met: of('met') };
}

interface CentreRows {
  readonly centre: ReleasedCentre['centre'];
  readonly rows: readonly IndicatorRow[];
}

/** The rows of each centre that is large enough, and of the others together. The own one stands alone where it is large. */
function centresOf(rows: readonly IndicatorRow[], own: string | null, least: number): readonly CentreRows[] {
  const codes = [...new Set(rows.map(({ level }) => level))];
  const all = codes.map((code) => ({ code, rows: rows.filter(({ level }) => level === code) }));
  const assessed = (some: readonly IndicatorRow[]) =>
    some.reduce((sum, row) => sum + row.units - row.unknown, 0);
  const isLarge = ({ code, rows: some }: (typeof all)[number]) => code !== null && assessed(some) >= least;
  const small = all.filter((one) => !isLarge(one)).flatMap((one) => one.rows);
  return [
    ...all
      .filter(isLarge)
      .map((one): CentreRows => ({ centre: one.code === own ? 'own' : 'other', rows: one.rows })),
    ...(small.length === 0 ? [] : [{ centre: 'small', rows: small } satisfies CentreRows]),
  ];
}

/** A released indicator as its figures draw it: what is not told is not there. */
export interface ReportFigures {
  readonly trend: IndicatorTrend;
  readonly funnel: CentreFunnel;
}

/** The name under which the own centre stands in a figure of a report. */
export const ownCentreLevel = 'own';

/**
 * Trend and funnel of a released indicator, computed from its released counts and from nothing else. A period stands at its
 * last year. Periods and centres of which the share is not told are left out, but centres are compared with the share of
 * everybody where that is told. The test for a trend and the limits are those of the rounded counts. Without the ELTS groups,
 * which are not released, nothing is adjusted for.
 *
 * @param lastYear  the last year that the extract holds
 */
export const reportFigures = (
  value: Released<ReleasedIndicator>,
  lastYear: number | undefined,
): Released<ReportFigures> =>
  fromReleased(value, ({ indicator, overall, periods, centres }) => {
    const row = (year: number | null, level: string, counts: ReleasedPart): readonly IndicatorRow[] => {
      const { assessed, met } = counts;
      if (assessed.kind !== 'rounded' || met.kind !== 'rounded' || assessed.value === 0) return [];
      const units = assessed.value;
      return [
        { year, level, stratum: 'all', units, met: Math.min(units, met.value), unknown: 0, patients: units },
      ];
    };
    const told = centres.flatMap((counts, place) =>
      row(null, counts.centre === 'own' ? ownCentreLevel : `${counts.centre} ${place}`, counts),
    );
    const funnel = centreFunnel({ indicator, rows: told }, leastPerCentre, overall.share.share);
    return {
      trend: indicatorTrend(
        { indicator, rows: periods.flatMap((counts) => row(Number(counts.until), 'all', counts)) },
        { lastYear },
      ),
      funnel,
    };
  });

/** Counts in plain numbers; `null`: not told. */
export interface PlainPart {
  readonly assessed: number | null;
  readonly met: number | null;
  readonly share: number | null;
}

/** The numbers of a report, plain: what its bundle keeps and what a replay compares, each under its `level`. */
export interface ReportNumbers {
  readonly indicators: readonly {
    readonly level: IndicatorId;
    readonly overall: PlainPart & { readonly units: number | null; readonly unknown: number | null };
    readonly periods: readonly (PlainPart & { readonly level: string })[];
    readonly centres: readonly (PlainPart & { readonly level: string })[];
  }[];
  readonly figures: readonly FigureNumbers[];
  readonly warnings: readonly { readonly level: string; readonly patients: number | null }[];
}

/** The plain numbers of a released report; shares to 4 decimals. */
export const reportNumbers = (value: ReleasedReport): Released<ReportNumbers> =>
  fromReleased(value, ({ indicators: told, figures, warnings }) => ({
    indicators: told.map(({ indicator, overall, periods, centres }) => ({
      level: indicator,
      overall: { ...plain(overall), units: plainCount(overall.units), unknown: plainCount(overall.unknown) },
      periods: periods.map((part) => ({ level: part.period, ...plain(part) })),
      centres: centres.map((part, place) => ({ level: `${part.centre} ${place + 1}`, ...plain(part) })),
    })),
    figures: figures.map(({ level, figure }) => ({ level, ...figureNumbers(figure) })),
    warnings: warnings.map(({ rule, patients }) => ({ level: rule, patients: plainCount(patients) })),
  }));

const plainCount = (count: ProtectedCount): number | null => (count.kind === 'rounded' ? count.value : null);

const plain = ({ assessed, met, share }: ReleasedPart): PlainPart => ({
  assessed: plainCount(assessed),
  met: plainCount(met),
  share: share.share === null ? null : Number(share.share.toFixed(4)),
});
