import { daysFromMonths } from './calendar';
import { eln2013, eln2020 } from './guideline';

/** What a patient is in when the wait for the next sample begins: on a TKI or after the first stop of one. */
export const samplingPhases = ['before_mmr', 'in_mmr', 'months_1_6', 'months_7_12', 'second_year'] as const;
export type SamplingPhase = (typeof samplingPhases)[number];

/** Whether the wait begins on a TKI. */
export const isOnTki = (phase: SamplingPhase): boolean => phase === 'before_mmr' || phase === 'in_mmr';

export interface SamplingRule {
  /** The longest wait that the guideline names, in months. */
  readonly everyMonths: number;
  readonly source: string;
}

/**
 * How often BCR::ABL1 is to be measured: every 3 months until MMR, then every 3 to 6 months; after a stop every month for
 * six, every 2 months for six more, every 3 months from then on.
 */
export const samplingRules: Readonly<Record<SamplingPhase, SamplingRule>> = Object.freeze({
  before_mmr: { everyMonths: 3, source: eln2013.source },
  in_mmr: { everyMonths: 6, source: eln2013.source },
  months_1_6: { everyMonths: 1, source: eln2020.source },
  months_7_12: { everyMonths: 2, source: eln2020.source },
  second_year: { everyMonths: 3, source: eln2020.source },
});

/**
 * Months since the stop at which the phases after it begin. Half a wait late is still in time, as a window of a milestone
 * reaches half of its months further (3 months: 4.5; 6 months: 9); twice the wait is a gap (monthly: over two months,
 * which a survey of practices told apart). Both factors are ours.
 *
 * @see Saussele et al., Acta Haematol 2022;145:603 (waits of over 8 weeks after a stop)
 */
export const samplingLimits = Object.freeze({
  secondHalfFromMonth: 6,
  secondYearFromMonth: 12,
  inTime: 1.5,
  gap: 2,
});

/** Whole days after which a sample of a phase is no more in time. */
export const inTimeDays = (phase: SamplingPhase): number =>
  Math.floor(daysFromMonths(samplingRules[phase].everyMonths * samplingLimits.inTime));

/** Whole days after which a wait is a gap. */
export const gapDays = (phase: SamplingPhase): number =>
  Math.floor(daysFromMonths(samplingRules[phase].everyMonths * samplingLimits.gap));
