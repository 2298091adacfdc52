import type { ControlGene } from './extract-tables';
import { majorMolecularResponsePercent } from './response-depth';
import { isRead, type SampleStanding } from './sample-standing';

/** What decides whether one BCR::ABL1 sample can be read on the International Scale. */
export interface SampleReading {
  readonly bcrAbl1IsPercent: number | null;
  readonly detected: boolean;
  readonly controlGene: ControlGene;
  readonly controlCopies: number | null;
  /** The laboratory's factor to the International Scale; 1 when it is not recorded. */
  readonly conversionFactor: number | null;
  readonly onInternationalScale: boolean;
  readonly validation: SampleStanding;
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
 * no: off the scale, not read for what the central check said, detected without a value, a value that is not above zero,
 * or undetected with too few or unknown control copies.
 */
export function sampleReading(sample: SampleReading): 'quantified' | 'undetected' | null {
  if (!sample.onInternationalScale || !isRead(sample.validation)) return null;
  if (sample.detected)
    return sample.bcrAbl1IsPercent !== null && sample.bcrAbl1IsPercent > 0 ? 'quantified' : null;
  const minimum = minimumControlCopies[sample.controlGene];
  return minimum !== null && sample.controlCopies !== null && sample.controlCopies >= minimum
    ? 'undetected'
    : null;
}

/** Copies of the transcript that a sample must hold to be found positive 19 times in 20. */
export const detectableCopies = 3;

/** Control copies, per unit of conversion factor, from which "undetected" means at most 0.1 % IS: 3,000. */
export const copiesThatShowMmr = (detectableCopies / majorMolecularResponsePercent) * 100;

/**
 * What a sample says of major molecular response after a stop: `lost` above 0.1 % IS, `kept` at or below it, `null`
 * when it cannot tell.
 *
 * A quantified sample tells by its value. An undetected one keeps MMR when 3 copies of the transcript would have read
 * at most 0.1 %: control copies ≥ 3,000 × conversion factor, whatever the control gene. The rule of `sampleReading`
 * would be too strict here: it asks for MR4, and leaving out undetected samples but no detected one would find too many
 * losses.
 *
 * @see Cross et al., Leukemia 2015, doi:10.1038/leu.2015.29 (sensitivity); the bound for MMR is derived from it
 */
export function mmrReading(sample: SampleReading): 'kept' | 'lost' | null {
  if (!sample.onInternationalScale || !isRead(sample.validation)) return null;
  if (sample.detected) {
    if (sample.bcrAbl1IsPercent === null || sample.bcrAbl1IsPercent <= 0) return null;
    return sample.bcrAbl1IsPercent > majorMolecularResponsePercent ? 'lost' : 'kept';
  }
  const needed = copiesThatShowMmr * (sample.conversionFactor ?? 1);
  return sample.controlCopies !== null && sample.controlCopies >= needed ? 'kept' : null;
}
