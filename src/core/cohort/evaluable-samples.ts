import { monthsFromDays } from '@core/domain/calendar';
import type { Confirmation, MilestoneWindow } from '@core/domain/milestone';
import { type ResponseClass, responseClass, responseRank } from '@core/domain/response-class';
import { sampleOfRow } from '@core/domain/sample-of-row';
import type { SampleRow } from '@core/domain/sample-standing';
import { atypicalTranscripts } from '@core/domain/transcript';
import type { SampledPatient } from './patient-record';
import { firstTkiDay } from './tki-lines';

/** A sample that has a class. */
export interface EvaluableSample {
  readonly day: number;
  /** In percent of the International Scale; 0 when no transcript was detected. */
  readonly bcrAbl1IsPercent: number;
  readonly responseClass: ResponseClass;
  readonly row: SampleRow;
}

/**
 * The samples of a patient that have a class, by day.
 *
 * `null` for a patient with an atypical transcript, to whom the International Scale does not apply. A transcript that is
 * not recorded is taken for a typical one, as is that of a patient without a row in `diagnosis`.
 */
export function evaluableSamples(record: SampledPatient): readonly EvaluableSample[] | null {
  const transcript = record.diagnosis?.transcript ?? null;
  if (transcript !== null && (atypicalTranscripts as readonly string[]).includes(transcript)) return null;
  return record.rows.molecular
    .flatMap((row) => {
      const found = responseClass(sampleOfRow(row));
      if (found === null) return [];
      const bcrAbl1IsPercent = row.detected ? (row.bcr_abl1_is_pct ?? 0) : 0;
      return [{ day: row.day, bcrAbl1IsPercent, responseClass: found, row }];
    })
    .toSorted((a, b) => a.day - b.day);
}

/** The evaluable samples on and after the day of the first TKI; none for a patient who never had one. */
export function samplesSinceFirstTki(record: SampledPatient): readonly EvaluableSample[] {
  const from = firstTkiDay(record);
  return from === null ? [] : (evaluableSamples(record) ?? []).filter(({ day }) => day >= from);
}

/**
 * The sample that counts for a milestone: in its window, nearest to its month, the earlier of two equally near; on one
 * day the higher value, of equal values the deeper class (the more sensitive sample). `null` is not assessed.
 */
export function milestoneSample(record: SampledPatient, milestone: MilestoneWindow): EvaluableSample | null {
  const from = firstTkiDay(record);
  if (from === null) return null;
  const placed = (evaluableSamples(record) ?? [])
    .map((sample) => ({ sample, months: monthsFromDays(sample.day - from) }))
    .filter(({ months }) => months >= milestone.fromMonth && months < milestone.toMonth)
    .toSorted(
      (a, b) =>
        Math.abs(a.months - milestone.month) - Math.abs(b.months - milestone.month) ||
        a.months - b.months ||
        b.sample.bcrAbl1IsPercent - a.sample.bcrAbl1IsPercent ||
        responseRank(b.sample.responseClass) - responseRank(a.sample.responseClass),
    );
  return placed[0]?.sample ?? null;
}

/**
 * The sample that confirms or refutes a high value at a milestone: the first one in the time that the confirmation
 * allows after it, on one day the higher value. `null` when none was taken.
 */
export function confirmingSample(
  record: SampledPatient,
  day: number,
  { fromMonths, toMonths }: Confirmation,
): EvaluableSample | null {
  const later = (evaluableSamples(record) ?? [])
    .map((sample) => ({ sample, months: monthsFromDays(sample.day - day) }))
    .filter(({ months }) => months >= fromMonths && months <= toMonths)
    .toSorted((a, b) => a.months - b.months || b.sample.bcrAbl1IsPercent - a.sample.bcrAbl1IsPercent);
  return later[0]?.sample ?? null;
}

/** The deepest class since the first TKI; `null` without an evaluable sample since then. */
export function bestResponse(record: SampledPatient): ResponseClass | null {
  const classes = samplesSinceFirstTki(record).map((sample) => sample.responseClass);
  return classes.toSorted((a, b) => responseRank(b) - responseRank(a))[0] ?? null;
}

/** First day since the first TKI with a sample of this class or a deeper one. */
export function firstDayOf(record: SampledPatient, depth: ResponseClass): number | null {
  const reached = samplesSinceFirstTki(record).find(
    (sample) => responseRank(sample.responseClass) >= responseRank(depth),
  );
  return reached?.day ?? null;
}

/** The run of deep samples that ends with the last evaluable sample by a day. */
export interface DeepRun {
  /** By day; empty when the last sample is not that deep. */
  readonly samples: readonly EvaluableSample[];
  /** The last sample that is not that deep: the run begins after its day. */
  readonly brokenBy: EvaluableSample | null;
  readonly months: number;
}

/**
 * The run of a depth up to a day: the days after the last one with a sample that is not of the depth or deeper, from the
 * first to the last. `null` without an evaluable sample by then.
 */
export function deepRun(
  record: SampledPatient,
  depth: ResponseClass,
  until = Number.POSITIVE_INFINITY,
): DeepRun | null {
  const samples = evaluableSamples(record)?.filter(({ day }) => day <= until) ?? [];
  const lastDay = samples.at(-1)?.day;
  if (lastDay === undefined) return null;
  const brokenBy =
    samples.findLast((sample) => responseRank(sample.responseClass) < responseRank(depth)) ?? null;
  const run = samples.filter(({ day }) => brokenBy === null || day > brokenBy.day);
  return { samples: run, brokenBy, months: monthsFromDays(lastDay - (run[0]?.day ?? lastDay)) };
}

/** Months of that run; 0 when the last sample is not that deep, `null` without an evaluable sample by then. */
export const deepResponseMonths = (
  record: SampledPatient,
  depth: ResponseClass = 'MR4',
  until = Number.POSITIVE_INFINITY,
): number | null => deepRun(record, depth, until)?.months ?? null;
