import type { TkiDrug } from '@core/domain/tyrosine-kinase-inhibitor';
import { quantileOfSorted } from '@core/statistics/descriptive/quantile';

/** What became of the first TKI by a year after its start. */
export const doseStates = ['on_drug', 'stopped', 'not_followed'] as const;
export type DoseState = (typeof doseStates)[number];

/** Patients on the same first TKI with the same doses. */
export interface DoseRow {
  readonly drug: TkiDrug;
  /** Prescribed at the start, in mg a day; `null`: not recorded. */
  readonly startDoseMg: number | null;
  readonly state: DoseState;
  /** In force a year after the start, 0 an interruption; `null`: not on the drug any more, or not known. */
  readonly yearDoseMg: number | null;
  readonly patients: number;
}

/** Bands of the bars: the dose at one year beside the one at the start, of those still on the drug, and the others. */
export const doseBands = ['lower', 'same', 'higher', 'interrupted', 'unknown', 'stopped'] as const;
export type DoseBand = (typeof doseBands)[number];

export interface DrugDose {
  readonly drug: TkiDrug;
  /** Followed for the year: what the bands add up to. */
  readonly patients: number;
  readonly bands: Readonly<Record<DoseBand, number>>;
  readonly notFollowed: number;
  /** In mg a day, of those with a recorded dose; `null` without any. */
  readonly startMedianMg: number | null;
  /** Of those still on the drug and not interrupted. */
  readonly yearMedianMg: number | null;
}

/**
 * The dose of the first TKI at its start and a year after it, by drug, the most given one first. Who was not followed for
 * the year is counted apart; who left the drug within it has no dose at one year, which is no dose of 0.
 */
export function firstYearDose(rows: readonly DoseRow[]): readonly DrugDose[] {
  const drugs = [...new Set(rows.map(({ drug }) => drug))];
  return drugs
    .map((drug) =>
      doseOf(
        drug,
        rows.filter((row) => row.drug === drug),
      ),
    )
    .toSorted((a, b) => b.patients + b.notFollowed - (a.patients + a.notFollowed));
}

function doseOf(drug: TkiDrug, rows: readonly DoseRow[]): DrugDose {
  const followed = rows.filter(({ state }) => state !== 'not_followed');
  const bands = Object.fromEntries(
    doseBands.map((band) => [band, sum(followed.filter((row) => bandOf(row) === band))]),
  ) as Record<DoseBand, number>;
  return Object.freeze({
    drug,
    patients: sum(followed),
    bands,
    notFollowed: sum(rows) - sum(followed),
    startMedianMg: medianOf(rows, ({ startDoseMg }) => startDoseMg),
    yearMedianMg: medianOf(followed, ({ yearDoseMg }) => (yearDoseMg === 0 ? null : yearDoseMg)),
  });
}

function bandOf({ state, startDoseMg, yearDoseMg }: DoseRow): DoseBand {
  if (state === 'stopped') return 'stopped';
  if (yearDoseMg === 0) return 'interrupted';
  if (startDoseMg === null || yearDoseMg === null) return 'unknown';
  return yearDoseMg < startDoseMg ? 'lower' : yearDoseMg > startDoseMg ? 'higher' : 'same';
}

function medianOf(rows: readonly DoseRow[], doseOfRow: (row: DoseRow) => number | null): number | null {
  const doses = rows.flatMap((row) => {
    const dose = doseOfRow(row);
    return dose === null ? [] : Array.from({ length: row.patients }, () => dose);
  });
  return quantileOfSorted(
    doses.toSorted((a, b) => a - b),
    0.5,
  );
}

const sum = (rows: readonly DoseRow[]): number => rows.reduce((total, { patients }) => total + patients, 0);
