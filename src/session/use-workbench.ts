import { useEffect, useSyncExternalStore } from 'react';
import { type NamedView, useCohortViews } from './use-cohort-views';
import { useExtract } from './use-extract';
import { type WorkbenchState, WorkbenchStore } from './workbench-store';

/** One workbench per page: a script that is left for another screen is there on return. */
export const workbench = new WorkbenchStore();

export interface WorkbenchSession {
  readonly state: WorkbenchState;
  readonly cohorts: readonly NamedView[];
}

export function useWorkbench(): WorkbenchSession {
  const { engine } = useExtract();
  const cohorts = useCohortViews();
  const state = useSyncExternalStore(workbench.subscribe, workbench.state);
  useEffect(() => workbench.follow(engine), [engine]);
  return { state, cohorts };
}
