import { type CohortView, cohortViewNames, currentCohortView } from '@data/queries/workbench/workbench-view';
import { useMemo } from 'react';
import { useCohort } from './use-url';
import { useWorkspace } from './use-workspace';

/** A cohort by the name of its table; `name` is what the reader called it, `null` for the current one. */
export interface NamedView extends CohortView {
  readonly name: string | null;
}

/** The current cohort and the named ones, by the names of their tables in the workbench. */
export function useCohortViews(): readonly NamedView[] {
  const { cohort } = useCohort();
  const { workspace } = useWorkspace();
  return useMemo(() => {
    const names = cohortViewNames(workspace.cohorts.map(({ name }) => name));
    const named = workspace.cohorts.map((one, at) => ({
      view: names[at] ?? '',
      name: one.name,
      cohort: one.cohort,
    }));
    return [{ view: currentCohortView, name: null, cohort }, ...named];
  }, [workspace, cohort]);
}
