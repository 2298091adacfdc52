import type { Transcript } from './extract-tables';
import {
  type ClassReading,
  type ResponseClass,
  type ResponseRule,
  responseClass,
  responseRank,
  responseRules,
} from './response-class';
import { atypicalTranscripts } from './transcript';

export const responseClassSource = 'Cross et al., Leukemia 2015, doi:10.1038/leu.2015.29';

/** Why a sample has no class; the first that applies. */
export const inevaluableReasons = [
  'atypical_transcript',
  'off_scale',
  'rejected',
  'unread',
  'no_value',
  'value_not_above_zero',
  'gene_without_minimum',
  'unknown_copies',
  'too_few_copies',
] as const;
export type InevaluableReason = (typeof inevaluableReasons)[number];

/** Why a sample is not of the deeper class that its value, or its undetected transcript, would allow. */
export type ClassLimit = 'gene_without_minimum' | 'unknown_copies' | 'too_few_copies' | 'cartridge';

/** Why a sample has its class. */
export interface ClassExplanation {
  readonly source: string;
  readonly sample: ClassReading;
  readonly responseClass: ResponseClass | null;
  /** The rule that the sample met; `null` without a class. */
  readonly rule: ResponseRule | null;
  /** `null` with a class. */
  readonly reason: InevaluableReason | null;
  /** The next deeper class, when only copies, gene or method withhold it; `null` when the value does. */
  readonly withheld: {
    readonly responseClass: ResponseClass;
    readonly because: ClassLimit;
    readonly neededCopies: number | null;
  } | null;
}

/**
 * The class of one sample with the rule that gave it, what withheld a deeper one, or why there is none. A transcript that
 * is `null`, not recorded, is taken for a typical one.
 *
 * @see tests/unit/core/domain/class-explanation.test.ts holds it equal to `responseClass`
 */
export function explainClass(sample: ClassReading, transcript: Transcript | null): ClassExplanation {
  const isAtypical = transcript !== null && (atypicalTranscripts as readonly string[]).includes(transcript);
  const found = isAtypical ? null : responseClass(sample);
  return {
    source: responseClassSource,
    sample,
    responseClass: found,
    rule: responseRules.find((rule) => rule.responseClass === found) ?? null,
    reason: found !== null ? null : isAtypical ? 'atypical_transcript' : inevaluableReason(sample),
    withheld: found === null ? null : withheldClass(sample, found),
  };
}

function inevaluableReason(sample: ClassReading): InevaluableReason {
  if (!sample.onInternationalScale) return 'off_scale';
  if (sample.validation === 'rejected' || sample.validation === 'unread') return sample.validation;
  if (sample.detected) return sample.bcrAbl1IsPercent === null ? 'no_value' : 'value_not_above_zero';
  const shallowest = responseRules.findLast((rule) => rule.minimumCopies !== null);
  return copiesLimit(sample, shallowest?.minimumCopies?.[sample.controlGene] ?? null) ?? 'too_few_copies';
}

function withheldClass(sample: ClassReading, found: ResponseClass): ClassExplanation['withheld'] {
  const next = responseRules.find((rule) => responseRank(rule.responseClass) === responseRank(found) + 1);
  if (next === undefined) return null;
  const allowedByValue =
    !sample.detected || next.atMostPercent === null || (sample.bcrAbl1IsPercent ?? 0) <= next.atMostPercent;
  if (!allowedByValue) return null;
  if (sample.method === 'cartridge' && !next.byCartridge)
    return { responseClass: next.responseClass, because: 'cartridge', neededCopies: null };
  const neededCopies = next.minimumCopies?.[sample.controlGene] ?? null;
  const because = copiesLimit(sample, neededCopies);
  return because === null ? null : { responseClass: next.responseClass, because, neededCopies };
}

function copiesLimit(sample: ClassReading, needed: number | null): Exclude<ClassLimit, 'cartridge'> | null {
  if (needed === null) return 'gene_without_minimum';
  if (sample.controlCopies === null) return 'unknown_copies';
  return sample.controlCopies < needed ? 'too_few_copies' : null;
}
