import { type CohortView, cohortViewNames, currentCohortView } from '@data/queries/workbench/workbench-view';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useExtract } from './use-extract';
import { useCohort } from './use-url';
import { useWorkspace } from './use-workspace';
import { type WorkbenchState, WorkbenchStore } from './workbench-store';

/** One workbench per page: a script that is left for another screen is there on return. */
export const workbench = new WorkbenchStore();

export interface WorkbenchSession {
  readonly state: WorkbenchState;
  /** The current cohort and the named ones, by the names of their tables. */
  readonly cohorts: readonly (CohortView & { readonly name: string | null })[];
}

export function useWorkbench(): WorkbenchSession {
  const { engine } = useExtract();
  const { cohort } = useCohort();
  const { workspace } = useWorkspace();
  const state = useSyncExternalStore(workbench.subscribe, workbench.state);
  useEffect(() => workbench.follow(engine), [engine]);
  const cohorts = useMemo(() => {
    const names = cohortViewNames(workspace.cohorts.map(({ name }) => name));
    const named = workspace.cohorts.map((one, at) => ({
      view: names[at] ?? '',
      name: one.name,
      cohort: one.cohort,
    }));
    return [{ view: currentCohortView, name: null, cohort }, ...named];
  }, [workspace, cohort]);
  return { state, cohorts };
}
