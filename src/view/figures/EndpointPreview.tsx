import { type EndpointTable, endpointSurvival } from '@core/analyses/endpoint-survival';
import type { AnswerState } from '@core/base/answer-state';
import type { PresetSource } from '@core/endpoint/endpoint-presets';
import { useWords } from '@language/use-words';
import { stepCurvesHeight } from '@view/charts/step-curves';
import { useMemo } from 'react';
import { EndpointNotes } from './EndpointNotes';
import { EndpointStepTable } from './EndpointStepTable';
import { endpointPicture } from './endpoint-chart';
import { curvesOf, type EndpointView, monthText } from './endpoint-words';
import { PlottedFigure } from './PlottedFigure';

interface Props {
  readonly title: string;
  readonly state: AnswerState<EndpointTable>;
  /** Where the endpoint is defined; `null` for one of the reader's own. */
  readonly source: PresetSource | null;
  readonly horizonMonths: number;
  readonly onDrawn?: () => void;
}

const options = { interval: 'log', level: 0.95 } as const;
const view: EndpointView = { kind: 'free' };
/** The place of a picture that is not here yet. */
const awaited = { options: () => ({}), height: stepCurvesHeight(1, false) };

/** The event-free curve of an endpoint with its rule, its counts and its table, beside what a reader is changing. */
export function EndpointPreview({ title, state, source, horizonMonths, onDrawn }: Props) {
  const words = useWords();
  const table = state.kind === 'answered' ? state.answer : null;
  const survival = useMemo(() => (table === null ? null : endpointSurvival(table, options)), [table]);
  const curves = useMemo(() => (survival === null ? [] : curvesOf(survival, view, words)), [survival, words]);
  const picture = useMemo(
    () => (survival === null ? awaited : endpointPicture(survival, curves, words, { horizonMonths, view })),
    [survival, curves, words, horizonMonths],
  );
  return (
    <PlottedFigure
      title={title}
      summary={curves.map((curve) => monthText(curve, 24, words)).join(' · ')}
      state={state}
      empty={survival !== null && curves.length === 0}
      emptyText={words.say('survival.empty')}
      {...picture}
      onDrawn={onDrawn}
      notes={
        survival === null ? undefined : (
          <EndpointNotes survival={survival} view={view} source={source} words={words} />
        )
      }
      table={<EndpointStepTable curves={curves} title={title} words={words} />}
    />
  );
}
