import { comparePredictors, type EarlyPredictors, earlyPredictors } from '@core/analyses/early-predictors';
import type { AnswerState } from '@core/base/answer-state';
import { predictedDepths, predictedMonths, predictorMarkerIds } from '@core/domain/early-predictor';
import { predictorOutcomes } from '@data/queries/predictor-outcomes';
import { predictorPairs } from '@data/queries/predictor-pairs';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { urlChoices } from '@session/url-choices';
import { useAnswer } from '@session/use-answer';
import { cutOffReplicates, useCutOffBootstrap } from '@session/use-cut-off-bootstrap';
import { useFigureCode } from '@session/use-figure-code';
import { useCohort, useUrlChoice } from '@session/use-url';
import { CutOffUncertainty } from '@view/figures/CutOffUncertainty';
import { EarlyPredictorsFigure } from '@view/figures/EarlyPredictorsFigure';
import { FigureCode } from '@view/figures/FigureCode';
import { ChoiceField } from '@view/ui/ChoiceField';
import { OptionalChoice } from '@view/ui/OptionalChoice';
import { Segments } from '@view/ui/Segments';
import { useMemo } from 'react';

const drawn = () => markFigureDrawn('early-predictors');

export function EarlyPredictorsView() {
  const { say } = useWords();
  const { cohort } = useCohort();
  const [depthAsked, setDepth] = useUrlChoice('depth');
  const [untilAsked, setUntil] = useUrlChoice('until');
  const [landmarkAsked, setLandmark] = useUrlChoice('landmark');
  const [markerAsked, setMarker] = useUrlChoice('marker');
  const [againstAsked, setAgainst] = useUrlChoice('against');
  const depth = depthAsked ?? 'MR4';
  const until = untilAsked ?? '48';
  const month = predictedMonths.find((one) => String(one) === until) ?? 48;
  const landmark = landmarkAsked ?? 'leave_out';
  const first = markerAsked ?? 'bcr_abl1_3m_pct';
  const second = againstAsked === first ? null : (againstAsked ?? null);
  const question = useMemo(() => ({ cohort, depth, month }), [cohort, depth, month]);
  const asked = useAnswer(predictorOutcomes, question);
  const code = useFigureCode({
    title: say('predictors.title'),
    question: predictorOutcomes,
    parameters: question,
  });
  const table = asked.kind === 'answered' ? asked.answer : null;
  const found = useMemo(
    () => (table === null ? null : earlyPredictors(table, { landmark })),
    [table, landmark],
  );
  const pairs = useAnswer(
    predictorPairs,
    useMemo(() => ({ ...question, first, second: second ?? first }), [question, first, second]),
    second !== null,
  );
  const comparison = useMemo(
    () =>
      second === null || pairs.kind !== 'answered' || pairs.refreshing
        ? null
        : comparePredictors(pairs.answer, { landmark }),
    [pairs, second, landmark],
  );
  const values = found?.predictors.find(({ marker }) => marker === first)?.values ?? null;
  const bootstrap = useCutOffBootstrap(values);
  const markers = predictorMarkerIds.map((id) => ({ id, label: say(`predictors.marker.${id}`) }));
  return (
    <FigureCode code={code}>
      <EarlyPredictorsFigure
        state={analysed(asked, found)}
        depth={depth}
        month={month}
        first={first}
        second={second}
        comparison={comparison}
        onDrawn={drawn}
        controls={
          <>
            <Segments
              label={say('predictors.depth')}
              options={predictedDepths.map((id) => ({ id, label: id }))}
              chosen={depth}
              onChoose={(id) => setDepth(id === 'MR4' ? undefined : id)}
            />
            <Segments
              label={say('predictors.until')}
              options={urlChoices.until.map((id) => ({ id, label: id }))}
              chosen={until}
              onChoose={(id) => setUntil(id === '48' ? undefined : id)}
            />
            <Segments
              label={say('predictors.landmark')}
              options={urlChoices.landmark.map((id) => ({ id, label: say(`predictors.landmark.${id}`) }))}
              chosen={landmark}
              onChoose={(id) => setLandmark(id === 'leave_out' ? undefined : id)}
            />
            <ChoiceField
              label={say('predictors.first')}
              options={markers}
              chosen={first}
              onChoose={(id) => setMarker(id === 'bcr_abl1_3m_pct' ? undefined : id)}
            />
            <OptionalChoice
              label={say('predictors.second')}
              none={say('predictors.alone')}
              options={markers.filter(({ id }) => id !== first)}
              chosen={second}
              onChoose={setAgainst}
            />
          </>
        }
        under={
          <CutOffUncertainty
            marker={first}
            state={bootstrap.state}
            replicates={cutOffReplicates}
            onStart={bootstrap.start}
            onCancel={bootstrap.cancel}
          />
        }
      />
    </FigureCode>
  );
}

/** The state of the question, with what was made of its answer in the place of the answer. */
function analysed(asked: AnswerState<unknown>, found: EarlyPredictors | null): AnswerState<EarlyPredictors> {
  if (asked.kind === 'failed') return asked;
  if (asked.kind === 'asking' || found === null) return { kind: 'asking' };
  return { kind: 'answered', answer: found, refreshing: asked.refreshing };
}
