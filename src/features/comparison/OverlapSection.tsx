import { cohortOverlap } from '@data/queries/cohort-overlap';
import { useWords } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { useFigureCode } from '@session/use-figure-code';
import { FigureCode } from '@view/figures/FigureCode';
import { FigureState } from '@view/figures/FigureState';
import { OverlapTable } from '@view/figures/OverlapTable';
import { FigureFrame } from '@view/ui/FigureFrame';
import { useDeferredValue, useMemo } from 'react';
import type { ComparedGroup } from './use-comparison';

/** How the cohorts lie over each other. */
export function OverlapSection({ chosen }: { readonly chosen: readonly ComparedGroup[] }) {
  const words = useWords();
  const { say } = words;
  const cohorts = useDeferredValue(
    useMemo(() => chosen.flatMap(({ cohort }) => (cohort === null ? [] : [cohort])), [chosen]),
  );
  const asked = useMemo(() => ({ cohorts }), [cohorts]);
  const state = useAnswer(cohortOverlap, asked);
  const code = useFigureCode({
    title: say('comparison.overlap'),
    question: cohortOverlap,
    parameters: asked,
  });
  const answer = state.kind === 'answered' ? state.answer : null;
  const names = chosen.flatMap(({ cohort, name }) => (cohort === null ? [] : [name]));
  const overlapping = (answer?.counts ?? []).reduce(
    (sum, count, set) => ((set & (set - 1)) === 0 ? sum : sum + count),
    0,
  );
  return (
    <FigureCode code={code}>
      <FigureFrame
        title={say('comparison.overlap')}
        {...(answer === null
          ? {}
          : { summary: say('comparison.overlapSummary', { overlapping, none: answer.counts[0] ?? 0 }) })}
        tableLabel={say('figure.table')}
        refreshing={state.kind === 'answered' && state.refreshing}
      >
        <FigureState state={state} height={180} empty={false} emptyText="">
          {answer === null || answer.cohorts.length !== names.length ? null : (
            <OverlapTable counts={answer.counts} patients={answer.patients} names={names} words={words} />
          )}
        </FigureState>
      </FigureFrame>
    </FigureCode>
  );
}
