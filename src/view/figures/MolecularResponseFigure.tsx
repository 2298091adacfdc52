import {
  curveExclusions,
  fewPatients,
  type MolecularResponse,
  type MolecularResponseTable,
  molecularResponse,
} from '@core/analyses/molecular-response';
import { mostTrajectories, type Trajectories, type Trajectory } from '@core/analyses/response-trajectories';
import type { AnswerState } from '@core/base/answer-state';
import { longestJoinedMonths } from '@core/cohort/patient-timeline';
import type { PatientLevel } from '@core/disclosure/patient-level';
import { useWords, type Words } from '@language/use-words';
import { depthRange, molecularResponseCurve, monthsInSight } from '@view/charts/molecular-response-curve';
import { PlotFigure } from '@view/charts/PlotFigure';
import { responseGeometry, responseHeight } from '@view/charts/response-geometry';
import { FigureFrame } from '@view/ui/FigureFrame';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { EventCursor } from './EventCursor';
import { FigureState } from './FigureState';
import { ResponseOverlay } from './ResponseOverlay';
import { ResponseTable } from './ResponseTable';
import { responseWords } from './response-chart';
import styles from './response-overlay.module.css';
import { curveName, summaryOf, visitReading } from './response-words';

interface Props {
  readonly state: AnswerState<MolecularResponseTable>;
  /** The months in sight. */
  readonly fromMonth: number;
  readonly toMonth: number;
  /** Height of the plot, without the numbers under it. */
  readonly plotHeight: number;
  readonly controls?: ReactNode;
  /** The whole method, or only who is on the curve. */
  readonly notes: 'full' | 'brief';
  readonly onDrawn?: () => void;
  /** Some patients of the curve; `null` when they are not asked for, or not here yet. */
  readonly trajectories?: PatientLevel<Trajectories> | null;
  readonly picked?: Trajectory | null;
  readonly onPick?: (trajectory: Trajectory) => void;
  readonly onPeriod?: (fromMonth: number, toMonth: number) => void;
  /** Stands under the picture. */
  readonly under?: ReactNode;
}

const nobody: readonly Trajectory[] = [];

/** Median and quartiles of BCR::ABL1 IS since an origin, with its counts, method and table. */
export function MolecularResponseFigure(props: Props) {
  const { state, fromMonth, toMonth, plotHeight, controls, notes, onDrawn, under } = props;
  const { trajectories = null, picked = null, onPick, onPeriod } = props;
  const words = useWords();
  const [cursor, setCursor] = useState<number | null>(null);
  const answer = state.kind === 'answered' ? state.answer : null;
  const response = useMemo(() => (answer === null ? null : molecularResponse(answer)), [answer]);
  const picture = useMemo(
    () => ({
      curves: response?.curves ?? [],
      trajectories: trajectories?.patients ?? nobody,
      grouped: response !== null && response.groupBy !== null,
    }),
    [response, trajectories],
  );
  const geometryAt = useMemo(() => {
    const [lowestPercent, highestPercent] = depthRange(picture);
    const groups = picture.grouped ? picture.curves.length : 0;
    return (width: number) =>
      responseGeometry({ width, plotHeight, fromMonth, toMonth, lowestPercent, highestPercent, groups });
  }, [picture, plotHeight, fromMonth, toMonth]);
  const texts = useMemo(() => responseWords(response, words), [response, words]);
  const options = useCallback(
    (width: number) => molecularResponseCurve(picture, texts, geometryAt(width)),
    [picture, texts, geometryAt],
  );
  const months = useMemo(
    () => monthsInSight(picture.curves, { fromMonth, toMonth }),
    [picture, fromMonth, toMonth],
  );
  const title = words.say(`response.figure.${response?.origin ?? 'first_tki'}`);
  const summary = response === null ? '' : summaryOf(response, words);
  const empty = response !== null && response.curves.length === 0;
  const month = cursor !== null && months.includes(cursor) ? cursor : null;
  return (
    <FigureFrame
      title={title}
      {...(summary === '' ? {} : { summary })}
      controls={controls}
      refreshing={state.kind === 'answered' && state.refreshing}
      tableLabel={words.say('figure.table')}
      notes={
        response === null ? undefined : (
          <ResponseNotes
            response={response}
            trajectories={trajectories}
            full={notes === 'full'}
            words={words}
          />
        )
      }
      table={
        response === null || empty ? undefined : (
          <ResponseTable response={response} title={title} words={words} />
        )
      }
    >
      <FigureState
        state={state}
        height={responseHeight(plotHeight, 0)}
        empty={empty}
        emptyText={words.say('response.noVisit')}
      >
        <EventCursor
          events={months.length}
          at={month === null ? null : months.indexOf(month)}
          onMove={(at) => setCursor(months[at] ?? null)}
          label={words.say('response.cursor')}
          valueText={
            month === null ? words.say('response.cursorNowhere') : words.say('response.cursorAt', { month })
          }
          hint={words.say('response.cursorHint')}
          lines={Math.max(2, picture.curves.length)}
          reading={
            response === null || month === null ? null : (
              <ul className={styles.readings}>
                {response.curves.map((curve) => (
                  <li key={curve.level}>{visitReading(response, curve, month, words)}</li>
                ))}
              </ul>
            )
          }
        >
          <PlotFigure
            options={options}
            label={summary || title}
            height={responseHeight(plotHeight, picture.grouped ? picture.curves.length : 0)}
            over={(width) => (
              <ResponseOverlay
                geometry={geometryAt(width)}
                curves={picture.curves}
                months={months}
                month={month}
                onMonth={setCursor}
                trajectories={picture.trajectories}
                picked={picked}
                onPick={onPick ?? null}
                onPeriod={onPeriod ?? null}
              />
            )}
            {...(onDrawn === undefined ? {} : { onDrawn })}
          />
        </EventCursor>
        {under}
      </FigureState>
    </FigureFrame>
  );
}

interface NotesProps {
  readonly response: MolecularResponse;
  readonly trajectories: Trajectories | null;
  readonly full: boolean;
  readonly words: Words;
}

function ResponseNotes({ response, trajectories, full, words }: NotesProps) {
  const { curves, groupBy, groupUnknown, cohort, onCurve } = response;
  return (
    <>
      <p>
        {groupBy === null
          ? words.say('response.onCurve', { onCurve, cohort })
          : words.say('response.onCurves', {
              onCurve,
              cohort,
              list: words.list(
                curves.map(({ level, patients }) =>
                  words.say('response.levelCount', { group: curveName(response, level, words), patients }),
                ),
              ),
            })}{' '}
        {exclusionText(response, words)}
        {groupUnknown === 0 ? '' : ` ${words.say('response.groupUnknown', { count: groupUnknown })}`}
      </p>
      {trajectories === null || trajectories.eligible === 0 ? null : (
        <p>
          {words.say('response.trajectoriesShown', {
            shown: trajectories.patients.length,
            eligible: trajectories.eligible,
            sampled: trajectories.eligible > mostTrajectories ? 'yes' : 'no',
            months: longestJoinedMonths,
          })}
        </p>
      )}
      {full ? (
        <>
          {curves.some(({ visits }) => visits.some((visit) => visit.few)) ? (
            <p>{words.say('response.few', { few: fewPatients })}</p>
          ) : null}
          <p>
            <strong>{words.say('response.methodTitle')}.</strong> {words.say('response.method')}
          </p>
        </>
      ) : null}
    </>
  );
}

function exclusionText({ excluded, origin }: MolecularResponse, words: Words): string {
  const items = curveExclusions
    .filter((reason) => excluded[reason] > 0)
    .map((reason) =>
      words.say(
        reason === 'no_origin' ? `response.excluded.no_origin.${origin}` : `response.excluded.${reason}`,
        { count: excluded[reason] },
      ),
    );
  return items.length === 0 ? '' : words.say('response.leftOut', { list: words.list(items) });
}
