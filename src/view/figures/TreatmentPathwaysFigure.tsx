import {
  type PathwayFlow,
  type PathwayNode,
  type PathwayRow,
  pathwayEnds,
  type TreatmentPathways,
  treatmentPathways,
} from '@core/analyses/treatment-pathways';
import type { AnswerState } from '@core/base/answer-state';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import { useWords, type Words } from '@language/use-words';
import { drugLook } from '@view/charts/drug-look';
import { treatmentFlow, treatmentFlowHeight } from '@view/charts/treatment-flow';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useCallback, useMemo } from 'react';
import { PlottedFigure } from './PlottedFigure';
import { SwatchLegend } from './SwatchLegend';

interface Props {
  readonly state: AnswerState<readonly PathwayRow[]>;
  readonly onDrawn?: () => void;
}

/** From line to line of TKI: who went to which drug, or to which end, and why. */
export function TreatmentPathwaysFigure({ state, onDrawn }: Props) {
  const words = useWords();
  const { say } = words;
  const rows = state.kind === 'answered' ? state.answer : null;
  const pathways = useMemo(() => treatmentPathways(rows ?? [], tkiDrugs), [rows]);
  const chart = useCallback(
    (width: number) =>
      treatmentFlow(
        pathways,
        {
          number: words.number,
          line: (line) => words.say('treatment.line', { line }),
          node: (node) => nodeName(node, words),
          tip: (flow) => tipOf(flow, words),
        },
        width,
      ),
    [pathways, words],
  );
  const title = say('treatment.pathways');
  return (
    <PlottedFigure
      title={title}
      summary={pathways.patients === 0 ? '' : summaryOf(pathways, words)}
      state={state}
      empty={pathways.patients === 0}
      emptyText={say('treatment.nobody')}
      options={chart}
      height={treatmentFlowHeight}
      onDrawn={onDrawn}
      notes={<p>{say('treatment.pathwayRule')}</p>}
      above={
        <SwatchLegend
          items={[...tkiDrugs, ...pathwayEnds]
            .filter((node) => pathways.blocks.some((block) => block.node === node))
            .map((node) => ({ id: node, name: nodeName(node, words), fill: drugLook[node].fill }))}
        />
      }
      table={<FlowTable flows={pathways.flows} title={title} words={words} />}
    />
  );
}

type Reason = PathwayFlow['reasons'][number]['reason'];

/** Whether a place of a pathway is an end of it. */
const isEnd = (node: PathwayNode): node is (typeof pathwayEnds)[number] =>
  (pathwayEnds as readonly PathwayNode[]).includes(node);

export const nodeName = (node: PathwayNode, words: Words): string =>
  isEnd(node) ? words.say(`treatment.node.${node}`) : words.name('first_line_drug', node);

/** A line that goes on has no reason; one that ended without a recorded one says so. */
function reasonText(reason: Reason, to: PathwayNode, words: Words): string {
  if (reason !== null) return words.name('stop_reason', reason);
  return to === 'on_line' ? '–' : words.say('treatment.notRecorded');
}

const tipOf = ({ from, to, patients, reasons }: PathwayFlow, words: Words): string =>
  words.say('treatment.flowTip', {
    from: nodeName(from, words),
    to: nodeName(to, words),
    patients,
    reasons: reasons
      .map(({ reason, patients: some }) => `${reasonText(reason, to, words)} ${words.number(some)}`)
      .join('\n'),
  });

function summaryOf({ patients, blocks }: TreatmentPathways, words: Words): string {
  const onDrug = (line: number) =>
    blocks
      .filter((block) => block.line === line && !isEnd(block.node))
      .reduce((sum, block) => sum + block.patients, 0);
  return words.say('treatment.pathwaySummary', {
    patients,
    second: onDrug(2),
    third: onDrug(3),
    fourth: onDrug(4),
  });
}

interface FlowRow extends Pick<PathwayFlow, 'line' | 'from' | 'to'> {
  readonly reason: Reason;
  readonly patients: number;
}

interface TableProps {
  readonly flows: readonly PathwayFlow[];
  readonly title: string;
  readonly words: Words;
}

function FlowTable({ flows, title, words }: TableProps) {
  const { say, number } = words;
  const rows = useMemo(
    () =>
      flows.flatMap(({ line, from, to, reasons }) =>
        reasons.map(({ reason, patients }): FlowRow => ({ line, from, to, reason, patients })),
      ),
    [flows],
  );
  const columns: readonly DataColumn<FlowRow>[] = [
    { id: 'line', header: say('treatment.column.line'), cell: ({ line }) => say('treatment.line', { line }) },
    { id: 'from', header: say('treatment.column.from'), cell: ({ from }) => nodeName(from, words) },
    {
      id: 'reason',
      header: say('treatment.column.reason'),
      cell: ({ reason, to }) => reasonText(reason, to, words),
    },
    { id: 'to', header: say('treatment.column.to'), cell: ({ to }) => nodeName(to, words) },
    {
      id: 'patients',
      header: say('treatment.patients'),
      cell: ({ patients }) => number(patients),
      numeric: true,
    },
  ];
  return <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={rows} />;
}
