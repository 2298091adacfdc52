import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { mostOverlaid } from '@core/cohort/overlap';
import { saysTheSame } from '@core/cohort/same-definition';
import { useWords } from '@language/use-words';
import { useCohort } from '@session/use-url';
import { useWorkspace } from '@session/use-workspace';
import { useMemo } from 'react';

export interface ComparedCohort {
  readonly name: string;
  readonly cohort: CohortDefinition;
}

/** The named cohorts, and the current one unless it is one of them; as many as can be laid over each other. */
export function useComparedCohorts(): readonly ComparedCohort[] {
  const { say } = useWords();
  const { cohort } = useCohort();
  const { workspace } = useWorkspace();
  return useMemo(() => {
    const { cohorts } = workspace;
    const isNamed = cohorts.some((one) => saysTheSame(one.cohort, cohort));
    const kept = cohorts.slice(0, isNamed ? mostOverlaid : mostOverlaid - 1);
    const current = say('comparison.current');
    const name = kept.some((one) => one.name === current) ? `${current} *` : current;
    return [
      ...kept.map((one) => ({ name: one.name, cohort: one.cohort })),
      ...(isNamed ? [] : [{ name, cohort }]),
    ];
  }, [workspace, cohort, say]);
}
