import { daysFromMonths } from '@core/domain/calendar';
import { treatmentEnds } from '@core/domain/treatment-end';
import type { TkiDrug } from '@core/domain/tyrosine-kinase-inhibitor';
import { type IncidencePoint, incidenceAt } from '@core/statistics/survival/incidence-at';
import { type LateEntryIncidence, type LateEntryRow, lateEntryIncidence } from './late-entry-incidence';

/**
 * Patients whose first TKI lasted for the same time and ended in the same way: days from its start to its end or to the last
 * contact. `cause`: place in `treatmentEnds`, from 1; 0: still on the drug at the last contact.
 */
export interface DrugTimeRow extends LateEntryRow {
  readonly drug: TkiDrug;
}

export interface TimeOnDrug extends LateEntryIncidence {
  readonly drug: TkiDrug;
  readonly landmarks: readonly IncidencePoint[];
}

/** Months at which the time on a drug is read. */
export const drugTimeMonths = [12, 24, 60, 120] as const;

/**
 * How long patients stay on their first TKI, and why they leave it: the cumulative incidence of each reason, every other one
 * competing (Aalen-Johansen). Who was included after the drug began is at risk from then on only (left truncation).
 *
 * Nobody on the drug: empty curves.
 *
 * @see Putter et al. 2007, doi:10.1002/sim.2712 · tests/reference/aalen-johansen · tests/queries/treatment.test.ts
 */
export function timeOnDrug(rows: readonly DrugTimeRow[], drug: TkiDrug): TimeOnDrug {
  const { curves, beforeInclusion } = lateEntryIncidence(
    rows.filter((row) => row.drug === drug),
    treatmentEnds.length,
  );
  return Object.freeze({
    drug,
    curves,
    landmarks: incidenceAt(curves, drugTimeMonths.map(daysFromMonths)),
    beforeInclusion,
  });
}
