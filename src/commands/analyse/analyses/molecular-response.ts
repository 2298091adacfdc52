import type { Analysis } from '@commands/analyse/analysis';
import { type CurveOrigin, curveOrigins } from '@core/analyses/curve-origin';
import { baselineVariables, type GroupVariable } from '@core/analyses/group-variable';
import { molecularResponse } from '@core/analyses/molecular-response';
import { visitDistribution } from '@data/queries/visit-distribution';

interface Choices {
  readonly origin: CurveOrigin;
  readonly by: GroupVariable | null;
}

/** Median and quartiles of BCR::ABL1 IS per visit window since an origin, undetected samples as left-censored. */
export const molecularResponseAnalysis: Analysis<Choices> = {
  read: (field) => {
    field.only(['analysis', 'origin', 'by']);
    return {
      origin: field.has('origin') ? field.get('origin').oneOf(curveOrigins) : 'first_tki',
      by: field.has('by') ? field.get('by').oneOf(baselineVariables) : null,
    };
  },
  run: async (engine, cohort, { origin, by }) => {
    const { signal } = new AbortController();
    return molecularResponse(
      await visitDistribution.ask(engine, { cohort, origin, groupBy: by }, { signal }),
    );
  },
};
