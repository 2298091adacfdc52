import { incidenceRiskTable, incidenceSteps } from '@core/analyses/curve-reading';
import { type DrugTimeRow, drugTimeMonths, type TimeOnDrug, timeOnDrug } from '@core/analyses/time-on-drug';
import type { AnswerState } from '@core/base/answer-state';
import { monthsFromDays } from '@core/domain/calendar';
import { type TreatmentEnd, treatmentEnds } from '@core/domain/treatment-end';
import type { TkiDrug } from '@core/domain/tyrosine-kinase-inhibitor';
import type { IncidenceEstimate, IncidencePoint } from '@core/statistics/survival/incidence-at';
import { useWords, type Words } from '@language/use-words';
import { type StepCurve, stepCurves, stepCurvesHeight } from '@view/charts/step-curves';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { type ReactNode, useCallback, useMemo } from 'react';
import { shareText } from './estimate-text';
import { incidenceText } from './incidence-text';
import { PlottedFigure } from './PlottedFigure';
import { treatmentTime, treatmentTimeWords } from './treatment-time-words';

interface Props {
  readonly state: AnswerState<readonly DrugTimeRow[]>;
  readonly drug: TkiDrug;
  readonly controls?: ReactNode;
  readonly onDrawn?: () => void;
}

/** How long patients stay on their first TKI and why they leave it, each reason competing with the others. */
export function TimeOnDrugFigure({ state, drug, controls, onDrawn }: Props) {
  const words = useWords();
  const { say } = words;
  const rows = state.kind === 'answered' ? state.answer : null;
  const time = useMemo(() => timeOnDrug(rows ?? [], drug), [rows, drug]);
  const curves = useMemo(() => curvesOf(time), [time]);
  const chart = useCallback(
    (width: number) =>
      stepCurves(curves, curveWords(words), {
        width,
        horizonMonths: treatmentTime.horizonMonths,
        named: true,
      }),
    [curves, words],
  );
  const title = say('treatment.time');
  const empty = time.curves.n === 0;
  return (
    <PlottedFigure
      title={title}
      summary={empty ? '' : summaryOf(time, words)}
      state={state}
      empty={empty}
      emptyText={say('treatment.nobody')}
      options={chart}
      height={stepCurvesHeight(1, true)}
      controls={controls}
      onDrawn={onDrawn}
      notes={<p>{say('treatment.timeRule', { before: time.beforeInclusion })}</p>}
      table={<LandmarkTable time={time} title={title} words={words} />}
    />
  );
}

const curvesOf = ({ curves }: TimeOnDrug): readonly StepCurve[] =>
  treatmentEnds.map((end, place) => ({
    id: end,
    steps: incidenceSteps(curves, place + 1).map((step) => ({
      ...step,
      lower: null,
      upper: null,
      censored: 0,
    })),
    counts: place === 0 ? (months) => incidenceRiskTable(curves, months) : null,
    countsName: '',
  }));

const endName = (end: string, words: Words): string => words.say(`treatment.end.${end as TreatmentEnd}`);

const curveWords = (words: Words) =>
  treatmentTimeWords(words, {
    events: words.say('treatment.stops'),
    name: (end) => endName(end, words),
    tip: (end, { month, survival }) =>
      words.say('treatment.timeTip', {
        end: endName(end, words),
        month: words.number(month, { maximumFractionDigits: 1 }),
        incidence: shareText(survival, words),
      }),
  });

const landmarkAt = ({ landmarks }: TimeOnDrug): IncidencePoint | undefined =>
  landmarks[drugTimeMonths.indexOf(treatmentTime.summaryMonth)];

function summaryOf(time: TimeOnDrug, words: Words): string {
  const point = landmarkAt(time);
  if (point === undefined || point.eventFree.estimate === null) return '';
  return words.say('treatment.timeSummary', {
    drug: words.name('first_line_drug', time.drug),
    ends: words.list(
      treatmentEnds.map(
        (end, place) =>
          `${endName(end, words).toLowerCase()} ${shareText(point.causes[place]?.estimate ?? null, words)}`,
      ),
    ),
    on: shareText(point.eventFree.estimate, words),
  });
}

interface TableRow {
  readonly name: string;
  readonly at: readonly (IncidenceEstimate | undefined)[];
}

interface TableProps {
  readonly time: TimeOnDrug;
  readonly title: string;
  readonly words: Words;
}

function LandmarkTable({ time, title, words }: TableProps) {
  const { say } = words;
  const rows: readonly TableRow[] = [
    ...treatmentEnds.map((end, place) => ({
      name: endName(end, words),
      at: time.landmarks.map(({ causes }) => causes[place]),
    })),
    { name: say('treatment.still'), at: time.landmarks.map(({ eventFree }) => eventFree) },
  ];
  const columns: readonly DataColumn<TableRow>[] = [
    { id: 'reason', header: say('treatment.column.reason'), cell: ({ name }) => name },
    ...time.landmarks.map(
      ({ time: days }, place): DataColumn<TableRow> => ({
        id: String(days),
        header: say('treatment.months', { months: Math.round(monthsFromDays(days)) }),
        cell: ({ at }) => incidenceText(at[place], words),
        numeric: true,
      }),
    ),
  ];
  return <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={rows} />;
}
