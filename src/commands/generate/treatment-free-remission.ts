import { restartReasons } from '@core/domain/extract-tables';
import { daysPerMonth } from './calendar';
import type { ExtractBuffers } from './extract-buffers';
import type { Leukaemia } from './leukaemia';
import { growth } from './leukaemia';
import type { RandomSource } from './random-source';
import { codesOf, flag, missing } from './table-buffer';

/** Which published cohort the recurrences resemble: trials (EURO-SKI) or the real-life Observatory. */
export const relapseProfiles = ['trial', 'observatory'] as const;
export type RelapseProfile = (typeof relapseProfiles)[number];

/** Hazard of crossing 0.1 % per month, up to a month since the stop. */
type Hazards = readonly { readonly untilMonth: number; readonly perMonth: number }[];

/**
 * Trial: 61 / 55 / 50 / 47 % at 6, 12, 24 and 36 months (Mahon 2024, EURO-SKI final). Observatory: 31.5 % crude
 * relapses, half of them after 6 months (Saugues 2022, doi:10.1007/s00277-022-04955-z).
 */
const hazards: Readonly<Record<RelapseProfile, Hazards>> = {
  trial: [
    { untilMonth: 1, perMonth: 0.04 },
    { untilMonth: 5.5, perMonth: 0.123 },
    { untilMonth: 11.5, perMonth: 0.0175 },
    { untilMonth: 24, perMonth: 0.0085 },
    { untilMonth: 36, perMonth: 0.0055 },
    { untilMonth: 240, perMonth: 0.0008 },
  ],
  observatory: [
    { untilMonth: 1, perMonth: 0.012 },
    { untilMonth: 5.5, perMonth: 0.044 },
    { untilMonth: 36, perMonth: 0.0078 },
    { untilMonth: 240, perMonth: 0.0016 },
  ],
};

export interface StopCircumstances {
  readonly tkiYears: number;
  readonly deepYears: number;
  readonly isE14a2: boolean;
  readonly attemptNumber: number;
}

/** Yearly hazard of a stop at a visit in deep response: the criteria (5 years, 2 of them deep), or earlier. */
export function stopHazard(circumstances: StopCircumstances, time: number): number {
  const { tkiYears, deepYears, attemptNumber } = circumstances;
  if (time < 2010 || attemptNumber > 2) return 0;
  const custom = time < 2014 ? 0.4 : time < 2017 ? 0.8 : 1.15;
  const caution = attemptNumber === 2 ? 0.6 : 1;
  if (tkiYears >= 5 && deepYears >= 2) return 0.16 * custom * caution;
  if (tkiYears >= 3 && tkiYears < 5 && deepYears >= 1.3) return 0.06 * custom * caution;
  return tkiYears >= 5 && deepYears >= 1.3 ? 0.012 * custom * caution : 0;
}

/** Days from the stop to the crossing of 0.1 %; longer treatment and longer deep response protect. */
export function drawRelapseDay(
  circumstances: StopCircumstances,
  profile: RelapseProfile,
  random: RandomSource,
): number {
  const { tkiYears, deepYears, isE14a2, attemptNumber } = circumstances;
  const protection =
    -0.08 * (Math.min(tkiYears, 14) - 7.6) - 0.05 * (Math.min(deepYears, 8) - 3.6) + (isE14a2 ? -0.07 : 0.1);
  const factor = Math.exp(protection) * (tkiYears < 5 ? 1.05 : 1) * (attemptNumber > 1 ? 1.25 : 1);
  let rest = random.waiting(1) / factor;
  let from = 0;
  for (const { untilMonth, perMonth } of hazards[profile]) {
    const lateE14a2 = isE14a2 && from >= 5.5 ? 1.25 : 1;
    const stretch = (untilMonth - from) * perMonth * lateE14a2;
    if (rest < stretch) return (from + rest / (perMonth * lateE14a2)) * daysPerMonth;
    rest -= stretch;
    from = untilMonth;
  }
  return Number.POSITIVE_INFINITY;
}

/** Without treatment the pools rest; a relapse doubles every week or month until it crosses 0.1 % on its day. */
export function beginRegrowth(leukaemia: Leukaemia, stopDay: number, relapseDay: number): void {
  leukaemia.advance(stopDay);
  leukaemia.fast.rate = 0;
  leukaemia.slow.rate = 0;
  leukaemia.resistant.rate = 0;
  if (relapseDay === Number.POSITIVE_INFINITY) return;
  leukaemia.regrowth.rate = growth(5 + 0.035 * relapseDay);
  leukaemia.regrowth.size = 0.1 * Math.exp(-leukaemia.regrowth.rate * relapseDay);
}

/** One attempt as it unfolds. */
export interface Attempt {
  readonly number: number;
  readonly stopDay: number;
  restartDay: number | null;
  restartReason: (typeof restartReasons)[number] | null;
  readonly hasWithdrawalSyndrome: boolean;
}

const reasonCode = codesOf(restartReasons);

export function writeAttempts(
  attempts: readonly Attempt[],
  patientNumber: number,
  buffers: ExtractBuffers,
  random: RandomSource,
): void {
  for (const { number, stopDay, restartDay, restartReason, hasWithdrawalSyndrome } of attempts) {
    buffers.treatment_free_attempt.push(
      patientNumber,
      number,
      stopDay,
      restartDay ?? missing,
      restartDay === null || restartReason === null ? 0 : reasonCode[restartReason],
      random.chance(0.15) ? missing : flag(hasWithdrawalSyndrome),
    );
  }
}
