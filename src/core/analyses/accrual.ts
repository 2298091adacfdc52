import { indicatorLimits } from '@core/domain/indicator';
import { leastPerCentre } from './centre-funnel';

/** How long after the diagnosis a patient was included: up to a month, a quarter, half a year, a year, or later. */
export const inclusionDelays = ['month', 'quarter', 'half_year', 'year', 'later'] as const;
export type InclusionDelay = (typeof inclusionDelays)[number];

/** The last day of each delay after the diagnosis; `later` has none. */
export const delayDays = Object.freeze({
  month: 30,
  quarter: 91,
  half_year: indicatorLimits.earlyInclusionDays,
  year: 365,
}) satisfies Readonly<Record<Exclude<InclusionDelay, 'later'>, number>>;

/** Included by then a patient is an incident case; later, a prevalent one. */
const incident: ReadonlySet<InclusionDelay> = new Set(['month', 'quarter', 'half_year']);

/** Patients included in one year by one centre after one delay. */
export interface AccrualRow {
  readonly year: number;
  readonly centre: string;
  readonly delay: InclusionDelay;
  readonly patients: number;
  readonly alive: number;
  /** Alive, and without news in the two last calendar years of the extract. */
  readonly lost: number;
}

/** Patients included, and what became of them. */
export interface Accrual {
  readonly patients: number;
  readonly delays: Readonly<Record<InclusionDelay, number>>;
  readonly incident: number;
  readonly prevalent: number;
  readonly alive: number;
  readonly lost: number;
}

export interface AccrualYear extends Accrual {
  readonly year: number;
  /** Included in this year or before. */
  readonly cumulative: number;
  readonly unfinished: boolean;
}

export interface AccrualCentre extends Accrual {
  /** `null`: small centres together. */
  readonly centre: string | null;
}

const accrualOf = (rows: readonly AccrualRow[]): Accrual => {
  const sum = (some: readonly AccrualRow[], of: 'patients' | 'alive' | 'lost') =>
    some.reduce((total, row) => total + row[of], 0);
  const delays = Object.fromEntries(
    inclusionDelays.map((delay) => [
      delay,
      sum(
        rows.filter((row) => row.delay === delay),
        'patients',
      ),
    ]),
  ) as Record<InclusionDelay, number>;
  const patients = sum(rows, 'patients');
  const early = inclusionDelays.reduce(
    (total, delay) => total + (incident.has(delay) ? delays[delay] : 0),
    0,
  );
  return {
    patients,
    delays,
    incident: early,
    prevalent: patients - early,
    alive: sum(rows, 'alive'),
    lost: sum(rows, 'lost'),
  };
};

/**
 * Inclusions over the years: how many, after which delay, and how many so far; years without any are kept.
 *
 * The year of an inclusion is counted from the middle of the year of diagnosis and may be off by one: an extract holds no
 * date, and no month can be told. Nobody: no years.
 *
 * @param lastYear  the last year that the extract holds; the last of the rows when left out
 */
export function accrualByYear(rows: readonly AccrualRow[], lastYear?: number): readonly AccrualYear[] {
  if (rows.length === 0) return [];
  const known = rows.map(({ year }) => year);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  let cumulative = 0;
  return Array.from({ length: last - first + 1 }, (_, k) => {
    const year = first + k;
    const accrual = accrualOf(rows.filter((row) => row.year === year));
    cumulative += accrual.patients;
    return Object.freeze({ ...accrual, year, cumulative, unfinished: year >= (lastYear ?? last) });
  });
}

/** Inclusions of each centre, the largest first; those of fewer than `least` patients are taken together, last. */
export function accrualByCentre(
  rows: readonly AccrualRow[],
  least: number = leastPerCentre,
): readonly AccrualCentre[] {
  const centres = [...new Set(rows.map(({ centre }) => centre))].map((centre) => ({
    centre,
    rows: rows.filter((row) => row.centre === centre),
  }));
  const isSmall = (some: readonly AccrualRow[]) => accrualOf(some).patients < least;
  const large = centres
    .filter((one) => !isSmall(one.rows))
    .map((one): AccrualCentre => ({ centre: one.centre, ...accrualOf(one.rows) }))
    .toSorted((a, b) => b.patients - a.patients);
  const small = centres.filter((one) => isSmall(one.rows)).flatMap((one) => one.rows);
  return small.length === 0 ? large : [...large, { centre: null, ...accrualOf(small) }];
}
