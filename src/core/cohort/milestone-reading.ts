import type { Milestone, MilestoneVerdict } from '@core/domain/milestone';
import { milestoneVerdict } from '@core/domain/milestone';
import { confirmingSample, type EvaluableSample, milestoneSample } from './evaluable-samples';
import type { SampledPatient } from './patient-record';

/** One milestone of one patient: the samples it was read from and what they mean. */
export interface MilestoneReading {
  readonly sample: EvaluableSample | null;
  /** Looked for when the value asks for a confirmation only. */
  readonly confirming: EvaluableSample | null;
  /** `null`, not assessed, without an evaluable sample in the window. */
  readonly verdict: MilestoneVerdict | null;
}

/** Reads a milestone: the sample in its window, and a second one where the guideline asks for it. */
export function readMilestone(record: SampledPatient, milestone: Milestone): MilestoneReading {
  const sample = milestoneSample(record, milestone);
  const { confirmation } = milestone;
  const confirming =
    sample !== null && confirmation !== null && sample.bcrAbl1IsPercent > confirmation.abovePercent
      ? confirmingSample(record, sample.day, confirmation)
      : null;
  const verdict = milestoneVerdict(
    milestone,
    sample?.bcrAbl1IsPercent ?? null,
    confirming?.bcrAbl1IsPercent ?? null,
  );
  return { sample, confirming, verdict };
}
