import type { IndicatorTable } from '@core/analyses/indicator-trend';
import type { AnswerState } from '@core/base/answer-state';
import { everyone } from '@core/cohort/cohort-definition';
import { indicatorIds } from '@core/domain/indicator';
import { indicatorCounts } from '@data/queries/indicator-counts';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { useAnswer } from '@session/use-answer';
import { useFigureCode } from '@session/use-figure-code';
import { useKeptAhead } from '@session/use-kept-ahead';
import { useCohort, useOpenScreen, useUrlChoice } from '@session/use-url';
import { CentreFunnelFigure } from '@view/figures/CentreFunnelFigure';
import { FigureCode } from '@view/figures/FigureCode';
import { OwnCentreField } from '@view/figures/OwnCentreField';
import { Button } from '@view/ui/Button';
import { ChoiceField } from '@view/ui/ChoiceField';
import { useMemo, useState } from 'react';

const drawn = () => markFigureDrawn('centres');

const between = { groupBy: 'centre', stratum: 'elts' } as const;

/** Whichever indicator is chosen next is then counted from memory. */
const ahead = indicatorIds.map((indicator) => ({ cohort: everyone, indicator, ...between }));

/** One indicator between the centres. The own centre is chosen here and kept in this page only, never in a link. */
export function CentresView() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const [indicator = 'optimal_at_12_months', setIndicator] = useUrlChoice('indicator');
  const [own, setOwn] = useState<string | null>(null);
  const asked = useMemo(() => ({ cohort, indicator, ...between }), [cohort, indicator]);
  const state = useAnswer(indicatorCounts, asked);
  useKeptAhead(indicatorCounts, ahead, state.kind === 'answered');
  const code = useFigureCode({
    title: say(`indicator.${indicator}`),
    question: indicatorCounts,
    parameters: asked,
  });
  const centres = centresOf(state);
  const openCompleteness = useOpenScreen('/quality', { quality: 'completeness', across: 'centre' });
  return (
    <>
      <FigureCode code={code}>
        <CentreFunnelFigure
          indicator={indicator}
          state={state}
          own={own}
          onDrawn={drawn}
          controls={
            <>
              <ChoiceField
                label={say('practice.indicator')}
                options={indicatorIds.map((id) => ({ id, label: say(`indicator.${id}`) }))}
                chosen={indicator}
                onChoose={(id) => setIndicator(id === 'optimal_at_12_months' ? undefined : id)}
              />
              <OwnCentreField centres={centres} own={own} onChoose={setOwn} />
            </>
          }
        />
      </FigureCode>
      <p>
        <Button onPress={openCompleteness}>{say('practice.completeness')}</Button>
      </p>
    </>
  );
}

function centresOf(state: AnswerState<IndicatorTable>): readonly string[] {
  if (state.kind !== 'answered') return [];
  return state.answer.rows.flatMap(({ level }) => level ?? []);
}
