/**
 * Classes of one BCR::ABL1 reading, from shallow to deep; each limit belongs to the deeper class: `0.1-1` is above
 * 0.1 % and at most 1 %, `MMR` above 0.01 % and at most 0.1 %.
 *
 * @see Cross et al., Leukemia 2015, doi:10.1038/leu.2015.29
 */
export const responseClasses = ['>10', '1-10', '0.1-1', 'MMR', 'MR4', 'MR4.5', 'MR5'] as const;
export type ResponseClass = (typeof responseClasses)[number];
