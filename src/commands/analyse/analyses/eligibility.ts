import type { Analysis } from '@commands/analyse/analysis';
import { eligibilityFunnel } from '@core/analyses/eligibility-funnel';
import { eligibilityPatterns } from '@data/queries/eligibility-patterns';

/** Each step from treatment to a stop, and each rule of eligibility. */
export const eligibilityAnalysis: Analysis<object> = {
  read: (field) => {
    field.only(['analysis']);
    return {};
  },
  run: async (engine, cohort) =>
    eligibilityFunnel(
      await eligibilityPatterns.ask(engine, cohort, { signal: new AbortController().signal }),
    ),
};
