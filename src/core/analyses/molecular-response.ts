/** Why a patient of the cohort is not on the curve. */
export const curveExclusions = ['no_tki', 'atypical_transcript', 'no_evaluable_sample'] as const;
export type CurveExclusion = (typeof curveExclusions)[number];

/** The smallest table that the curve can be drawn from: one row per visit window, log10 of BCR::ABL1 IS in percent. */
export interface VisitQuartiles {
  readonly month: number;
  readonly patients: number;
  readonly undetected: number;
  /** Type-7 quantiles of log10 IS; `null` where the quantile falls among undetected samples. */
  readonly lowerQuartileLog10: number | null;
  readonly medianLog10: number | null;
  readonly upperQuartileLog10: number | null;
}

export interface MolecularResponseTable {
  readonly visits: readonly VisitQuartiles[];
  readonly cohort: number;
  readonly excluded: Readonly<Record<CurveExclusion, number>>;
}

/** A quantile of BCR::ABL1 IS: a percentage, or "no transcript detected", which is lower than any percentage. */
export type Depth = { readonly kind: 'percent'; readonly percent: number } | { readonly kind: 'undetected' };

export interface VisitResponse {
  readonly month: number;
  readonly patients: number;
  readonly undetected: number;
  readonly lowerQuartile: Depth;
  readonly median: Depth;
  readonly upperQuartile: Depth;
  /** Fewer patients than `fewPatients`: the quartiles say little. */
  readonly few: boolean;
}

export interface MolecularResponse {
  readonly visits: readonly VisitResponse[];
  readonly cohort: number;
  /** Patients on the curve in at least one window. */
  readonly onCurve: number;
  readonly excluded: Readonly<Record<CurveExclusion, number>>;
}

/** Below this number of patients in a window, the point of the median is drawn faintly. */
export const fewPatients = 10;

/**
 * Back from the logarithm, to twelve significant digits: a sample of 0.255 % comes back as 0.255, not as
 * 0.25499999999999995, and rounds for the reader as the laboratory wrote it.
 */
const depth = (log10: number | null): Depth =>
  log10 === null
    ? { kind: 'undetected' }
    : { kind: 'percent', percent: Number((10 ** log10).toPrecision(12)) };

/**
 * Molecular response since the start of the first TKI: median and quartiles of BCR::ABL1 IS per visit window.
 *
 * Every treated patient with a transcript on the scale counts, whatever the later treatment (intention to treat).
 * Quantiles are of type 7 on log10 IS. Undetected samples rank below every detected value; a quantile that falls
 * among them is `undetected`, never zero. No window: no visit. The method does not use the sensitivity of each
 * undetected sample; where many are undetected, read the median as "at most the lowest detected level".
 *
 * @see Hyndman & Fan 1996, doi:10.1080/00031305.1996.10473566 (type 7) · tests/unit/core/analyses
 */
export function molecularResponse(table: MolecularResponseTable): MolecularResponse {
  const excludedPatients = curveExclusions.reduce((sum, reason) => sum + table.excluded[reason], 0);
  return {
    visits: table.visits.map((visit) => ({
      month: visit.month,
      patients: visit.patients,
      undetected: visit.undetected,
      lowerQuartile: depth(visit.lowerQuartileLog10),
      median: depth(visit.medianLog10),
      upperQuartile: depth(visit.upperQuartileLog10),
      few: visit.patients < fewPatients,
    })),
    cohort: table.cohort,
    onCurve: table.cohort - excludedPatients,
    excluded: table.excluded,
  };
}
