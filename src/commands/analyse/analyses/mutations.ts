import type { Analysis } from '@commands/analyse/analysis';
import { mutationMap } from '@core/analyses/mutation-map';
import { mutationVariants } from '@data/queries/mutation-variants';

/** ABL1 variants with their patients, and what is known of each under each TKI. */
export const mutationsAnalysis: Analysis<object> = {
  read: (field) => {
    field.only(['analysis']);
    return {};
  },
  run: async (engine, cohort) =>
    mutationMap(await mutationVariants.ask(engine, cohort, { signal: new AbortController().signal })),
};
