import { monthsFromDays } from '@core/domain/calendar';
import { type AssessedGuideline, eln2013, eln2020 } from '@core/domain/guideline';
import { type MilestoneVerdict, milestoneWindows } from '@core/domain/milestone';
import { majorMolecularResponsePercent } from '@core/domain/response-depth';
import { decisionDay } from './decision-day';
import { type EvaluableSample, samplesSinceFirstTki } from './evaluable-samples';
import type { PatientRecord } from './patient-record';
import { firstTkiDay } from './tki-lines';

/**
 * What became of MMR on treatment: never reached; kept; lost in at least one sample; lost and confirmed (two consecutive
 * tests above 0.1 %, one of them at or above 1 %).
 */
export const mmrCourses = ['never_reached', 'kept', 'lost', 'lost_confirmed'] as const;
export type MmrCourse = (typeof mmrCourses)[number];

/** Month from which a sample that no milestone judges is held to the limits of "any time". */
export const anyTimeFromMonth = milestoneWindows[2].toMonth;

/** MMR on treatment, with the samples that say so. */
export interface MmrReading {
  /** `null` without an evaluable sample on treatment. */
  readonly course: MmrCourse | null;
  readonly firstMmrDay: number | null;
  /** The samples above 0.1 % after the first MMR. */
  readonly losses: readonly EvaluableSample[];
  /** The two tests of the first confirmed loss. */
  readonly confirmed: readonly [EvaluableSample, EvaluableSample] | null;
}

/** One finding of the "any time" rules of a guideline. */
export interface AnyTimeFinding {
  readonly rule: 'loss_of_mmr' | 'confirmed_loss_of_mmr' | 'above_limit';
  readonly verdict: MilestoneVerdict;
  readonly samples: readonly EvaluableSample[];
}

/** Evaluable samples on treatment: from the first TKI to the first stop, or to the last contact. */
const samplesOnTreatment = (record: PatientRecord): readonly EvaluableSample[] =>
  samplesSinceFirstTki(record).filter(({ day }) => day <= decisionDay(record));

/** Whether MMR was reached on treatment and kept. A test is a day with evaluable samples and its highest value. */
export function readMmrCourse(record: PatientRecord): MmrReading {
  const samples = samplesOnTreatment(record);
  const firstMmrDay = samples.find((sample) => !isAboveMmr(sample))?.day ?? null;
  const after = samples.filter(({ day }) => firstMmrDay !== null && day > firstMmrDay);
  const losses = after.filter(isAboveMmr);
  const confirmed = confirmedLoss(after);
  if (samples.length === 0) return { course: null, firstMmrDay, losses, confirmed };
  if (firstMmrDay === null) return { course: 'never_reached', firstMmrDay, losses, confirmed };
  const course = confirmed !== null ? 'lost_confirmed' : losses.length > 0 ? 'lost' : 'kept';
  return { course, firstMmrDay, losses, confirmed };
}

function confirmedLoss(after: readonly EvaluableSample[]): MmrReading['confirmed'] {
  const { oneAtLeastPercent } = eln2013.anyTime.lossOfMmr;
  const days = [...new Set(after.map(({ day }) => day))];
  const tests = days.flatMap((day) => {
    const ofDay = after.filter((sample) => sample.day === day);
    return ofDay.toSorted((a, b) => b.bcrAbl1IsPercent - a.bcrAbl1IsPercent).slice(0, 1);
  });
  for (const [index, second] of tests.entries()) {
    const first = tests[index - 1];
    if (first === undefined || !isAboveMmr(first) || !isAboveMmr(second)) continue;
    if (Math.max(first.bcrAbl1IsPercent, second.bcrAbl1IsPercent) >= oneAtLeastPercent)
      return [first, second];
  }
  return null;
}

/**
 * What the "any time" rules of a guideline find on treatment. Limits of a value hold for samples from month 15 on, where
 * the last milestone ends, and for those after the first MMR: before, the milestones have limits of their own.
 */
export function anyTimeFindings(
  record: PatientRecord,
  { anyTime }: AssessedGuideline,
): readonly AnyTimeFinding[] {
  const { losses, confirmed } = readMmrCourse(record);
  const { lossOfMmr, limits } = anyTime;
  const findings: AnyTimeFinding[] = [];
  if (lossOfMmr.kind === 'single' && losses.length > 0)
    findings.push({ rule: 'loss_of_mmr', verdict: lossOfMmr.verdict, samples: losses });
  if (lossOfMmr.kind === 'confirmed' && confirmed !== null)
    findings.push({ rule: 'confirmed_loss_of_mmr', verdict: lossOfMmr.verdict, samples: confirmed });
  if (limits === null) return findings;
  const judged = judgedAtAnyTime(record);
  const failed = judged.filter((sample) => sample.bcrAbl1IsPercent > limits.failureAbovePercent);
  const warned = judged.filter(
    (sample) =>
      sample.bcrAbl1IsPercent > limits.optimalToPercent &&
      sample.bcrAbl1IsPercent <= limits.failureAbovePercent,
  );
  if (failed.length > 0) findings.push({ rule: 'above_limit', verdict: 'failure', samples: failed });
  if (warned.length > 0) findings.push({ rule: 'above_limit', verdict: 'warning', samples: warned });
  return findings;
}

/** The worst finding of ELN 2020 at any time; `null` when no sample was held to its limits. */
export function anyTimeVerdict2020(record: PatientRecord): MilestoneVerdict | null {
  if (judgedAtAnyTime(record).length === 0) return null;
  const verdicts = anyTimeFindings(record, eln2020).map(({ verdict }) => verdict);
  return verdicts.includes('failure') ? 'failure' : verdicts.includes('warning') ? 'warning' : 'optimal';
}

function judgedAtAnyTime(record: PatientRecord): readonly EvaluableSample[] {
  const samples = samplesOnTreatment(record);
  const { firstMmrDay } = readMmrCourse(record);
  const start = firstTkiDay(record);
  return samples.filter(
    ({ day }) =>
      (firstMmrDay !== null && day > firstMmrDay) ||
      (start !== null && monthsFromDays(day - start) >= anyTimeFromMonth),
  );
}

const isAboveMmr = (sample: EvaluableSample) => sample.bcrAbl1IsPercent > majorMolecularResponsePercent;
