import { aalenJohansen, type IncidenceCurves } from '@core/statistics/survival/aalen-johansen';

/** Patients who left the time on a drug on one day in one way. */
export interface LateEntryRow {
  /** Days from the start to the inclusion in the registry; `null`: included by then. */
  readonly entry: number | null;
  readonly day: number;
  /** 0: censored. */
  readonly cause: number;
  readonly patients: number;
}

export interface LateEntryIncidence {
  readonly curves: IncidenceCurves;
  /** Had left by their inclusion: never seen at risk, and on no curve. */
  readonly beforeInclusion: number;
}

/** Cumulative incidences (Aalen-Johansen) of patients of whom some were included after the clock began: left truncation. */
export function lateEntryIncidence(rows: readonly LateEntryRow[], causes: number): LateEntryIncidence {
  const seen = rows.filter(({ entry, day }) => entry === null || entry < day);
  const isLate = seen.some(({ entry }) => entry !== null);
  const curves = aalenJohansen(
    {
      time: seen.map(({ day }) => day),
      cause: seen.map(({ cause }) => cause),
      weight: seen.map(({ patients }) => patients),
      ...(isLate ? { entry: seen.map(({ entry }) => entry ?? Number.NEGATIVE_INFINITY) } : {}),
    },
    causes,
    { interval: 'log-log', weights: 'counts' },
  );
  const sum = (some: readonly LateEntryRow[]) => some.reduce((total, { patients }) => total + patients, 0);
  return Object.freeze({ curves, beforeInclusion: sum(rows) - sum(seen) });
}
