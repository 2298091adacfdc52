import type { TkiDrug } from '@core/domain/tyrosine-kinase-inhibitor';

/** Patients whose first TKI began in a year, by drug and by whether a generic was dispensed. */
export interface FirstLineRow {
  readonly year: number;
  readonly drug: TkiDrug;
  /** `null`: not recorded. */
  readonly generic: boolean | null;
  readonly patients: number;
}

/** Bands of the bars: imatinib apart by whether a generic was dispensed, and what is rare in a first line taken together. */
export const firstLineBands = [
  'imatinib',
  'imatinib_generic',
  'dasatinib',
  'nilotinib',
  'bosutinib',
  'other',
] as const;
export type FirstLineBand = (typeof firstLineBands)[number];

export interface FirstLineYear {
  readonly year: number;
  readonly patients: number;
  readonly bands: Readonly<Record<FirstLineBand, number>>;
  /** The last year that the extract holds is not over. */
  readonly unfinished: boolean;
}

/** The first year in which a drug, or a generic of it, was a first TKI. */
export interface DrugArrival {
  readonly year: number;
  readonly drug: TkiDrug;
  readonly generic: boolean;
}

export interface FirstLineDrugs {
  /** Every year from the first to the last, those without anybody included. */
  readonly years: readonly FirstLineYear[];
  /** By year, then by drug; a drug before its generic. */
  readonly arrivals: readonly DrugArrival[];
  readonly patients: number;
}

/**
 * Which TKI was given first, year by year, and the year in which each drug and each generic is first seen in a first line.
 *
 * Imatinib of which it is not recorded whether it was a generic stands with the original. An arrival is that of these
 * patients: the extract knows no date of approval. Nobody: no years.
 *
 * @param lastYear  the last year that the extract holds; the last of the rows when left out
 * @see tests/queries/treatment.test.ts counts the same on the files
 */
export function firstLineDrugs(rows: readonly FirstLineRow[], lastYear?: number): FirstLineDrugs {
  const known = rows.map(({ year }) => year);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const years = Array.from({ length: rows.length === 0 ? 0 : last - first + 1 }, (_, k) => first + k);
  return Object.freeze({
    years: years.map((year) =>
      yearOf(
        year,
        rows.filter((row) => row.year === year),
        year >= (lastYear ?? last),
      ),
    ),
    arrivals: arrivalsOf(rows),
    patients: sum(rows),
  });
}

function yearOf(year: number, rows: readonly FirstLineRow[], unfinished: boolean): FirstLineYear {
  const bands = Object.fromEntries(
    firstLineBands.map((band) => [band, sum(rows.filter((row) => bandOf(row) === band))]),
  ) as Record<FirstLineBand, number>;
  return Object.freeze({ year, patients: sum(rows), bands, unfinished });
}

function bandOf({ drug, generic }: FirstLineRow): FirstLineBand {
  if (drug === 'imatinib') return generic === true ? 'imatinib_generic' : 'imatinib';
  return firstLineBands.find((band) => band === drug) ?? 'other';
}

function arrivalsOf(rows: readonly FirstLineRow[]): readonly DrugArrival[] {
  const found = new Map<string, DrugArrival>();
  for (const { drug, generic, year } of rows.toSorted((a, b) => a.year - b.year)) {
    const seen = (isGeneric: boolean) => {
      const key = `${drug} ${isGeneric}`;
      if (!found.has(key)) found.set(key, Object.freeze({ year, drug, generic: isGeneric }));
    };
    seen(false);
    if (generic === true) seen(true);
  }
  return [...found.values()].toSorted(
    (a, b) =>
      a.year - b.year ||
      Number(a.drug > b.drug) - Number(a.drug < b.drug) ||
      Number(a.generic) - Number(b.generic),
  );
}

const sum = (rows: readonly FirstLineRow[]): number =>
  rows.reduce((total, { patients }) => total + patients, 0);
