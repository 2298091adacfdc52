import type { ResponseClass } from './response-class';

/** When a marker is known: at the start of the first TKI, or on the day of the sample of a milestone. */
export type MarkerLandmark = 'first_tki' | 'sample_3m' | 'sample_6m';

/** A cut-off that a paper gives; `positive` is the side that speaks for the response. */
export interface PublishedCutOff {
  readonly value: number;
  readonly positive: 'at_most' | 'below';
  readonly source: string;
  /** Read in its source; otherwise known from memory only. */
  readonly verified: boolean;
}

export interface PredictorMarker {
  readonly landmark: MarkerLandmark;
  readonly cutOffs: readonly PublishedCutOff[];
}

const none: readonly PublishedCutOff[] = [];

/**
 * Markers that are known early and may foretell a deep response; the lower each is, the likelier the response. An undetected
 * transcript is a value of 0 and ranks lowest, as does its halving time of 0.
 *
 * Cut-offs: 10 % at 3 months and 1 % at 6 months, ELN 2020; halving time below 76 days, Branford 2014 (found in patients
 * above 10 % at 3 months); reduction ratio 0.35, Hanfstein 2014, unverified; 0.11 % and 0.12 % at
 * 6 months, the registry's paper of 2024, each for a depth and a month of its own, unverified.
 */
export const predictorMarkers = {
  bcr_abl1_3m_pct: {
    landmark: 'sample_3m',
    cutOffs: [{ value: 10, positive: 'at_most', source: 'ELN 2020', verified: true }],
  },
  bcr_abl1_6m_pct: {
    landmark: 'sample_6m',
    cutOffs: [
      { value: 1, positive: 'at_most', source: 'ELN 2020', verified: true },
      { value: 0.11, positive: 'at_most', source: 'Haematologica 2024;109:2893 (MR4, M24)', verified: false },
      {
        value: 0.12,
        positive: 'at_most',
        source: 'Haematologica 2024;109:2893 (MR4.5, M48)',
        verified: false,
      },
    ],
  },
  halving_time_days: {
    landmark: 'sample_3m',
    cutOffs: [{ value: 76, positive: 'below', source: 'Branford 2014', verified: true }],
  },
  reduction_ratio_3m: {
    landmark: 'sample_3m',
    cutOffs: [{ value: 0.35, positive: 'at_most', source: 'Hanfstein 2014', verified: false }],
  },
  sokal_score: { landmark: 'first_tki', cutOffs: none },
  elts_score: { landmark: 'first_tki', cutOffs: none },
  eutos_score: { landmark: 'first_tki', cutOffs: none },
  euro_score: { landmark: 'first_tki', cutOffs: none },
} as const satisfies Readonly<Record<string, PredictorMarker>>;

export type PredictorMarkerId = keyof typeof predictorMarkers;
export const predictorMarkerIds = Object.keys(predictorMarkers) as readonly PredictorMarkerId[];

/** Depths that may be foretold, and by which month since the first TKI they must be reached. */
export const predictedDepths = ['MR4', 'MR4.5', 'MR5'] as const satisfies readonly ResponseClass[];
export type PredictedDepth = (typeof predictedDepths)[number];
export const predictedMonths = [24, 36, 48, 60] as const;
export type PredictedMonth = (typeof predictedMonths)[number];
