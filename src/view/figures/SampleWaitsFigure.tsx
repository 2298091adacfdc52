import { type CurveReading, incidenceSteps } from '@core/analyses/curve-reading';
import { type SampleWaitRow, type WaitsOfPhase, waitsForSample } from '@core/analyses/waits-for-sample';
import type { AnswerState } from '@core/base/answer-state';
import { type SamplingPhase, samplingRules } from '@core/domain/sampling-phase';
import { useWords, type Words } from '@language/use-words';
import { seriesStyle } from '@view/charts/series-style';
import { type StepCurve, stepCurves, stepCurvesHeight } from '@view/charts/step-curves';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useCallback, useMemo } from 'react';
import { shareText } from './estimate-text';
import { PlottedFigure } from './PlottedFigure';
import { SwatchLegend } from './SwatchLegend';

interface Props {
  readonly state: AnswerState<readonly SampleWaitRow[]>;
}

/** The last month of the axis: twice the longest wait of the guideline. */
const horizonMonths = 12;

/** How long patients wait for the next sample, on a TKI and after a stop, beside what the guideline asks for. */
export function SampleWaitsFigure({ state }: Props) {
  const words = useWords();
  const { say } = words;
  const rows = state.kind === 'answered' ? state.answer : null;
  const phases = useMemo(() => waitsForSample(rows ?? []), [rows]);
  const chart = useCallback(
    (width: number) =>
      stepCurves(phases.map(curveOf), curveWords(words), {
        width,
        horizonMonths,
        named: true,
        finestTick: 1,
      }),
    [phases, words],
  );
  const title = say('monitoring.waits');
  const sources = [...new Set(phases.map(({ phase }) => samplingRules[phase].source))];
  return (
    <PlottedFigure
      title={title}
      summary={summaryOf(phases, words)}
      state={state}
      empty={phases.length === 0}
      emptyText={say('monitoring.nobody')}
      options={chart}
      height={stepCurvesHeight(0, false)}
      below={
        <SwatchLegend
          items={phases.map(({ phase }, place) => ({
            id: phase,
            name: phaseName(phase, words),
            fill: seriesStyle(place).colour,
          }))}
        />
      }
      notes={
        <>
          <p>{say('monitoring.guideline', { sources: words.list(sources) })}</p>
          <p>
            {say('monitoring.rule')} {say('monitoring.turnaround')}
          </p>
        </>
      }
      table={<WaitTable phases={phases} title={title} words={words} />}
    />
  );
}

const curveOf = ({ phase, curves }: WaitsOfPhase): StepCurve => ({
  id: phase,
  steps: incidenceSteps(curves, 1).map((step) => ({ ...step, lower: null, upper: null, censored: 0 })),
  counts: null,
  markedMonth: samplingRules[phase].everyMonths,
});

const phaseName = (phase: string, words: Words): string =>
  words.say(`monitoring.phase.${phase as SamplingPhase}`);

function curveWords(words: Words) {
  return {
    number: words.number,
    percent: words.percent,
    x: words.say('monitoring.x'),
    y: words.say('monitoring.y'),
    atRisk: '',
    events: '',
    censored: '',
    name: (phase: string) => phaseName(phase, words),
    tip: (phase: string, { month, survival }: CurveReading) =>
      words.say('monitoring.tip', {
        phase: phaseName(phase, words),
        month: words.number(month, { maximumFractionDigits: 1 }),
        share: shareText(survival, words),
      }),
  };
}

const summaryOf = (phases: readonly WaitsOfPhase[], words: Words): string =>
  phases
    .map(({ phase, quartiles: [, median], inTime, gap }) =>
      words.say('monitoring.summary', {
        phase: phaseName(phase, words),
        median: median == null ? '–' : words.number(median),
        inTime: shareText(inTime, words),
        gap: shareText(gap, words),
      }),
    )
    .join(' · ');

interface TableProps {
  readonly phases: readonly WaitsOfPhase[];
  readonly title: string;
  readonly words: Words;
}

function WaitTable({ phases, title, words }: TableProps) {
  const { say, number } = words;
  const share = (id: 'onTime' | 'inTime' | 'gap'): DataColumn<WaitsOfPhase> => ({
    id,
    header: say(`monitoring.column.${id}`),
    cell: (phase) => shareText(phase[id], words),
    numeric: true,
  });
  const columns: readonly DataColumn<WaitsOfPhase>[] = [
    { id: 'phase', header: say('monitoring.phase'), cell: ({ phase }) => phaseName(phase, words) },
    {
      id: 'waits',
      header: say('monitoring.column.waits'),
      cell: ({ curves }) => number(curves.n),
      numeric: true,
    },
    {
      id: 'guideline',
      header: say('monitoring.column.guideline'),
      cell: ({ phase }) => number(samplingRules[phase].everyMonths),
      numeric: true,
    },
    {
      id: 'quartiles',
      header: say('monitoring.column.quartiles'),
      cell: ({ quartiles }) => quartiles.map((day) => (day === null ? '–' : number(day))).join(' / '),
      numeric: true,
    },
    share('onTime'),
    share('inTime'),
    share('gap'),
  ];
  return (
    <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={phases} />
  );
}
