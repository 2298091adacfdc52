import type { AnswerState } from '@core/base/answer-state';
import type { Question } from '@data/queries/question';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useExtract } from './use-extract';

/**
 * Asks a question of the open extract, again whenever its parameters change; a question that is no longer wanted is
 * cancelled. Answers are kept in memory only, per extract. Nothing is asked while `isWanted` is false. An answer that is
 * at hand is there in the same drawing.
 */
export function useAnswer<Parameters, Answer>(
  question: Question<Parameters, Answer>,
  parameters: Parameters,
  isWanted = true,
): AnswerState<Answer> {
  const extract = useExtract();
  const samples = question.ofAllSamples ? null : extract.samples;
  const engine = question.ofAllSamples ? extract.allSamples : extract.engine;
  const atHand = useMemo(
    () => (isWanted ? (question.atHand?.(engine, parameters) ?? null) : null),
    [isWanted, question, engine, parameters],
  );
  const { data, error, isPlaceholderData } = useQuery<unknown>({
    enabled: isWanted,
    queryKey: [extract.key, samples, question.id, parameters],
    ...(atHand === null ? {} : { initialData: atHand }),
    queryFn: async ({ signal }) => {
      const answer = await question.ask(engine, parameters, { signal });
      // The next answer needs none of it: what fails here is asked again.
      question.keep?.(engine, parameters).catch(() => undefined);
      return answer;
    },
    placeholderData: (before: unknown, query: { readonly queryKey: readonly unknown[] } | undefined) =>
      query?.queryKey[0] === extract.key ? before : undefined,
  });
  if (error !== null) return { kind: 'failed', error };
  if (data === undefined) return { kind: 'asking' };
  return { kind: 'answered', answer: data as Answer, refreshing: isPlaceholderData };
}
