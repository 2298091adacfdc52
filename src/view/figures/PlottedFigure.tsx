import type { AnswerState } from '@core/base/answer-state';
import { useWords } from '@language/use-words';
import { PlotFigure } from '@view/charts/PlotFigure';
import { FigureFrame } from '@view/ui/FigureFrame';
import type { ComponentProps, ReactNode } from 'react';
import { EventCursor } from './EventCursor';
import { FigureState } from './FigureState';

interface Props {
  readonly title: string;
  /** What the figure says, in one sentence; it is the label of the picture too. Empty while there is nothing to say. */
  readonly summary: string;
  readonly state: AnswerState<unknown>;
  /** The question is answered, and there is nothing to draw. */
  readonly empty: boolean;
  readonly emptyText: string;
  readonly options: ComponentProps<typeof PlotFigure>['options'];
  readonly height: number;
  readonly controls?: ReactNode;
  readonly notes?: ReactNode;
  /** The same numbers as a table. */
  readonly table?: ReactNode;
  /** Stands above the place of the picture, whatever its state. */
  readonly warning?: ReactNode;
  /** Stand over and under the picture, with it. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  /** Stands under it all, whatever its state. */
  readonly after?: ReactNode;
  /** Steps through the picture by keyboard; it is laid into it. */
  readonly cursor?: Omit<ComponentProps<typeof EventCursor>, 'children'>;
  readonly onDrawn?: (() => void) | undefined;
}

/** A figure that is one picture: its frame, its place in each state of the question, its notes and its table. */
export function PlottedFigure(props: Props) {
  const { title, summary, state, empty, emptyText, options, height } = props;
  const { controls, notes, table, warning, above, below, after, cursor, onDrawn } = props;
  const { say } = useWords();
  const picture = (
    <PlotFigure
      options={options}
      label={summary || title}
      height={height}
      {...(onDrawn === undefined ? {} : { onDrawn })}
    />
  );
  const answered = state.kind === 'answered';
  return (
    <FigureFrame
      title={title}
      {...(summary === '' ? {} : { summary })}
      controls={controls}
      refreshing={answered && state.refreshing}
      tableLabel={say('figure.table')}
      notes={answered ? notes : undefined}
      table={answered && !empty ? table : undefined}
    >
      {warning}
      <FigureState state={state} height={height} empty={empty} emptyText={emptyText}>
        {above}
        {cursor === undefined ? picture : <EventCursor {...cursor}>{picture}</EventCursor>}
        {below}
      </FigureState>
      {after}
    </FigureFrame>
  );
}
