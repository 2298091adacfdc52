import {
  adverseEventGrades,
  type OrganClass,
  organClasses,
  organClassOf,
  severeGrade,
} from '@core/domain/adverse-event';
import { yearsFromDays } from '@core/domain/calendar';
import type { TkiDrug } from '@core/domain/tyrosine-kinase-inhibitor';
import { exactPoisson, type PoissonRate } from '@core/statistics/proportions/exact-poisson';

/** Days on a drug that the registry saw, of all patients together. */
export interface DrugExposure {
  readonly drug: TkiDrug;
  readonly days: number;
  readonly patients: number;
}

/** Adverse events of one term and grade on one drug. */
export interface AdverseEventRow {
  readonly drug: TkiDrug;
  readonly term: string;
  readonly grade: number;
  readonly events: number;
  readonly patients: number;
}

export interface AdverseEventTable {
  readonly exposures: readonly DrugExposure[];
  readonly rows: readonly AdverseEventRow[];
  /** Events of the cohort that are in no row: on no TKI line, or outside its time under observation. */
  readonly outside: number;
}

/** What a rate is of: every event, or those of one class. */
export type RatedClass = OrganClass | 'all';

export interface AdverseEventRate {
  readonly drug: TkiDrug;
  readonly patients: number;
  readonly patientYears: number;
  readonly rated: RatedClass;
  /** Events of each grade from 1 to 5. */
  readonly grades: readonly number[];
  /** Per 100 patient-years, with the exact Poisson interval: of any grade, and of grade 3 and more. */
  readonly any: PoissonRate;
  readonly severe: PoissonRate;
}

/**
 * Rates of adverse events per 100 patient-years on each drug, in all and by system organ class, with exact Poisson intervals.
 * The most used drug first; a class without an event on any drug is left out.
 *
 * Time counts from the start of a line, or from the inclusion where that came later, to its end or the last contact. Events
 * are counted, not patients: who has two has two, and the interval takes events as independent, which repeated events of one
 * patient are not.
 *
 * @see Garwood 1936, doi:10.1093/biomet/28.3-4.437 · tests/reference/proportions · tests/queries/safety.test.ts
 */
export function adverseEventRates({ exposures, rows }: AdverseEventTable): readonly AdverseEventRate[] {
  const seen = new Set(rows.map(({ term }) => organClassOf(term)));
  const rated: readonly RatedClass[] = ['all', ...organClasses.filter((name) => seen.has(name))];
  return exposures
    .toSorted((a, b) => b.days - a.days)
    .flatMap((exposure) => rated.map((name) => rateOf(exposure, name, rows)));
}

function rateOf(
  { drug, days, patients }: DrugExposure,
  rated: RatedClass,
  rows: readonly AdverseEventRow[],
): AdverseEventRate {
  const here = rows.filter(
    (row) => row.drug === drug && (rated === 'all' || organClassOf(row.term) === rated),
  );
  const patientYears = yearsFromDays(days);
  const events = adverseEventGrades.map((grade) =>
    here.reduce((sum, row) => sum + (row.grade === grade ? row.events : 0), 0),
  );
  const from = (least: number) => events.slice(least - 1).reduce((sum, count) => sum + count, 0);
  return Object.freeze({
    drug,
    patients,
    patientYears,
    rated,
    grades: events,
    any: exactPoisson(from(1), patientYears / 100),
    severe: exactPoisson(from(severeGrade), patientYears / 100),
  });
}
