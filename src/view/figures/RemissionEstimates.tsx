import type { TreatmentFreeRemission } from '@core/analyses/treatment-free-remission';
import type { Words } from '@language/use-words';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import { monthsIntervalText, monthsText } from './estimate-text';
import { levelName } from './level-name';

interface Props {
  readonly remission: TreatmentFreeRemission;
  readonly words: Words;
}

type Curve = TreatmentFreeRemission['curves'][number];

/** Patients, recurrences, median with its interval and median follow-up, one row per curve. */
export function RemissionEstimates({ remission, words }: Props) {
  const columns = useMemo(
    (): readonly DataColumn<Curve>[] => [
      {
        id: 'group',
        header: words.say('remission.group'),
        cell: (item) => levelName(remission, item.level, words),
      },
      {
        id: 'n',
        header: words.say('remission.patients'),
        cell: (item) => words.number(item.curve.n),
        numeric: true,
      },
      {
        id: 'events',
        header: words.say('remission.events'),
        cell: (item) => words.number(item.curve.eventCount),
        numeric: true,
      },
      {
        id: 'median',
        header: words.say('remission.median'),
        cell: (item) => monthsText(item.median, words),
        numeric: true,
      },
      {
        id: 'interval',
        header: words.say('remission.intervalColumn', { level: words.number(remission.options.level * 100) }),
        cell: (item) => monthsIntervalText(item.median, words),
        numeric: true,
      },
      {
        id: 'followUp',
        header: `${words.say('remission.followUp')} (${words.say('remission.followUpMethod')})`,
        cell: (item) => monthsText(item.followUp, words),
        numeric: true,
      },
    ],
    [remission, words],
  );
  return <DataTable caption={words.say('remission.estimates')} columns={columns} rows={remission.curves} />;
}
