import { daysFromMonths } from '@core/domain/calendar';
import { treatmentEnds } from '@core/domain/treatment-end';
import type { TkiDrug } from '@core/domain/tyrosine-kinase-inhibitor';
import { aalenJohansen, type IncidenceCurves } from '@core/statistics/survival/aalen-johansen';
import { type IncidencePoint, incidenceAt } from '@core/statistics/survival/incidence-at';

/** Patients whose first TKI lasted for the same time and ended in the same way. */
export interface DrugTimeRow {
  readonly drug: TkiDrug;
  /** Days from the start of the drug to the inclusion in the registry; `null`: included by then. */
  readonly entry: number | null;
  /** Days from the start of the drug to its end, or to the last contact. */
  readonly day: number;
  /** Place in `treatmentEnds`, from 1; 0: still on the drug at the last contact. */
  readonly cause: number;
  readonly patients: number;
}

export interface TimeOnDrug {
  readonly drug: TkiDrug;
  /** One cause per member of `treatmentEnds`, in its order. */
  readonly curves: IncidenceCurves;
  readonly landmarks: readonly IncidencePoint[];
  /** Off the drug before they were included: they were never seen on it. */
  readonly beforeInclusion: number;
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
  const all = rows.filter((row) => row.drug === drug);
  const seen = all.filter(({ entry, day }) => entry === null || entry < day);
  const late = seen.some(({ entry }) => entry !== null);
  const curves = aalenJohansen(
    {
      time: seen.map(({ day }) => day),
      cause: seen.map(({ cause }) => cause),
      weight: seen.map(({ patients }) => patients),
      ...(late ? { entry: seen.map(({ entry }) => entry ?? Number.NEGATIVE_INFINITY) } : {}),
    },
    treatmentEnds.length,
    { interval: 'log-log', weights: 'counts' },
  );
  const sum = (some: readonly DrugTimeRow[]) => some.reduce((total, { patients }) => total + patients, 0);
  return Object.freeze({
    drug,
    curves,
    landmarks: incidenceAt(curves, drugTimeMonths.map(daysFromMonths)),
    beforeInclusion: sum(all) - sum(seen),
  });
}
