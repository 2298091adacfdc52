import { daysPerMonth } from '@core/domain/calendar';
import type { Condition } from './cohort-definition';
import { type FactId, factIds } from './fact-vocabulary';

/**
 * How long after the start of the first TKI a fact is known, in months; `'end'`: only when the follow-up is over, because it
 * counts or judges all of it.
 */
export type KnownFrom = number | 'end';

/** Ends of the windows in which the samples of a milestone are looked for; ELN 2020 may wait three more for a second one. */
const afterMonths: Readonly<Partial<Record<FactId, number>>> = {
  response_3m: 4.5,
  response_6m: 9,
  response_12m: 15,
  bcr_abl1_3m_pct: 4.5,
  bcr_abl1_6m_pct: 9,
  halving_time_days: 4.5,
  reduction_ratio_3m: 4.5,
  eln2013_3m: 4.5,
  eln2013_6m: 9,
  eln2013_12m: 15,
  eln2020_3m: 7.5,
  eln2020_6m: 9,
  eln2020_12m: 15,
};

const atTheEnd: ReadonlySet<FactId> = new Set<FactId>([
  'vital_status',
  'death_cause',
  'last_tki',
  'on_tki',
  'tki_lines',
  'tki_years',
  'eln2020_any_time',
  'mmr_course',
  'best_response',
  'deep_response_months',
  'sustained_deep_response',
  'evaluable_samples',
  'progression',
  'stop_criteria',
  'eligible_eln2020_minimal',
  'eligible_eln2020_optimal',
  'eligible_filmc2018',
  'eligible_euroski',
  'eligible_observatory',
  'treatment_free_attempts',
  'lost_mmr_after_stop',
  'follow_up_years',
]);

/** Every fact; 0 is known when the first TKI begins. The day of inclusion is 0: late entry is left truncation's matter. */
export const factKnownFrom: Readonly<Record<FactId, KnownFrom>> = Object.freeze(
  Object.fromEntries(
    factIds.map((fact): [FactId, KnownFrom] => [fact, atTheEnd.has(fact) ? 'end' : (afterMonths[fact] ?? 0)]),
  ) as Record<FactId, KnownFrom>,
);

/** Facts that are judged on the day of the first stop, where there is one: after it they look back. */
export const factsKnownAtFirstStop: ReadonlySet<FactId> = new Set<FactId>([
  'eln2020_any_time',
  'mmr_course',
  'eligible_eln2020_minimal',
  'eligible_eln2020_optimal',
  'eligible_filmc2018',
  'eligible_euroski',
  'eligible_observatory',
]);

const monthsPerUnit = { days: 1 / daysPerMonth, months: 1 } as const;

/** When a condition can be answered: when the last of its parts can. A window counts from its event, as if at the start. */
export function conditionKnownFrom(condition: Condition): KnownFrom {
  switch (condition.kind) {
    case 'category':
    case 'range':
      return factKnownFrom[condition.fact];
    case 'events': {
      const { window } = condition;
      if (window === null || window.to === null) return 'end';
      return Math.max(0, window.to * monthsPerUnit[window.unit]);
    }
    case 'quality':
      return 'end';
    case 'not':
      return conditionKnownFrom(condition.of);
    default:
      return latest(condition.of.map(conditionKnownFrom));
  }
}

export const latest = (all: readonly KnownFrom[]): KnownFrom =>
  all.includes('end') ? 'end' : Math.max(0, ...all.map(Number));
