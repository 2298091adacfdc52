import type { Analysis } from '@commands/analyse/analysis';
import { type GroupVariable, groupVariables } from '@core/analyses/group-variable';
import { treatmentFreeRemission } from '@core/analyses/treatment-free-remission';
import type { IntervalScale } from '@core/statistics/survival/confidence-limits';
import { recurrenceEvents } from '@data/queries/recurrence-events';

interface Choices {
  readonly by: GroupVariable | null;
  readonly interval: IntervalScale;
}

/** Molecular-recurrence-free survival after the first stop of a TKI. */
export const treatmentFreeRemissionAnalysis: Analysis<Choices> = {
  read: (field) => {
    field.only(['analysis', 'by', 'interval']);
    return {
      by: field.has('by') ? field.get('by').oneOf(groupVariables) : null,
      interval: field.has('interval') ? field.get('interval').oneOf(['log', 'log-log', 'plain']) : 'log',
    };
  },
  run: async (engine, cohort, { by, interval }) => {
    const { signal } = new AbortController();
    const table = await recurrenceEvents.ask(engine, { cohort, groupBy: by }, { signal });
    return treatmentFreeRemission(table, { interval, level: 0.95 });
  },
};
