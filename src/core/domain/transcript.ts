import type { Transcript } from './extract-tables';

/**
 * Transcripts to which the International Scale does not apply; their samples stay out of IS curves.
 *
 * @see Cross et al., Leukemia 2015, doi:10.1038/leu.2015.29: the recommendations cover e13a2 and e14a2
 */
export const atypicalTranscripts = ['e1a2', 'e19a2', 'other'] as const satisfies readonly Transcript[];
