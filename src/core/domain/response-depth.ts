/**
 * Upper limit of each depth of molecular response as BCR::ABL1 on the International Scale, in percent; each limit is
 * included in its depth.
 *
 * MR4.5 is tested on the percentage: 0.0032 % is a 4.495-log reduction, so "log ≥ 4.5" would miss it.
 *
 * @see Cross et al., Leukemia 2015, doi:10.1038/leu.2015.29
 */
export const depthLimitsPercent = { MMR: 0.1, MR4: 0.01, 'MR4.5': 0.0032, MR5: 0.001 } as const;

/** Major molecular response: at most 0.1 % IS. Above it after a stop, remission is lost. */
export const majorMolecularResponsePercent = depthLimitsPercent.MMR;

/** The depths that a response curve marks. */
export const responseDepths = [
  { id: 'MMR', bcrAbl1IsPercent: depthLimitsPercent.MMR },
  { id: 'MR4', bcrAbl1IsPercent: depthLimitsPercent.MR4 },
  { id: 'MR4.5', bcrAbl1IsPercent: depthLimitsPercent['MR4.5'] },
] as const;
