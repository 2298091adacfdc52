import { eligibilityRuleIds } from '@core/domain/eligibility-rule';

/** The answers of one patient on the way to a stop; `null` is not known. The rules are those of `eligibilityRules`. */
export const eligibilityAnswers = ['treated', 'deep', 'sustained', ...eligibilityRuleIds, 'stopped'] as const;
export type EligibilityAnswer = (typeof eligibilityAnswers)[number];

/** Patients by their combination of answers. */
export type EligibilityTable = readonly {
  readonly answers: Readonly<Record<EligibilityAnswer, boolean | null>>;
  readonly patients: number;
}[];

/** How one step is answered: the three add up to those who were asked. */
export interface StepAnswers {
  readonly step: Exclude<EligibilityAnswer, 'treated'>;
  readonly met: number;
  readonly notMet: number;
  readonly unknown: number;
  /** Of those who meet it, who has ever stopped. */
  readonly stopped: number;
  /** Who has stopped without surely meeting it: not met, or not known. */
  readonly stoppedOtherwise: number;
}

export interface EligibilityFunnel {
  readonly patients: number;
  /** With a TKI at some time: the denominator of every step. */
  readonly treated: number;
  readonly stopped: number;
  readonly steps: readonly StepAnswers[];
}

/**
 * From treatment to a stop: who reached a deep response (MR4), held it, may stop by each of five rules, and has stopped.
 *
 * Every step is asked of all treated patients and answered by itself, three-valued: the rules do not contain each other, so
 * that no order of them is a funnel in the strict sense. Eligibility is judged on the day of the first stop, or at the last
 * contact without one; a stop without eligibility is a stop that the rule would not have allowed, or cannot judge.
 */
export function eligibilityFunnel(table: EligibilityTable): EligibilityFunnel {
  const count = (rows: EligibilityTable) => rows.reduce((sum, { patients }) => sum + patients, 0);
  const treated = table.filter(({ answers }) => answers.treated === true);
  const stopped = treated.filter(({ answers }) => answers.stopped === true);
  const answered = (rows: EligibilityTable, step: EligibilityAnswer, answer: boolean | null) =>
    count(rows.filter(({ answers }) => answers[step] === answer));
  const steps = (['deep', 'sustained', ...eligibilityRuleIds, 'stopped'] as const).map(
    (step): StepAnswers => ({
      step,
      met: answered(treated, step, true),
      notMet: answered(treated, step, false),
      unknown: answered(treated, step, null),
      stopped: answered(stopped, step, true),
      stoppedOtherwise: count(stopped) - answered(stopped, step, true),
    }),
  );
  return Object.freeze({
    patients: count(table),
    treated: count(treated),
    stopped: count(stopped),
    steps: Object.freeze(steps),
  });
}
