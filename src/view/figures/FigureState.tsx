import type { AnswerState } from '@core/base/answer-state';
import { useWords } from '@language/use-words';
import { Notice } from '@view/ui/Notice';
import { PendingPanel } from '@view/ui/PendingPanel';
import type { ReactNode } from 'react';

interface Props {
  readonly state: AnswerState<unknown>;
  readonly height: number;
  readonly empty: boolean;
  readonly emptyText: string;
  readonly children: ReactNode;
}

/** The place of a figure in each state of its question: asking, failed, nothing to draw, drawn. */
export function FigureState({ state, height, empty, emptyText, children }: Props) {
  const { say } = useWords();
  if (state.kind === 'asking') return <PendingPanel label={say('figure.asking')} height={height} />;
  if (state.kind === 'failed') {
    return <Notice tone="danger" title={say('figure.failed')} />;
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
