/** What a response curve counts time from; a TKI line is a treatment line that contains a TKI, in the order of its start. */
export const curveOrigins = [
  'first_tki',
  'second_tki',
  'third_tki',
  'fourth_tki',
  'diagnosis',
  'first_stop',
] as const;
export type CurveOrigin = (typeof curveOrigins)[number];

/** Which TKI line begins at the origin, from 1; `null` when none does. */
export const tkiPositionOf = (origin: CurveOrigin): number | null =>
  ({ first_tki: 1, second_tki: 2, third_tki: 3, fourth_tki: 4, diagnosis: null, first_stop: null })[origin];
