import type { CohortDefinition, CohortRule } from '@core/cohort/cohort-definition';
import { withRule } from '@core/cohort/cohort-definition';
import { type CohortEdit, editedSubject, goesOn } from '@core/cohort/cohort-history';
import type { FactId } from '@core/cohort/fact-vocabulary';
import { useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { markCohortChange } from './redraw-clock';
import { type UrlChoice, unreadChoices, urlChoices } from './url-choices';
import { cohortOf, cohortText, parseSearch, type UrlParameters, withCohort } from './url-state';

type Change = (before: UrlParameters) => UrlParameters;

/**
 * Changes the address as it stands. Read from its text: the router takes two addresses with the same parameters in
 * another order for the same, and the order of a cohort's parameters is the order of its rules.
 */
function useChange(): (change: Change, isSameStep?: (before: UrlParameters) => boolean) => void {
  const navigate = useNavigate();
  const router = useRouter();
  return useCallback(
    (change, isSameStep) => {
      const before = parseSearch(router.latestLocation.searchStr);
      const search = () => change(parseSearch(router.latestLocation.searchStr));
      void navigate({ to: '.', search: search as never, replace: isSameStep?.(before) ?? false });
    },
    [navigate, router],
  );
}

/** The last address read: many ask for its parts at every step of the router. */
let lastRead = readAddress('');

function readAddress(search: string) {
  const parameters = parseSearch(search);
  return { search, parameters, cohort: cohortText(parameters), unread: unreadChoices(parameters).join(' ') };
}

/**
 * A part of the address, a text. Who reads it is drawn again only when that part has changed, and all parts change in one
 * step: the router tells of the address first, and of the parameters of its routes a step later.
 */
function useAddress(part: (address: typeof lastRead) => string | undefined): string | undefined {
  return useRouterState({
    select: ({ location }) => {
      if (lastRead.search !== location.searchStr) lastRead = readAddress(location.searchStr);
      return part(lastRead);
    },
  });
}

/** One parameter of the address, and a way to set it or, with `undefined`, to remove it. */
export function useUrlParameter(
  name: string,
): readonly [string | undefined, (value: string | undefined) => void] {
  const value = useAddress(({ parameters }) => parameters[name]);
  const change = useChange();
  const set = useCallback(
    (next: string | undefined) =>
      change((before) => {
        const { [name]: _, ...others } = before;
        return next === undefined ? others : { ...others, [name]: next };
      }),
    [change, name],
  );
  return [value, set];
}

/** Takes one parameter out of the address, without a step of the browser's history. */
export function useDropParameter(name: string): () => void {
  const change = useChange();
  return useCallback(
    () =>
      change(
        ({ [name]: _, ...others }) => others,
        () => true,
      ),
    [change, name],
  );
}

/** One parameter with a closed list of values; `undefined` when it is absent or not of the list. */
export function useUrlChoice<Name extends UrlChoice>(
  name: Name,
): readonly [(typeof urlChoices)[Name][number] | undefined, (value: string | undefined) => void] {
  const [text, set] = useUrlParameter(name);
  const values: readonly (typeof urlChoices)[Name][number][] = urlChoices[name];
  return [values.find((value) => value === text), set];
}

/** Names of parameters whose value the page does not know. */
export function useUnreadChoices(): readonly string[] {
  const names = useAddress(({ unread }) => unread);
  return names === undefined || names === '' ? [] : names.split(' ');
}

export type CohortInUrl = ReturnType<typeof cohortOf>;

/** The cohort that every screen asks about; it lives in the address, so back and forward work. */
export function useCohort(): CohortInUrl {
  // A text, not an object: who reads the cohort is not drawn again when another parameter changes.
  const text = useAddress(({ cohort }) => cohort);
  return useMemo(() => cohortOf(parseSearch(text ?? '')), [text]);
}

export interface CohortEditor {
  readonly setCohort: (cohort: CohortDefinition) => void;
  /** Changes the cohort as it stands then. */
  readonly editCohort: (next: (cohort: CohortDefinition) => CohortDefinition) => void;
  /** Replaces the rule on one fact; `null` removes it. */
  readonly setRule: (fact: FactId, rule: CohortRule | null) => void;
}

/** A drag is one step of the browser's history too: an edit that goes on replaces the address. */
let lastEdit: CohortEdit | null = null;

/** Ways to change the cohort; the same functions for as long as the screen lives. */
export function useCohortEditor(): CohortEditor {
  const change = useChange();
  return useMemo(() => {
    const edit = (next: (cohort: CohortDefinition) => CohortDefinition) => {
      markCohortChange();
      const now = performance.now();
      change(
        (before) => withCohort(before, next(cohortOf(before).cohort)),
        (before) => {
          const { cohort } = cohortOf(before);
          const subject = editedSubject(cohort, next(cohort));
          const isSameStep = goesOn(lastEdit, subject, now);
          lastEdit = subject === null ? null : { subject, atMilliseconds: now };
          return isSameStep;
        },
      );
    };
    return {
      setCohort: (cohort) => edit(() => cohort),
      editCohort: edit,
      setRule: (fact, rule) => edit((cohort) => withRule(cohort, fact, rule)),
    };
  }, [change]);
}

/** Goes to another screen with the same cohort, and some of its choices made. */
export function useOpenScreen(path: `/${string}`, choices: UrlParameters): () => void {
  const navigate = useNavigate();
  const router = useRouter();
  return () => {
    const search = { ...parseSearch(router.latestLocation.searchStr), ...choices };
    void navigate({ to: path, search: (() => search) as never });
  };
}

/** Changes the cohort and goes to another screen with it, in one step of the history. */
export function useOpenCohort(
  path: `/${string}`,
): (next: (cohort: CohortDefinition) => CohortDefinition) => void {
  const navigate = useNavigate();
  const router = useRouter();
  return useCallback(
    (next) => {
      const before = parseSearch(router.latestLocation.searchStr);
      const after = withCohort(before, next(cohortOf(before).cohort));
      markCohortChange();
      void navigate({ to: path, search: (() => after) as never });
    },
    [navigate, router, path],
  );
}
