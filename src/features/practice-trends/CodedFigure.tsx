import type { AnswerState } from '@core/base/answer-state';
import { useAnswer } from '@session/use-answer';
import { type AskedFigure, useFigureCode } from '@session/use-figure-code';
import { FigureCode } from '@view/figures/FigureCode';
import type { ReactNode } from 'react';

interface Props<Parameters, Answer> extends AskedFigure<Parameters, Answer> {
  readonly children: (state: AnswerState<Answer>) => ReactNode;
}

/** Asks the question of a figure, and lays the code of it under the figure. */
export function CodedFigure<Parameters, Answer>({ children, ...asked }: Props<Parameters, Answer>) {
  const state = useAnswer(asked.question, asked.parameters);
  return <FigureCode code={useFigureCode(asked)}>{children(state)}</FigureCode>;
}
