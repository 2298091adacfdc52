import type { CohortDefinition } from '@core/cohort/cohort-definition';
import type { UrlFault } from '@core/cohort/cohort-url';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { markCohortChange } from './redraw-clock';
import { cohortOf, type UrlParameters, withCohort } from './url-state';

/** The parameters of the address, and a way to change some of them; `undefined` removes one. */
export function useUrl(): readonly [
  UrlParameters,
  (change: Readonly<Record<string, string | undefined>>) => void,
] {
  const parameters = useSearch({ strict: false }) as UrlParameters;
  const navigate = useNavigate();
  const change = useCallback(
    (changes: Readonly<Record<string, string | undefined>>) => {
      const search = (before: UrlParameters) => ({ ...before, ...changes });
      void navigate({ to: '.', search: search as never });
    },
    [navigate],
  );
  return [parameters, change];
}

export interface CohortInUrl {
  readonly cohort: CohortDefinition;
  readonly faults: readonly UrlFault[];
  readonly setCohort: (cohort: CohortDefinition) => void;
}

/** The cohort that every screen asks about; it lives in the address, so back and forward work. */
export function useCohort(): CohortInUrl {
  const [parameters] = useUrl();
  const navigate = useNavigate();
  const { cohort, faults } = useMemo(() => cohortOf(parameters), [parameters]);
  const setCohort = useCallback(
    (next: CohortDefinition) => {
      markCohortChange();
      void navigate({ to: '.', search: ((before: UrlParameters) => withCohort(before, next)) as never });
    },
    [navigate],
  );
  return { cohort, faults, setCohort };
}
