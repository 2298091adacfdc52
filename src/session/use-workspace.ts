import { type CohortDefinition, everyone } from '@core/cohort/cohort-definition';
import { type CohortHistory, historyOf } from '@core/cohort/cohort-history';
import { type CohortWorkspace, emptyWorkspace } from '@core/cohort/cohort-workspace';
import { createContext, useContext } from 'react';

/** What the user has put aside and gone through. It lives in the memory of the page: closing the page forgets it. */
export interface WorkspaceSession {
  readonly workspace: CohortWorkspace;
  readonly changeWorkspace: (change: (before: CohortWorkspace) => CohortWorkspace) => void;
  readonly history: CohortHistory;
  /** Brings back the cohort before the last step; `null` when there is none. */
  readonly undo: (() => CohortDefinition) | null;
  readonly redo: (() => CohortDefinition) | null;
  /** Names of the columns of a comparison: `current`, `rest` or the id of a cohort; `null` until chosen. */
  readonly compared: readonly string[] | null;
  readonly setCompared: (compared: readonly string[]) => void;
}

const nothing = () => undefined;

export const WorkspaceContext = createContext<WorkspaceSession>({
  workspace: emptyWorkspace,
  changeWorkspace: nothing,
  history: historyOf(everyone),
  undo: null,
  redo: null,
  compared: null,
  setCompared: nothing,
});

export const useWorkspace = (): WorkspaceSession => useContext(WorkspaceContext);
