import type { CurveReading } from '@core/analyses/curve-reading';
import {
  type EventTable,
  type RemissionOptions,
  type TreatmentFreeRemission,
  treatmentFreeRemission,
} from '@core/analyses/treatment-free-remission';
import type { AnswerState } from '@core/base/answer-state';
import { daysFromMonths, monthsFromDays } from '@core/domain/calendar';
import { useWords, type Words } from '@language/use-words';
import { remissionCurve, remissionCurveHeight } from '@view/charts/remission-curve';
import { type ReactNode, useCallback, useMemo } from 'react';
import { pValueText, shareText } from './estimate-text';
import { LandmarkTable } from './LandmarkTable';
import { levelName } from './level-name';
import { PlottedFigure } from './PlottedFigure';
import { RemissionEstimates } from './RemissionEstimates';
import { StepTable } from './StepTable';

interface Props {
  readonly state: AnswerState<EventTable>;
  readonly options: RemissionOptions;
  readonly horizonMonths: number;
  readonly controls?: ReactNode;
  /** The whole reading (estimates, method, steps), or only the curve with its counts. */
  readonly notes: 'full' | 'brief';
  readonly onDrawn?: () => void;
}

/** Kaplan-Meier curve of molecular-recurrence-free survival after the stop, with its rule, counts, method and table. */
export function TreatmentFreeRemissionFigure({
  state,
  options,
  horizonMonths,
  controls,
  notes,
  onDrawn,
}: Props) {
  const words = useWords();
  const table = state.kind === 'answered' ? state.answer : null;
  const remission = useMemo(
    () => (table === null ? null : treatmentFreeRemission(table, options)),
    [table, options],
  );
  const curves = remission?.curves ?? [];
  const grouped = remission !== null && remission.groupBy !== null;
  const chart = useCallback(
    (width: number) =>
      remissionCurve(remission?.curves ?? [], curveWords(remission, words), {
        width,
        horizonMonths,
        grouped: remission !== null && remission.groupBy !== null,
      }),
    [remission, words, horizonMonths],
  );
  const summary = remission === null ? '' : summaryOf(remission, words);
  const empty = remission !== null && curves.length === 0;
  const height = remissionCurveHeight(curves.length, grouped);
  return (
    <PlottedFigure
      title={words.say('remission.figure')}
      summary={summary}
      state={state}
      empty={empty}
      emptyText={words.say('remission.empty')}
      options={chart}
      height={height}
      controls={controls}
      onDrawn={onDrawn}
      notes={
        remission === null ? undefined : (
          <RemissionNotes remission={remission} words={words} full={notes === 'full'} />
        )
      }
      table={remission === null ? undefined : <StepTable remission={remission} words={words} />}
      below={
        notes === 'full' && remission !== null ? (
          <>
            <RemissionEstimates remission={remission} words={words} />
            <LandmarkTable remission={remission} words={words} />
          </>
        ) : null
      }
    />
  );
}

function curveWords(remission: TreatmentFreeRemission | null, words: Words) {
  return {
    number: words.number,
    percent: words.percent,
    x: words.say('remission.x'),
    y: words.say('remission.y'),
    atRisk: words.say('remission.atRisk'),
    events: words.say('remission.events'),
    censored: words.say('remission.censored'),
    level: (level: string) => levelName(remission, level, words),
    tip: (level: string, reading: CurveReading) =>
      words.say('remission.tip', {
        label: levelName(remission, level, words),
        month: words.number(reading.month, { maximumFractionDigits: 1 }),
        survival: words.percent(reading.survival, 1),
        lower: shareText(reading.lower, words),
        upper: shareText(reading.upper, words),
        atRisk: words.number(reading.atRisk),
      }),
  };
}

/** The reading at 24 months of each curve, in one sentence a curve. */
function summaryOf(remission: TreatmentFreeRemission, words: Words): string {
  return remission.curves
    .flatMap((item) => {
      const point = item.landmarks.findLast(
        ({ estimate, time }) => estimate !== null && time <= daysFromMonths(24),
      );
      if (point === undefined || point.estimate === null) return [];
      return words.say('remission.summary', {
        label: levelName(remission, item.level, words),
        month: words.number(Math.round(monthsFromDays(point.time))),
        survival: words.percent(point.estimate),
        lower: point.interval?.lower == null ? '–' : words.percent(point.interval.lower),
        upper: point.interval?.upper == null ? '–' : words.percent(point.interval.upper),
        atRisk: point.atRisk,
      });
    })
    .join(' ');
}

interface NotesProps {
  readonly remission: TreatmentFreeRemission;
  readonly words: Words;
  readonly full: boolean;
}

function RemissionNotes({ remission, words, full }: NotesProps) {
  const { attempts, analysed, beforeInclusion, groupUnknown, test, options } = remission;
  const level = words.number(options.level * 100);
  return (
    <>
      {test === null || !full ? null : (
        <p>
          <strong>{words.say('remission.logRank')}:</strong>{' '}
          {test.pValue === null
            ? words.say('remission.logRankUndefined')
            : words.say('remission.logRankValue', {
                statistic: words.number(test.statistic, { maximumFractionDigits: 2 }),
                degreesOfFreedom: test.degreesOfFreedom,
                p: pValueText(test.pValue, words),
              })}
        </p>
      )}
      <p>
        {words.say('remission.attempts', { attempts, analysed })}
        {groupUnknown === 0 ? '' : ` ${words.say('remission.groupUnknown', { count: groupUnknown })}`}
      </p>
      {beforeInclusion === 0 ? null : (
        <p>{words.say('remission.beforeInclusion', { count: beforeInclusion })}</p>
      )}
      <p>{words.say('remission.rule')}</p>
      <p>{words.say(full ? 'remission.method' : 'remission.band', { level, method: options.interval })}</p>
    </>
  );
}
