import {
  type MilestoneFlow,
  type Milestones,
  milestones,
  type MilestoneTable as PatternTable,
} from '@core/analyses/milestones';
import type { AnswerState } from '@core/base/answer-state';
import { useWords, type Words } from '@language/use-words';
import { milestoneFlow, milestoneFlowHeight } from '@view/charts/milestone-flow';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useCallback, useMemo } from 'react';
import { MilestoneLegend } from './MilestoneLegend';
import { PlottedFigure } from './PlottedFigure';

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
    <PlottedFigure
      title={title}
      summary={summary}
      state={state}
      empty={empty}
      emptyText={words.say('milestones.empty')}
      options={chart}
      height={milestoneFlowHeight}
      table={<FlowTable flows={found?.flows ?? []} title={title} words={words} />}
      above={<MilestoneLegend words={words} />}
    />
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
