import type { ControlGene, SampleValidation } from './extract-tables';

/** What decides whether one BCR::ABL1 sample can be read on the International Scale. */
export interface SampleReading {
  readonly bcrAbl1IsPercent: number | null;
  readonly detected: boolean;
  readonly controlGene: ControlGene;
  readonly controlCopies: number | null;
  readonly onInternationalScale: boolean;
  readonly validation: SampleValidation;
}

/**
 * Control-gene copies from which an undetected transcript means a deep response (MR4).
 * BCR has no published minimum: an undetected sample against BCR is not evaluable.
 *
 * @see Cross et al., Leukemia 2015, doi:10.1038/leu.2015.29
 */
export const minimumControlCopies: Readonly<Record<ControlGene, number | null>> = {
  ABL1: 10_000,
  GUSB: 24_000,
  BCR: null,
};

/**
 * How a sample counts in a response curve.
 *
 * `quantified`: a value on the International Scale, whatever its control copies (a poor sample can still show a loss
 * of response). `undetected`: no transcript in a sample good enough for MR4. `null`: not evaluable, neither yes nor
 * no: off the scale, rejected by the central check, detected without a value, a value that is not above zero,
 * or undetected with too few or unknown control copies.
 */
export function sampleReading(sample: SampleReading): 'quantified' | 'undetected' | null {
  if (!sample.onInternationalScale || sample.validation === 'rejected') return null;
  if (sample.detected)
    return sample.bcrAbl1IsPercent !== null && sample.bcrAbl1IsPercent > 0 ? 'quantified' : null;
  const minimum = minimumControlCopies[sample.controlGene];
  return minimum !== null && sample.controlCopies !== null && sample.controlCopies >= minimum
    ? 'undetected'
    : null;
}
