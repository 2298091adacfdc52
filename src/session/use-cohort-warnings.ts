import type { AnswerState } from '@core/base/answer-state';
import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type CohortWarnings, cohortWarnings } from '@data/queries/quality/cohort-warnings';
import { useAnswer } from './use-answer';
import { useExtract } from './use-extract';
import { useIsAsked } from './use-is-asked';

const isOther = (question: unknown): boolean => question !== cohortWarnings.id;

/** Samples from which checking all rules keeps the engine busy for so long that it is for the reader to ask. */
const manySamples = 1_000_000;

/** Whether the rules of the contract take so long on this extract that they are only checked when they are asked for. */
export function useIsSlowToCheck(): boolean {
  const { tables } = useExtract();
  return tables.some(({ name, rows }) => name === 'molecular' && rows > manySamples);
}

/** Which warnings touch a cohort, asked when nothing else is: no figure waits for it. */
export function useCohortWarnings(cohort: CohortDefinition, isWanted: boolean): AnswerState<CohortWarnings> {
  const isOtherAsked = useIsAsked(isOther);
  return useAnswer(cohortWarnings, cohort, isWanted && !isOtherAsked);
}
