import type { EarlyPredictor, EarlyPredictors } from '@core/analyses/early-predictors';
import type { AnswerState } from '@core/base/answer-state';
import type { PredictedDepth, PredictedMonth, PredictorMarkerId } from '@core/domain/early-predictor';
import type { AucComparison } from '@core/statistics/roc/auc-comparison';
import { useWords, type Words } from '@language/use-words';
import { rocChart, rocChartHeight } from '@view/charts/roc-chart';
import { type ReactNode, useCallback, useMemo } from 'react';
import { pValueText, shareText } from './estimate-text';
import { PlottedFigure } from './PlottedFigure';
import { AucTable, PublishedTable, RocTable } from './PredictorTables';
import { markerName, markerText, publishedText, threeDecimals } from './predictor-words';

interface Props {
  readonly state: AnswerState<EarlyPredictors>;
  readonly depth: PredictedDepth;
  readonly month: PredictedMonth;
  readonly first: PredictorMarkerId;
  readonly second: PredictorMarkerId | null;
  /** `null` while it is not here, or with one marker. */
  readonly comparison: AucComparison | null;
  readonly controls: ReactNode;
  /** Stands under the picture: the uncertainty of the cut-off. */
  readonly under: ReactNode;
  readonly onDrawn?: () => void;
}

/** ROC curves of one or two early markers, the AUC of all, their cut-offs, and who is not counted. */
export function EarlyPredictorsFigure(props: Props) {
  const { state, depth, month, first, second, comparison, controls, under, onDrawn } = props;
  const words = useWords();
  const found = state.kind === 'answered' ? state.answer : null;
  const shown = useMemo(
    () =>
      [first, second].flatMap(
        (marker) => found?.predictors.find((one) => one.marker === marker && one.curve.reason === null) ?? [],
      ),
    [found, first, second],
  );
  const chart = useCallback(
    (width: number) => rocChart(shown, rocWords(shown, words), width),
    [shown, words],
  );
  // While another depth is asked for, what is shown is still the one before, under its name.
  const of = found ?? { depth, month };
  const title = words.say('predictors.figure', { depth: of.depth, month: of.month });
  const empty = found !== null && shown.length === 0;
  const summary = found === null ? '' : summaryOf(found, [first, second], words);
  return (
    <PlottedFigure
      title={title}
      summary={summary}
      state={state}
      empty={empty}
      emptyText={words.say('predictors.empty')}
      options={chart}
      height={rocChartHeight}
      controls={controls}
      onDrawn={onDrawn}
      notes={found === null ? undefined : <Notes found={found} first={first} words={words} />}
      table={<RocTable shown={shown} title={title} words={words} />}
      below={
        <>
          {comparison === null ? null : <p role="status">{comparisonText(comparison, words)}</p>}
          {under}
        </>
      }
      after={
        found === null ? null : (
          <>
            <AucTable found={found} words={words} />
            <PublishedTable found={found} words={words} />
          </>
        )
      }
    />
  );
}

function rocWords(shown: readonly EarlyPredictor[], words: Words) {
  return {
    number: words.number,
    percent: words.percent,
    x: words.say('predictors.x'),
    y: words.say('predictors.y'),
    chance: words.say('predictors.chance'),
    marker: (marker: PredictorMarkerId) => markerName(marker, words),
    tip: (
      marker: PredictorMarkerId,
      point: { readonly threshold: number; readonly sensitivity: number; readonly specificity: number },
    ) =>
      words.say('predictors.tip', {
        marker: markerName(marker, words),
        threshold: markerText(marker, point.threshold, words),
        sensitivity: shareText(point.sensitivity, words),
        specificity: shareText(point.specificity, words),
      }),
    published: (marker: PredictorMarkerId, place: number) => {
      const cutOff = shown.find((one) => one.marker === marker)?.published[place];
      return cutOff === undefined ? '' : publishedText(marker, cutOff, words);
    },
  };
}

function summaryOf(
  { predictors, depth }: EarlyPredictors,
  markers: readonly (PredictorMarkerId | null)[],
  words: Words,
): string {
  return markers
    .flatMap((marker) => predictors.find((one) => one.marker === marker) ?? [])
    .map(({ marker, auc }) =>
      auc.estimate === null
        ? words.say('predictors.aucUndefined', {
            marker: markerName(marker, words),
            n: auc.n,
            events: auc.events,
            depth,
          })
        : words.say('predictors.aucText', {
            marker: markerName(marker, words),
            auc: threeDecimals(auc.estimate, words),
            lower: auc.interval?.lower == null ? '–' : threeDecimals(auc.interval.lower, words),
            upper: auc.interval?.upper == null ? '–' : threeDecimals(auc.interval.upper, words),
            n: auc.n,
            events: auc.events,
            depth,
          }),
    )
    .join(' ');
}

function comparisonText({ estimate, interval, p, n }: AucComparison, words: Words): string {
  if (estimate === null || interval?.lower == null || interval.upper === null || p === null)
    return words.say('predictors.comparisonUndefined', { n });
  return words.say('predictors.comparison', {
    n,
    difference: threeDecimals(estimate, words),
    lower: threeDecimals(interval.lower, words),
    upper: threeDecimals(interval.upper, words),
    p: pValueText(p, words),
  });
}

interface NotesProps {
  readonly found: EarlyPredictors;
  readonly first: PredictorMarkerId;
  readonly words: Words;
}

function Notes({ found, first, words }: NotesProps) {
  const { say } = words;
  const { statuses, cohort, depth, month, landmark, predictors } = found;
  return (
    <>
      <p>
        {say('predictors.statuses', {
          cohort,
          depth,
          month,
          yes: statuses.yes,
          no: statuses.no,
          died: statuses.died,
          lost: statuses.not_followed,
          atypical: statuses.atypical_transcript,
          noTki: statuses.no_tki,
        })}
      </p>
      <p>{say('predictors.selection', { month })}</p>
      <p>
        <strong>
          {say(`predictors.immortal.${landmark}`, {
            count: predictors.find(({ marker }) => marker === first)?.reachedBefore ?? 0,
            marker: markerName(first, words),
          })}
        </strong>
      </p>
      <p>
        {say('predictors.method')} {say('predictors.notJudgedByData')}
      </p>
    </>
  );
}
