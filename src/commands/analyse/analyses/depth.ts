import type { Analysis } from '@commands/analyse/analysis';
import { depthOccupation } from '@core/analyses/depth-occupation';
import { type CurrentMonths, currentMonths, usualCurrentMonths } from '@core/cohort/depth-course';
import { depthMoves } from '@data/queries/depth-moves';

interface Choices {
  readonly currentMonths: CurrentMonths;
}

/** Current depth of response by month since the first TKI. */
export const depthAnalysis: Analysis<Choices> = {
  read: (field) => {
    field.only(['analysis', 'currentMonths']);
    const asked = field.has('currentMonths')
      ? field.get('currentMonths').oneOf(currentMonths.map(String))
      : String(usualCurrentMonths);
    return { currentMonths: currentMonths.find((one) => String(one) === asked) ?? usualCurrentMonths };
  },
  run: async (engine, cohort, { currentMonths: months }) => {
    const { signal } = new AbortController();
    return depthOccupation(await depthMoves.ask(engine, { cohort, currentMonths: months }, { signal }));
  },
};
