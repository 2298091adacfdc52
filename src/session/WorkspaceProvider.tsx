import { historyOf, historyWith } from '@core/cohort/cohort-history';
import { emptyWorkspace } from '@core/cohort/cohort-workspace';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useCohort, useCohortEditor } from './use-url';
import { WorkspaceContext, type WorkspaceSession } from './use-workspace';

/** Holds the named cohorts and the steps of the current one, for every screen. The current one lives in the address. */
export function WorkspaceProvider({ children }: { readonly children: ReactNode }) {
  const { cohort } = useCohort();
  const { setCohort } = useCohortEditor();
  const [workspace, changeWorkspace] = useState(emptyWorkspace);
  const [history, setHistory] = useState(() => historyOf(cohort));
  const [compared, setCompared] = useState<readonly string[] | null>(null);
  // Whatever changed the address (a rule, these steps, the browser's buttons), the history follows.
  useEffect(() => setHistory((before) => historyWith(before, cohort, performance.now())), [cohort]);
  const previous = history.past.at(-1);
  const next = history.future[0];
  const goTo = useCallback(
    (wanted: typeof cohort | undefined) =>
      wanted === undefined
        ? null
        : () => {
            setCohort(wanted);
            return wanted;
          },
    [setCohort],
  );
  const session = useMemo(
    (): WorkspaceSession => ({
      workspace,
      changeWorkspace,
      history,
      undo: goTo(previous),
      redo: goTo(next),
      compared,
      setCompared,
    }),
    [workspace, history, goTo, previous, next, compared],
  );
  return <WorkspaceContext value={session}>{children}</WorkspaceContext>;
}
