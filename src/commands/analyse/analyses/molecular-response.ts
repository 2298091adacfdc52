import type { Analysis } from '@commands/analyse/analysis';
import { molecularResponse } from '@core/analyses/molecular-response';
import { visitQuartiles } from '@data/queries/visit-quartiles';

/** Median and quartiles of BCR::ABL1 IS per visit window since the start of the first TKI. */
export const molecularResponseAnalysis: Analysis<object> = {
  read: (field) => {
    field.only(['analysis']);
    return {};
  },
  run: async (engine, cohort) =>
    molecularResponse(await visitQuartiles.ask(engine, cohort, { signal: new AbortController().signal })),
};
