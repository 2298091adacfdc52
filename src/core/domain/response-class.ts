import { minimumControlCopies, type SampleReading } from './evaluable-sample';
import type { ControlGene, MolecularMethod } from './extract-tables';
import { depthLimitsPercent } from './response-depth';
import { isRead } from './sample-standing';

/**
 * Classes of one BCR::ABL1 reading, from shallow to deep; each limit belongs to the deeper class: `0.1-1` is above
 * 0.1 % and at most 1 %, `MMR` above 0.01 % and at most 0.1 %.
 *
 * @see Cross et al., Leukemia 2015, doi:10.1038/leu.2015.29
 */
export const responseClasses = ['>10', '1-10', '0.1-1', 'MMR', 'MR4', 'MR4.5', 'MR5'] as const;
export type ResponseClass = (typeof responseClasses)[number];

/** What a sample must show to be of a class. */
export interface ResponseRule {
  readonly responseClass: ResponseClass;
  /** Largest value in percent of the International Scale, included; `null` is no limit. */
  readonly atMostPercent: number | null;
  /**
   * Control-gene copies that the class asks for, whether the transcript is detected or not; a gene that is `null` never
   * shows it. `null` instead of the list: the value alone decides, so that an undetected transcript cannot show it.
   */
  readonly minimumCopies: Readonly<Record<ControlGene, number | null>> | null;
  /** Whether a cartridge can report it: its range ends at 0.0030 %, above MR5. */
  readonly byCartridge: boolean;
}

/**
 * The rules of `responseClass`, from deep to shallow: a sample has the first class that it shows. SQL uses the same.
 *
 * Copies for ABL1 are published; those for GUSB beyond MR4 (77,000 and 240,000) are unverified.
 *
 * @see Cross et al., Leukemia 2015, doi:10.1038/leu.2015.29
 */
export const responseRules: readonly ResponseRule[] = [
  deep('MR5', { ABL1: 100_000, GUSB: 240_000, BCR: null }, false),
  deep('MR4.5', { ABL1: 32_000, GUSB: 77_000, BCR: null }, true),
  deep('MR4', minimumControlCopies, true),
  byValue('MMR', depthLimitsPercent.MMR),
  byValue('0.1-1', 1),
  byValue('1-10', 10),
  byValue('>10', null),
];

function deep(
  responseClass: 'MR4' | 'MR4.5' | 'MR5',
  minimumCopies: Readonly<Record<ControlGene, number | null>>,
  byCartridge: boolean,
): ResponseRule {
  return { responseClass, atMostPercent: depthLimitsPercent[responseClass], minimumCopies, byCartridge };
}

function byValue(responseClass: ResponseClass, atMostPercent: number | null): ResponseRule {
  return { responseClass, atMostPercent, minimumCopies: null, byCartridge: true };
}

/** A sample with all that its class depends on. */
export interface ClassReading extends SampleReading {
  readonly method: MolecularMethod;
}

/**
 * Class of one sample, from its value and its control-gene copies; `null` when it is inevaluable.
 *
 * Inevaluable: off the International Scale, rejected by the central check, detected without a value above zero,
 * undetected with fewer control copies than MR4 needs, with unknown copies, or against BCR. A value at or below 0.01 %
 * with too few or unknown copies is MMR: a poor sample shows a loss, never a deep response. The transcript is not looked
 * at: atypical ones have no value on the scale, which the caller has to know.
 *
 * @see Cross et al., Leukemia 2015, doi:10.1038/leu.2015.29 · tests/unit/core/domain/response-class.test.ts
 * @example
 * // 3 copies of the transcript in 40,000 of ABL1, conversion factor 0.8: 0.0060 %
 * // responseClass({ bcrAbl1IsPercent: 0.006, detected: true, controlGene: 'ABL1', controlCopies: 40_000, … }) is 'MR4'
 */
export function responseClass(sample: ClassReading): ResponseClass | null {
  if (!sample.onInternationalScale || !isRead(sample.validation)) return null;
  if (sample.detected && (sample.bcrAbl1IsPercent === null || sample.bcrAbl1IsPercent <= 0)) return null;
  return responseRules.find((rule) => shows(sample, rule))?.responseClass ?? null;
}

function shows(sample: ClassReading, rule: ResponseRule): boolean {
  if (sample.method === 'cartridge' && !rule.byCartridge) return false;
  if (sample.detected && rule.atMostPercent !== null && (sample.bcrAbl1IsPercent ?? 0) > rule.atMostPercent)
    return false;
  if (rule.minimumCopies === null) return sample.detected;
  const minimum = rule.minimumCopies[sample.controlGene];
  return minimum !== null && sample.controlCopies !== null && sample.controlCopies >= minimum;
}

/** Place of a class in `responseClasses`, from 0 (above 10 %) to 6 (MR5): larger is deeper. SQL keeps this number. */
export const responseRank = (one: ResponseClass): number => responseClasses.indexOf(one);
