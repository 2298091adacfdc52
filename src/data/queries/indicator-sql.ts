import { daysPerMonth } from '@core/domain/calendar';
import { type IndicatorId, indicatorLimits } from '@core/domain/indicator';
import { type MilestoneMonth, milestoneWindows } from '@core/domain/milestone';
import { responseRules } from '@core/domain/response-class';
import { gapDays, inTimeDays, isOnTki, type SamplingPhase } from '@core/domain/sampling-phase';
import { atypicalTranscripts } from '@core/domain/transcript';
import { secondGenerationDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { calendarYearSql } from './calendar-sql';
import { isReadSql } from './derived/response-sql';
import earlyInclusionSql from './indicators/early-inclusion.sql?raw';
import fitForMr45Sql from './indicators/fit-for-mr4-5.sql?raw';
import freeAfterStopSql from './indicators/free-12-months-after-stop.sql?raw';
import genericImatinibSql from './indicators/generic-imatinib.sql?raw';
import intoleranceSql from './indicators/intolerance-within-24-months.sql?raw';
import monthlyAfterStopSql from './indicators/monthly-after-stop.sql?raw';
import mutationSql from './indicators/mutation-at-failure.sql?raw';
import noLongWaitSql from './indicators/no-long-wait.sql?raw';
import optimalSql from './indicators/optimal-at-milestone.sql?raw';
import sampleSql from './indicators/sample-at-milestone.sql?raw';
import secondGenerationSql from './indicators/second-generation-first.sql?raw';
import stopAttemptedSql from './indicators/stop-attempted-when-eligible.sql?raw';
import switchSql from './indicators/switch-within-12-months.sql?raw';
import withdrawalSql from './indicators/withdrawal-syndrome.sql?raw';
import { fillSlots, literal, real } from './sql-text';

/** The TKI lines, filled in where the units are asked for. */
const tki = '{{tki}}';

/** Who may be judged at a milestone: on the scale, and followed to the end of its window. */
function followed(month: MilestoneMonth): string {
  const toMonth = milestoneWindows.find((window) => window.month === month)?.toMonth ?? month;
  return `(
    select facts.*, start_year
    from ${tki} as line
    join patient using (patient_key)
    join patient_fact as facts using (patient_key)
    where position = 1
      and not coalesce(list_contains(${literal(atypicalTranscripts)}, transcript), false)
      and last_contact_day >= start_day + ${real(toMonth * daysPerMonth)}
  )`;
}

const sampled = (month: MilestoneMonth) =>
  fillSlots(sampleSql, { response: `response_${month}m`, followed: followed(month) });
const optimal = (month: MilestoneMonth) =>
  fillSlots(optimalSql, { verdict: `eln2020_${month}m`, followed: followed(month) });
const copies = (gene: 'ABL1' | 'GUSB') =>
  literal(
    responseRules.find(({ responseClass }) => responseClass === 'MR4.5')?.minimumCopies?.[gene] ?? Number.NaN,
  );

/** No wait of a phase was longer than so many days, in so many days from its begin on. */
const noLongWait = (phase: SamplingPhase, longest: number, followed: string, year: string) =>
  fillSlots(noLongWaitSql, {
    intervals: '{{intervals}}',
    // Of a phase after a stop the samples on a TKI are not looked at.
    on_tki: String(isOnTki(phase)),
    phase: literal(phase),
    longest_days: literal(longest),
    followed_days: followed,
    year,
    tki,
  });

/** A day of the window of the first failed milestone, counted from the first TKI. */
const failureDay = (monthOf: (window: (typeof milestoneWindows)[number]) => number): string =>
  `case ${milestoneWindows
    .map((window) => `when eln2020_${window.month}m = 'failure' then ${real(monthOf(window) * daysPerMonth)}`)
    .join(' ')} end`;

const limit = (name: keyof typeof indicatorLimits) => literal(indicatorLimits[name]);

/**
 * The units of each indicator as SQL: `patient_key`, `year` and whether it is met, `null` for not known. The slots `tki`, for the TKI
 * lines, and `intervals`, for the waits for a sample, are open in those that look at them.
 */
export const indicatorSql: Readonly<Record<IndicatorId, string>> = {
  early_inclusion: fillSlots(earlyInclusionSql, { early_inclusion_days: limit('earlyInclusionDays') }),
  second_generation_first: fillSlots(secondGenerationSql, {
    second_generation_drugs: literal(secondGenerationDrugs),
    tki,
  }),
  generic_imatinib: genericImatinibSql,
  switch_within_12_months: fillSlots(switchSql, { switch_days: limit('switchDays'), tki }),
  stop_attempted_when_eligible: stopAttemptedSql,
  sample_at_3_months: sampled(3),
  sample_at_6_months: sampled(6),
  sample_at_12_months: sampled(12),
  quarterly_until_mmr: noLongWait(
    'before_mmr',
    inTimeDays('before_mmr'),
    limit('monitoredDays'),
    'start_year',
  ),
  six_monthly_in_mmr: noLongWait(
    'in_mmr',
    inTimeDays('in_mmr'),
    limit('monitoredDays'),
    calendarYearSql('phase_day'),
  ),
  monthly_after_stop: fillSlots(monthlyAfterStopSql, {
    year_of_stop: calendarYearSql('stop_day'),
    after_stop_days: limit('afterStopDays'),
    after_stop_samples: limit('afterStopSamples'),
  }),
  no_gap_after_stop: noLongWait(
    'months_1_6',
    gapDays('months_1_6'),
    limit('afterStopDays'),
    calendarYearSql('phase_day'),
  ),
  fit_for_mr4_5: fillSlots(fitForMr45Sql, {
    year_of_sample: calendarYearSql('day'),
    is_read: isReadSql,
    abl1_copies: copies('ABL1'),
    gusb_copies: copies('GUSB'),
  }),
  mutation_at_failure: fillSlots(mutationSql, {
    from_day: failureDay(({ fromMonth }) => fromMonth),
    to_day: failureDay(({ toMonth }) => toMonth + indicatorLimits.mutationMonths),
    tki,
  }),
  optimal_at_3_months: optimal(3),
  optimal_at_6_months: optimal(6),
  optimal_at_12_months: optimal(12),
  free_12_months_after_stop: fillSlots(freeAfterStopSql, {
    year_of_stop: calendarYearSql('stop_day'),
    free_days: limit('freeDays'),
  }),
  intolerance_within_24_months: fillSlots(intoleranceSql, {
    intolerance_days: limit('intoleranceDays'),
    tki,
  }),
  withdrawal_syndrome: fillSlots(withdrawalSql, { year_of_stop: calendarYearSql('stop_day') }),
};
