import { type CohortDefinition, everyone } from '@core/cohort/cohort-definition';
import type { NamedCohort } from '@core/cohort/cohort-workspace';
import { mostOverlaid } from '@core/cohort/overlap';
import { saysTheSame } from '@core/cohort/same-definition';
import { useWords } from '@language/use-words';
import { useCohort } from '@session/use-url';
import { useWorkspace } from '@session/use-workspace';
import { useMemo } from 'react';

/** A column that can be compared: the current cohort, a named one, or those in none of the chosen. */
export interface ComparedGroup {
  readonly id: string;
  readonly name: string;
  /** `null` for the rest. */
  readonly cohort: CohortDefinition | null;
}

export interface ComparisonChoice {
  readonly options: readonly ComparedGroup[];
  readonly chosen: readonly ComparedGroup[];
  readonly choose: (ids: readonly string[]) => void;
}

export const currentId = 'current';
export const restId = 'rest';

/** What is compared: chosen by the user, else what there is. */
export function useComparison(): ComparisonChoice {
  const { say } = useWords();
  const { cohort } = useCohort();
  const { workspace, compared, setCompared } = useWorkspace();
  return useMemo(() => {
    const options: readonly ComparedGroup[] = [
      ...workspace.cohorts,
      { id: currentId, name: say('comparison.current'), cohort },
      { id: restId, name: say('comparison.rest'), cohort: null },
    ];
    const ids = compared ?? defaultChoice(workspace.cohorts, cohort);
    const chosen = options.filter(({ id }) => ids.includes(id));
    return { options, chosen, choose: setCompared };
  }, [workspace, cohort, compared, setCompared, say]);
}

/** The named cohorts and the current one unless it is one of them; a single one is compared with the rest. */
function defaultChoice(named: readonly NamedCohort[], current: CohortDefinition): readonly string[] {
  const isNamed = named.some((one) => saysTheSame(one.cohort, current));
  const ids = named.slice(0, isNamed ? mostOverlaid : mostOverlaid - 1).map(({ id }) => id);
  const all = isNamed ? ids : [...ids, currentId];
  const everybodyAlone = named.length === 0 && saysTheSame(current, everyone);
  return all.length === 1 && !everybodyAlone ? [...all, restId] : all;
}
