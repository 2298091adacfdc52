import { type CurveReading, curveSteps } from '@core/analyses/curve-reading';
import type { TreatmentFreeRemission } from '@core/analyses/treatment-free-remission';
import type { Words } from '@language/use-words';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import { shareText } from './estimate-text';
import { levelName } from './level-name';

interface Props {
  readonly remission: TreatmentFreeRemission;
  readonly words: Words;
}

interface Step extends CurveReading {
  readonly group: string;
}

/** Every step of every curve: the numbers behind the picture. */
export function StepTable({ remission, words }: Props) {
  const rows = useMemo(
    () =>
      remission.curves.flatMap((item) =>
        curveSteps(item.curve).map(
          (step): Step => ({ ...step, group: levelName(remission, item.level, words) }),
        ),
      ),
    [remission, words],
  );
  const columns = useMemo(
    (): readonly DataColumn<Step>[] => [
      {
        id: 'month',
        header: words.say('remission.month'),
        cell: (step) => words.number(step.month, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
      },
      { id: 'group', header: words.say('remission.group'), cell: (step) => step.group },
      {
        id: 'atRisk',
        header: words.say('remission.atRisk'),
        cell: (step) => words.number(step.atRisk),
        numeric: true,
      },
      {
        id: 'events',
        header: words.say('remission.events'),
        cell: (step) => words.number(step.events),
        numeric: true,
      },
      {
        id: 'censored',
        header: words.say('remission.censored'),
        cell: (step) => words.number(step.censored),
        numeric: true,
      },
      {
        id: 'survival',
        header: words.say('remission.survival'),
        cell: (step) => shareText(step.survival, words),
        numeric: true,
      },
      {
        id: 'interval',
        header: words.say('remission.intervalColumn', { level: words.number(remission.options.level * 100) }),
        cell: (step) =>
          words.say('figure.interval', {
            lower: shareText(step.lower, words),
            upper: shareText(step.upper, words),
          }),
        numeric: true,
      },
    ],
    [remission, words],
  );
  return (
    <DataTable
      caption={words.say('figure.tableOf', { title: words.say('remission.figure') })}
      captionHidden
      columns={columns}
      rows={rows}
    />
  );
}
