import type { AnswerState } from '@core/base/answer-state';
import { useWords } from '@language/use-words';
import { Notice } from '@view/ui/Notice';
import { PendingPanel } from '@view/ui/PendingPanel';
import type { ReactNode } from 'react';
import { FailureNotice } from './FailureNotice';

interface Props {
  readonly state: AnswerState<unknown>;
  readonly height: number;
  readonly empty: boolean;
  readonly emptyText: string;
  readonly children: ReactNode;
}

/** The place of a figure in each state of its question: asking, failed, nothing to draw, drawn. */
export function FigureState({ state, height, empty, emptyText, children }: Props) {
  const words = useWords();
  const { say } = words;
  if (state.kind === 'asking') return <PendingPanel label={say('figure.asking')} height={height} />;
  if (state.kind === 'failed') {
    return <FailureNotice error={state.error} words={words} />;
  }
  if (empty) {
    return (
      <Notice tone="info" title={emptyText}>
        <p>{say('figure.emptyHint')}</p>
      </Notice>
    );
  }
  return children;
}
