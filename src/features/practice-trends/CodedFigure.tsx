import type { AnswerState } from '@core/base/answer-state';
import { useAnswer } from '@session/use-answer';
import { type AskedFigure, useFigureCode } from '@session/use-figure-code';
import { FigureCode } from '@view/figures/FigureCode';
import { FigureExport, type LeavingFigure } from '@view/figures/FigureExport';
import type { ReactNode } from 'react';

interface Props<Parameters, Answer> extends AskedFigure<Parameters, Answer> {
  readonly children: (state: AnswerState<Answer>) => ReactNode;
  /** The way of the figure out of the page; left out where it has none. */
  readonly leaving?: LeavingFigure;
}

/** Asks the question of a figure, and lays the code of it under the figure. */
export function CodedFigure<Parameters, Answer>({ children, leaving, ...asked }: Props<Parameters, Answer>) {
  const state = useAnswer(asked.question, asked.parameters);
  const figure = children(state);
  return (
    <FigureCode code={useFigureCode(asked)}>
      {leaving === undefined ? figure : <FigureExport leaving={leaving}>{figure}</FigureExport>}
    </FigureCode>
  );
}
