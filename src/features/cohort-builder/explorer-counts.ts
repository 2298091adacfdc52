import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { CohortCharts } from '@data/queries/cohort-charts';
import { createContext, useContext } from 'react';

/** The cohort that is shown, with the counts that have come, which may be those of the cohort before. */
export interface ExplorerCounts {
  readonly cohort: CohortDefinition;
  readonly counts: CohortCharts | null;
  readonly refreshing: boolean;
}

/** Given by context, so that counts redraw what shows them and not the tabs and lists around it. */
export const ExplorerCountsContext = createContext<ExplorerCounts | null>(null);

export function useExplorerCounts(): ExplorerCounts {
  const counts = useContext(ExplorerCountsContext);
  if (counts === null) throw new Error('useExplorerCounts needs an Explorer above it');
  return counts;
}
