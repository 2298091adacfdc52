import { daysPerMonth, monthsFromDays } from '@core/domain/calendar';
import {
  baselineWindow,
  halvingTimeDays,
  longestHalvingTimeDays,
  reductionRatio,
} from '@core/domain/early-kinetics';
import { milestoneWindows } from '@core/domain/milestone';
import { type EvaluableSample, evaluableSamples, milestoneSample } from './evaluable-samples';
import type { PatientRecord } from './patient-record';
import { firstTkiDay } from './tki-lines';

/** How fast BCR::ABL1 fell in the first 3 months of the first TKI. */
export interface EarlyKinetics {
  readonly baseline: EvaluableSample | null;
  /** The sample of the milestone of month 3, undetected ones included. */
  readonly later: EvaluableSample | null;
  /** `Infinity` when the value did not fall, 0 when no transcript was detected any more. */
  readonly halvingTimeDays: number | null;
  /** The same, at most `longestHalvingTimeDays`: what a chart and a cohort can hold. */
  readonly limitedHalvingTimeDays: number | null;
  readonly reductionRatio: number | null;
}

/**
 * Early kinetics of one patient. The value before treatment is the quantified sample in the baseline window nearest to
 * the first day of the first TKI, the earlier of two equally near, the higher of one day; the later one is the sample
 * of the milestone of month 3. `null` without either.
 */
export function earlyKinetics(record: PatientRecord): EarlyKinetics {
  const baseline = baselineSample(record);
  const later = milestoneSample(record, milestoneWindows[0]);
  const days = baseline === null || later === null ? 0 : later.day - baseline.day;
  const [from, to] = [baseline?.bcrAbl1IsPercent ?? null, later?.bcrAbl1IsPercent ?? null];
  const found = halvingTimeDays(from, to, days);
  return {
    baseline,
    later,
    halvingTimeDays: found,
    limitedHalvingTimeDays: found === null ? null : Math.min(found, longestHalvingTimeDays),
    reductionRatio: reductionRatio(from, to),
  };
}

function baselineSample(record: PatientRecord): EvaluableSample | null {
  const start = firstTkiDay(record);
  if (start === null) return null;
  const placed = (evaluableSamples(record) ?? [])
    .filter(({ bcrAbl1IsPercent }) => bcrAbl1IsPercent > 0)
    .map((sample) => ({ sample, months: monthsFromDays(sample.day - start) }))
    .filter(
      ({ months }) => months >= baselineWindow.fromMonth && months <= baselineWindow.toDay / daysPerMonth,
    )
    .toSorted(
      (a, b) =>
        Math.abs(a.months) - Math.abs(b.months) ||
        a.months - b.months ||
        b.sample.bcrAbl1IsPercent - a.sample.bcrAbl1IsPercent,
    );
  return placed[0]?.sample ?? null;
}
