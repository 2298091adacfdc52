/** Major molecular response: at most 0.1 % IS. Above it after a stop, remission is lost. */
export const majorMolecularResponsePercent = 0.1;

/**
 * Depth of molecular response as BCR::ABL1 on the International Scale, in percent; each limit is included in its class.
 *
 * MR4.5 is tested on the percentage: 0.0032 % is a 4.495-log reduction, so "log ≥ 4.5" would miss it.
 *
 * @see Cross et al., Leukemia 2015, doi:10.1038/leu.2015.29
 */
export const responseDepths = [
  { id: 'MMR', bcrAbl1IsPercent: majorMolecularResponsePercent },
  { id: 'MR4', bcrAbl1IsPercent: 0.01 },
  { id: 'MR4.5', bcrAbl1IsPercent: 0.0032 },
] as const;
