import { type SwimmerLane, type Swimmers, swimmerLanes } from '@core/analyses/swimmer-lanes';
import type { AnswerState } from '@core/base/answer-state';
import type { PatientLevel } from '@core/disclosure/patient-level';
import { monthsFromDays } from '@core/domain/calendar';
import { useWords } from '@language/use-words';
import { swimmerHeight, swimmerPlot } from '@view/charts/swimmer-plot';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useCallback, useMemo } from 'react';
import { PlottedFigure } from './PlottedFigure';

/** One lane per patient after the first stop, of some of them. */
export function SwimmerFigure({ state }: { readonly state: AnswerState<PatientLevel<Swimmers>> }) {
  const words = useWords();
  const { say, number } = words;
  const answer = state.kind === 'answered' ? state.answer : null;
  const lanes = useMemo(() => (answer === null ? [] : swimmerLanes(answer)), [answer]);
  const options = useCallback(
    (width: number) =>
      swimmerPlot(
        lanes,
        {
          number,
          percent: words.percent,
          x: say('swimmer.x'),
          state: (one) => say(`swimmer.state.${one}`),
          loss: say('swimmer.loss'),
          restart: say('swimmer.restart'),
          regained: say('swimmer.regained'),
          goesOn: say('swimmer.goesOn'),
        },
        width,
      ),
    [lanes, words, say, number],
  );
  const columns = useMemo((): readonly DataColumn<SwimmerLane>[] => {
    const month = (day: number | null) =>
      day === null
        ? '–'
        : number(monthsFromDays(day), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const column = (id: 'endDay' | 'lossDay' | 'restartDay' | 'regainedDay', header: string) => ({
      id,
      header,
      cell: (lane: SwimmerLane) => month(lane[id]),
      numeric: true,
    });
    return [
      { id: 'lane', header: say('swimmer.lane'), cell: (lane) => number(lanes.indexOf(lane) + 1) },
      column('lossDay', say('swimmer.loss')),
      column('restartDay', say('swimmer.restart')),
      column('regainedDay', say('swimmer.regained')),
      column('endDay', say('swimmer.end')),
      { id: 'tests', header: say('swimmer.tests'), cell: ({ tests }) => number(tests), numeric: true },
    ];
  }, [lanes, say, number]);
  const count = (of: (lane: SwimmerLane) => boolean) => lanes.filter(of).length;
  const summary =
    answer === null || lanes.length === 0
      ? ''
      : say('swimmer.summary', {
          drawn: lanes.length,
          eligible: answer.eligible,
          lost: count(({ lossDay }) => lossDay !== null),
          restarted: count(({ restartDay }) => restartDay !== null),
          regained: count(({ regainedDay }) => regainedDay !== null),
          remain: count(({ remains }) => remains),
          untested: count(({ tests, restartDay }) => tests === 0 && restartDay === null),
        });
  return (
    <PlottedFigure
      title={say('swimmer.title')}
      summary={summary}
      state={state}
      empty={answer !== null && lanes.length === 0}
      emptyText={say('swimmer.empty')}
      options={options}
      height={swimmerHeight(lanes, 1000)}
      notes={<p>{say('swimmer.note')}</p>}
      table={
        <DataTable
          caption={say('figure.tableOf', { title: say('swimmer.title') })}
          captionHidden
          columns={columns}
          rows={lanes}
        />
      }
    />
  );
}
