import type { ShownPatients } from '@core/analyses/shown-patients';
import type { AnswerState } from '@core/base/answer-state';
import {
  type CohortWarnings,
  cohortWarnings,
  type WarningsQuestion,
} from '@data/queries/quality/cohort-warnings';
import { createContext } from 'react';
import { useAnswer } from './use-answer';
import { useExtract } from './use-extract';
import { useIsAsked } from './use-is-asked';

const isOther = (question: unknown): boolean => question !== cohortWarnings.id;

/** Samples from which checking all rules keeps the engine busy for so long that it is for the reader to ask. */
const manySamples = 1_000_000;

/** Which patients of the cohort the figures inside show; `null`: all of them, or it is not told. */
export const ShownPatientsContext = createContext<ShownPatients | null>(null);

/** Whether the rules of the contract take so long on this extract that they are only checked when they are asked for. */
export function useIsSlowToCheck(): boolean {
  const { tables } = useExtract();
  return tables.some(({ name, rows }) => name === 'molecular' && rows > manySamples);
}

/** Which warnings touch the patients of a figure, asked when nothing else is: no figure waits for it. */
export function useCohortWarnings(asked: WarningsQuestion, isWanted: boolean): AnswerState<CohortWarnings> {
  const isOtherAsked = useIsAsked(isOther);
  return useAnswer(cohortWarnings, asked, isWanted && !isOtherAsked);
}
