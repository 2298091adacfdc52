import {
  type MilestoneFlow,
  type Milestones,
  milestones,
  type MilestoneTable as PatternTable,
} from '@core/analyses/milestones';
import type { AnswerState } from '@core/base/answer-state';
import { useWords, type Words } from '@language/use-words';
import { milestoneFlow, milestoneFlowHeight } from '@view/charts/milestone-flow';
import { PlotFigure } from '@view/charts/PlotFigure';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { FigureFrame } from '@view/ui/FigureFrame';
import { useCallback, useMemo } from 'react';
import { FigureState } from './FigureState';
import { MilestoneLegend } from './MilestoneLegend';

/** Who goes from which class to which between the milestones, and the same as a table. */
export function MilestoneFlowFigure({ state }: { readonly state: AnswerState<PatternTable> }) {
  const words = useWords();
  const table = state.kind === 'answered' ? state.answer : null;
  const found = useMemo(() => (table === null ? null : milestones(table)), [table]);
  const chart = useCallback(
    (width: number) => milestoneFlow(found?.bars ?? [], found?.flows ?? [], flowWords(words), width),
    [found, words],
  );
  const title = words.say('milestones.flows', {
    guideline: table === null ? '' : words.say(`milestones.guideline.${table.guideline}`),
  });
  const empty = found !== null && found.patients === 0;
  const summary = found === null || empty ? '' : summaryOf(found, words);
  return (
    <FigureFrame
      title={title}
      {...(summary === '' ? {} : { summary })}
      refreshing={state.kind === 'answered' && state.refreshing}
      tableLabel={words.say('figure.table')}
      table={
        found === null || empty ? undefined : <FlowTable flows={found.flows} title={title} words={words} />
      }
    >
      <FigureState
        state={state}
        height={milestoneFlowHeight}
        empty={empty}
        emptyText={words.say('milestones.empty')}
      >
        <MilestoneLegend words={words} />
        <PlotFigure options={chart} label={summary || title} height={milestoneFlowHeight} />
      </FigureState>
    </FigureFrame>
  );
}

function flowWords(words: Words) {
  const band = (one: MilestoneFlow['from']) => words.say(`milestones.band.${one}`);
  return {
    number: (value: number) => words.number(value),
    month: (months: number) => words.say('figure.months', { months }),
    band,
    tip: ({ from, to, fromMonth, toMonth, patients }: MilestoneFlow) =>
      words.say('milestones.flowTip', { from: band(from), to: band(to), fromMonth, toMonth, patients }),
  };
}

function summaryOf({ flows, patients }: Milestones, words: Words): string {
  const kept = (month: number) =>
    flows
      .filter(({ fromMonth, from, to }) => fromMonth === month && from === to)
      .reduce((sum, flow) => sum + flow.patients, 0);
  return words.say('milestones.flowSummary', { kept36: kept(3), kept612: kept(6), patients });
}

interface TableProps {
  readonly flows: readonly MilestoneFlow[];
  readonly title: string;
  readonly words: Words;
}

function FlowTable({ flows, title, words }: TableProps) {
  const { say } = words;
  const at = (band: MilestoneFlow['from'], month: number) =>
    say('milestones.atMonth', { band: say(`milestones.band.${band}`), month });
  const columns: readonly DataColumn<MilestoneFlow>[] = [
    {
      id: 'from',
      header: say('milestones.column.from'),
      cell: ({ from, fromMonth }) => at(from, fromMonth),
    },
    { id: 'to', header: say('milestones.column.to'), cell: ({ to, toMonth }) => at(to, toMonth) },
    {
      id: 'patients',
      header: say('milestones.column.count'),
      cell: ({ patients }) => words.number(patients),
      numeric: true,
    },
  ];
  return (
    <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={flows} />
  );
}
