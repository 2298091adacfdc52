import {
  type DepthLandmark,
  type DepthMoves,
  type DepthReading,
  depthOccupation,
  fewFollowed,
  mostMonths,
} from '@core/analyses/depth-occupation';
import type { AnswerState } from '@core/base/answer-state';
import { depthStates } from '@core/cohort/depth-course';
import { useWords, type Words } from '@language/use-words';
import { depthAreasHeight, stackedStates } from '@view/charts/depth-areas';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { depthChart } from './depth-chart';
import { depthStateName } from './depth-words';
import { shareText } from './estimate-text';
import { PlottedFigure } from './PlottedFigure';

interface Props {
  readonly state: AnswerState<DepthMoves>;
  readonly controls: ReactNode;
  readonly onDrawn?: () => void;
}

/** Current depth of response: the share of the patients in each state by month since the first TKI. */
export function DepthFigure({ state, controls, onDrawn }: Props) {
  const words = useWords();
  const { say } = words;
  const answer = state.kind === 'answered' ? state.answer : null;
  const depth = useMemo(() => (answer === null ? null : depthOccupation(answer)), [answer]);
  const readings = useMemo(() => depth?.readings ?? [], [depth]);
  const [month, setMonth] = useState<number | null>(null);
  const shown = month === null ? null : Math.min(month, Math.max(0, readings.length - 1));
  const options = useCallback(
    (width: number) => depthChart({ readings }, words, { width, cursorMonth: shown }),
    [readings, words, shown],
  );
  const reading = shown === null ? undefined : readings[shown];
  const text = reading === undefined ? null : readingText(reading, words);
  const title = say('depth.title');
  const empty = depth !== null && depth.patients === 0;
  return (
    <PlottedFigure
      title={title}
      summary={depth === null || empty ? '' : summaryOf(readings, words)}
      state={state}
      empty={empty}
      emptyText={say('depth.empty')}
      options={options}
      height={depthAreasHeight}
      controls={controls}
      {...(onDrawn === undefined ? {} : { onDrawn })}
      cursor={{
        events: readings.length,
        at: shown,
        onMove: setMonth,
        label: say('depth.cursor'),
        valueText: text ?? say('depth.hint'),
        reading: text,
        hint: say('depth.hint'),
      }}
      notes={
        depth === null ? undefined : (
          <>
            <p>{say('depth.rule', { months: depth.currentMonths })}</p>
            <p>
              {say('depth.method', { patients: depth.patients, few: fewFollowed, most: mostMonths })}
              {depth.excluded.length === 0
                ? ''
                : ` ${say('survival.excluded', {
                    list: words.list(
                      depth.excluded.map(({ reason, patients }) =>
                        say(`depth.excluded.${reason}`, { patients }),
                      ),
                    ),
                  })}`}
            </p>
          </>
        )
      }
      table={
        <DataTable
          caption={say('figure.tableOf', { title })}
          captionHidden
          columns={columnsOf(words)}
          rows={depth?.landmarks ?? []}
        />
      }
    />
  );
}

function columnsOf(words: Words): readonly DataColumn<DepthLandmark>[] {
  const { say, number } = words;
  return [
    { id: 'month', header: say('survival.month'), cell: ({ month }) => number(month) },
    {
      id: 'followed',
      header: say('depth.followed'),
      cell: ({ followed }) => number(followed),
      numeric: true,
    },
    ...stackedStates.map((state) => ({
      id: state,
      header: depthStateName(state, words),
      numeric: true,
      cell: ({ states }: DepthLandmark) => {
        const { estimate, interval } = states[state];
        const share = shareText(estimate, words);
        return interval === null || interval.lower === null
          ? share
          : `${share} (${say('figure.interval', {
              lower: shareText(interval.lower, words),
              upper: shareText(interval.upper, words),
            })})`;
      },
    })),
  ];
}

const readingText = ({ month, shares, followed }: DepthReading, words: Words): string =>
  words.say('depth.reading', {
    month,
    followed,
    list: stackedStates
      .filter((state) => shares[state] >= 0.0005)
      .map((state) => `${depthStateName(state, words)} ${words.percent(shares[state], 1)}`)
      .join(' · '),
  });

/** MR4 or deeper at the years that a reader asks first. */
function summaryOf(readings: readonly DepthReading[], words: Words): string {
  const told = [12, 24, 60].flatMap((month) => {
    const reading = readings[month];
    if (reading === undefined) return [];
    const deep = depthStates
      .filter((state) => state === 'MR4' || state === 'MR4.5' || state === 'MR5')
      .reduce((sum, state) => sum + reading.shares[state], 0);
    return [words.say('depth.summaryAt', { month, share: words.percent(deep) })];
  });
  return told.length === 0 ? '' : words.say('depth.summary', { list: words.list(told) });
}
