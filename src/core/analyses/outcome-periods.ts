import { daysFromMonths } from '@core/domain/calendar';
import type { EndpointDefinition } from '@core/endpoint/endpoint-definition';
import { type EndpointPresetId, endpointPresets } from '@core/endpoint/endpoint-presets';
import type { Estimate } from '@core/statistics/survival/estimate';
import { standardisedProbability } from '@core/statistics/survival/standardised-probability';
import { type EndpointRow, endpointAt } from './endpoint-survival';
import { fewUnits } from './indicator-trend';

/** An outcome that is compared between calendar periods: its endpoint, and the months at which it may be read. */
export interface PeriodOutcome {
  readonly endpoint: EndpointDefinition;
  readonly months: readonly [number, ...number[]];
}

/**
 * At risk from the inclusion on, responses too: samples of before were not sought, and the periods before the registry would
 * have the worse responses for it.
 */
const fromInclusion = (preset: EndpointPresetId): EndpointDefinition => ({
  ...endpointPresets[preset].endpoint,
  entry: 'inclusion',
});

export const periodOutcomes = {
  mmr: { endpoint: fromInclusion('mmr-itt'), months: [12, 24] },
  mr4_5: { endpoint: fromInclusion('mr4_5-itt'), months: [24, 60] },
  remission: { endpoint: fromInclusion('euro-ski-mtfs'), months: [12, 24] },
  survival: { endpoint: fromInclusion('overall-survival'), months: [24, 60] },
} as const satisfies Readonly<Record<string, PeriodOutcome>>;

export type PeriodOutcomeId = keyof typeof periodOutcomes;
export const periodOutcomeIds = Object.keys(periodOutcomes) as readonly PeriodOutcomeId[];

/** Every month at which some outcome is read. */
export const periodMonths: readonly number[] = [
  ...new Set(Object.values(periodOutcomes).flatMap(({ months }) => months)),
];

/** Calendar years that are taken together, from one that they divide on. */
export const outcomePeriodYears = 5;

/** Patients whose origin falls in one period, of one ELTS group, who left the follow-up on one day in one way. */
export interface OutcomePeriodRow extends Omit<EndpointRow, 'level'> {
  /** First calendar year of the period. */
  readonly period: number;
  /** ELTS; `null`: cannot be computed, a group of its own. */
  readonly stratum: string | null;
}

/** The smallest table that the periods of an outcome can be computed from. */
export interface OutcomePeriodTable {
  readonly outcome: PeriodOutcomeId;
  readonly rows: readonly OutcomePeriodRow[];
}

export interface OutcomeOfPeriod {
  readonly from: number;
  readonly until: number;
  readonly patients: number;
  /** Why there is no number: the end of the period is too near to the extract, or too few were seen from early on. */
  readonly unread: 'too_recent' | 'few_observed' | null;
  /** Of the patients as they are; `null` when unread. */
  readonly crude: Estimate | null;
  /** With the ELTS groups of all periods that are read together; undefined where one of them is too small. */
  readonly adjusted: Estimate | null;
  readonly strata: readonly { readonly stratum: string | null; readonly patients: number }[];
}

export interface OutcomePeriods {
  readonly months: number;
  readonly periods: readonly OutcomeOfPeriod[];
}

/** Who enters later than this after the origin is not seen from early on. */
const earlyDays = daysFromMonths(6);
const options = { interval: 'log-log', level: 0.95 } as const;

/**
 * An outcome at one month after its origin, by the calendar period of the origin: as it is, and standardised to the ELTS
 * groups of all periods that are read (direct standardisation).
 *
 * A period is read when even who came in its last days could have been followed to the month by the first day of the year of
 * the extract: five-year outcomes of patients diagnosed last year are compared with nothing. It is not read either when fewer
 * than ten of its patients were under observation within half a year of the origin (left truncation): what happened before is
 * unseen. The same holds for each ELTS group: a small one leaves the standardised number undefined.
 *
 * @param lastYear  the year of the extract; without it the last year of the rows
 * @param least     patients under observation early, for a period to be read
 * @see tests/unit/core/analyses/outcome-periods.test.ts · tests/queries/outcome-periods.test.ts, against R
 */
export function outcomePeriods(
  { outcome, rows }: OutcomePeriodTable,
  months: number,
  lastYear: number | undefined,
  least: number = fewUnits,
): OutcomePeriods {
  const { endpoint } = periodOutcomes[outcome];
  const present = [...new Set(rows.map(({ period }) => period))].toSorted((a, b) => a - b);
  const extractYear = lastYear ?? present.at(-1) ?? 0;
  const periods = present.map((from) => {
    const here = rows.filter(({ period }) => period === from);
    const until = from + outcomePeriodYears - 1;
    const isRecent = until + 1 + months / 12 > extractYear;
    const unread = isRecent
      ? ('too_recent' as const)
      : observedEarly(here) < least
        ? ('few_observed' as const)
        : null;
    return { from, until, here, unread };
  });
  const standard = groupsOf(periods.flatMap(({ here, unread }) => (unread === null ? here : [])));
  return Object.freeze({
    months,
    periods: periods.map(({ from, until, here, unread }) => ({
      from,
      until,
      patients: patientsOf(here),
      unread,
      crude: unread === null ? endpointAt(endpoint, here, months, options) : null,
      adjusted: unread === null ? standardised(endpoint, here, months, standard) : null,
      strata: groupsOf(here).map(({ stratum, patients }) => ({ stratum, patients })),
    })),
  });
}

const patientsOf = (rows: readonly OutcomePeriodRow[]): number =>
  rows.reduce((sum, { patients }) => sum + patients, 0);

const observedEarly = (rows: readonly OutcomePeriodRow[]): number =>
  patientsOf(rows.filter(({ entry }) => entry === null || entry <= earlyDays));

function groupsOf(rows: readonly OutcomePeriodRow[]) {
  return [...new Set(rows.map(({ stratum }) => stratum))].map((stratum) => {
    const here = rows.filter((row) => row.stratum === stratum);
    return { stratum, rows: here, patients: patientsOf(here) };
  });
}

function standardised(
  endpoint: EndpointDefinition,
  rows: readonly OutcomePeriodRow[],
  months: number,
  standard: ReturnType<typeof groupsOf>,
): Estimate {
  const strata = standard.map(({ stratum, patients: weight }) => {
    const here = rows.filter((row) => row.stratum === stratum);
    const found = observedEarly(here) < fewUnits ? null : endpointAt(endpoint, here, months, options);
    return {
      weight,
      n: patientsOf(here),
      estimate: found?.estimate ?? null,
      standardError: found?.standardError ?? null,
    };
  });
  return standardisedProbability(strata, options);
}
