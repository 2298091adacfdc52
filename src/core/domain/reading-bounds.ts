import { detectableCopies, type SampleReading } from './evaluable-sample';
import { isRead } from './sample-standing';

/** Between which values BCR::ABL1 lies, in percent of the International Scale, both ends included. */
export interface ReadingBounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * A sample as an interval: a quantified value is a point, an undetected transcript lies somewhere between 0 and what 3
 * copies of it would have read, whatever the control gene.
 *
 * The upper end is 3 / control copies · conversion factor · 100; a factor that is not recorded is 1. `null` when the
 * sample says nothing: off the International Scale, not read (`isRead`), detected without a value above zero, undetected with
 * unknown or zero control copies. Not the rule of `responseClass`: a poor sample is wide here, not inevaluable.
 *
 * @see Cross et al., Leukemia 2015, doi:10.1038/leu.2015.29 (3 copies are found 19 times in 20)
 * @example
 * // undetected in 30,000 ABL1 copies, factor 0.8: { lower: 0, upper: 0.008 }
 */
export function readingBounds(sample: SampleReading): ReadingBounds | null {
  if (!sample.onInternationalScale || !isRead(sample.validation)) return null;
  if (sample.detected) {
    const percent = sample.bcrAbl1IsPercent;
    return percent !== null && percent > 0 ? { lower: percent, upper: percent } : null;
  }
  const { controlCopies, conversionFactor } = sample;
  if (controlCopies === null || controlCopies <= 0) return null;
  return { lower: 0, upper: (detectableCopies / controlCopies) * (conversionFactor ?? 1) * 100 };
}
