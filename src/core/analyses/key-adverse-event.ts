import { daysFromMonths } from '@core/domain/calendar';
import type { TkiDrug } from '@core/domain/tyrosine-kinase-inhibitor';
import { type IncidencePoint, incidenceAt } from '@core/statistics/survival/incidence-at';
import { fewUnits } from './indicator-trend';
import { type LateEntryIncidence, type LateEntryRow, lateEntryIncidence } from './late-entry-incidence';

/** `cause` 1: the event on the first TKI; 2: the end of that line, or death, before it; 0: neither by the last contact. */
export interface KeyEventRow extends LateEntryRow {
  readonly drug: TkiDrug;
}

export interface KeyEventIncidence extends LateEntryIncidence {
  readonly drug: TkiDrug;
  readonly patients: number;
  readonly landmarks: readonly IncidencePoint[];
}

/** Months at which the incidence is read. */
export const keyEventMonths = [12, 36, 60, 120] as const;

/**
 * Cumulative incidence of an adverse event on each first TKI, leaving the drug and death competing (Aalen-Johansen, late
 * entry). Drugs of fewer than ten patients are left out; the most given one first.
 *
 * @see tests/reference/aalen-johansen · tests/queries/safety.test.ts
 */
export function keyEventIncidence(rows: readonly KeyEventRow[]): readonly KeyEventIncidence[] {
  const drugs = [...new Set(rows.map(({ drug }) => drug))];
  return drugs
    .map((drug) => {
      const here = rows.filter((row) => row.drug === drug);
      const found = lateEntryIncidence(here, 2);
      return Object.freeze({
        ...found,
        drug,
        patients: found.curves.n,
        landmarks: incidenceAt(found.curves, keyEventMonths.map(daysFromMonths)),
      });
    })
    .filter(({ patients }) => patients >= fewUnits)
    .toSorted((a, b) => b.patients - a.patients);
}
