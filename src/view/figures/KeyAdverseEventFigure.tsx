import { incidenceRiskTable, incidenceSteps } from '@core/analyses/curve-reading';
import {
  type KeyEventIncidence,
  type KeyEventRow,
  keyEventIncidence,
  keyEventMonths,
} from '@core/analyses/key-adverse-event';
import type { AnswerState } from '@core/base/answer-state';
import { type KeyAdverseEvent, keyAdverseEvents } from '@core/domain/adverse-event';
import { useWords, type Words } from '@language/use-words';
import { type StepCurve, stepCurves, stepCurvesHeight } from '@view/charts/step-curves';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { type ReactNode, useCallback, useMemo } from 'react';
import { shareText } from './estimate-text';
import { incidenceText } from './incidence-text';
import { PlottedFigure } from './PlottedFigure';
import { treatmentTime, treatmentTimeWords } from './treatment-time-words';

interface Props {
  readonly state: AnswerState<readonly KeyEventRow[]>;
  readonly isRecorded: boolean;
  readonly event: KeyAdverseEvent;
  readonly controls?: ReactNode;
}

/** Curves that have a line pattern of their own. */
const most = 6;

/** The cumulative incidence of one adverse event on each first TKI. */
export function KeyAdverseEventFigure({ state, isRecorded, event, controls }: Props) {
  const words = useWords();
  const { say } = words;
  const rows = state.kind === 'answered' ? state.answer : null;
  const found = useMemo(() => keyEventIncidence(rows ?? []).slice(0, most), [rows]);
  const chart = useCallback(
    (width: number) =>
      stepCurves(found.map(curveOf), curveWords(words), {
        width,
        horizonMonths: treatmentTime.horizonMonths,
        named: true,
      }),
    [found, words],
  );
  const title = say('safety.incidence', { event: say(`safety.event.${event}`) });
  const empty = found.length === 0 || !isRecorded;
  return (
    <PlottedFigure
      title={title}
      summary={empty ? '' : summaryOf(found, words)}
      state={state}
      empty={empty}
      emptyText={say(isRecorded ? 'safety.nothing' : 'safety.noTable')}
      options={chart}
      height={stepCurvesHeight(found.length, true)}
      controls={controls}
      notes={<p>{say('safety.incidenceRule', { terms: words.list(keyAdverseEvents[event]) })}</p>}
      table={<LandmarkTable found={found} title={title} words={words} />}
    />
  );
}

const curveOf = ({ drug, curves }: KeyEventIncidence): StepCurve => ({
  id: drug,
  steps: incidenceSteps(curves, 1).map((step) => ({ ...step, censored: 0 })),
  counts: (months) => incidenceRiskTable(curves, months, [1]),
});

const drugName = (drug: string, words: Words): string => words.name('first_line_drug', drug);

const curveWords = (words: Words) =>
  treatmentTimeWords(words, {
    events: words.say('safety.events'),
    name: (drug) => drugName(drug, words),
    tip: (drug, { month, survival, lower, upper }) =>
      words.say('safety.incidenceTip', {
        drug: drugName(drug, words),
        month: words.number(month, { maximumFractionDigits: 1 }),
        incidence: shareText(survival, words),
        lower: shareText(lower, words),
        upper: shareText(upper, words),
      }),
  });

const summaryOf = (found: readonly KeyEventIncidence[], words: Words): string =>
  found
    .map(({ drug, landmarks }) =>
      words.say('safety.incidenceSummary', {
        drug: drugName(drug, words),
        incidence: incidenceText(
          landmarks[keyEventMonths.indexOf(treatmentTime.summaryMonth)]?.causes[0],
          words,
        ),
      }),
    )
    .join(' · ');

interface TableProps {
  readonly found: readonly KeyEventIncidence[];
  readonly title: string;
  readonly words: Words;
}

function LandmarkTable({ found, title, words }: TableProps) {
  const { say, number } = words;
  const columns: readonly DataColumn<KeyEventIncidence>[] = [
    { id: 'drug', header: say('treatment.drug'), cell: ({ drug }) => drugName(drug, words) },
    {
      id: 'patients',
      header: say('treatment.patients'),
      cell: ({ patients }) => number(patients),
      numeric: true,
    },
    {
      id: 'events',
      header: say('safety.events'),
      cell: ({ curves }) => number(curves.causes[0]?.eventCount ?? 0),
      numeric: true,
    },
    ...keyEventMonths.map(
      (months, place): DataColumn<KeyEventIncidence> => ({
        id: String(months),
        header: say('treatment.months', { months }),
        cell: ({ landmarks }) => incidenceText(landmarks[place]?.causes[0], words),
        numeric: true,
      }),
    ),
  ];
  return (
    <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={found} />
  );
}
