import { landmarkMonths, type TreatmentFreeRemission } from '@core/analyses/treatment-free-remission';
import type { Words } from '@language/use-words';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import { shareText } from './estimate-text';
import { levelName } from './level-name';

interface Props {
  readonly remission: TreatmentFreeRemission;
  readonly words: Words;
}

type Curve = TreatmentFreeRemission['curves'][number];

/** The curve at the months that papers report, each with its interval and the number at risk. */
export function LandmarkTable({ remission, words }: Props) {
  const columns = useMemo(
    (): readonly DataColumn<Curve>[] => [
      {
        id: 'group',
        header: words.say('remission.group'),
        cell: (item) => levelName(remission, item.level, words),
      },
      ...landmarkMonths.map((month, index) => ({
        id: `month-${month}`,
        header: words.say('figure.months', { months: month }),
        numeric: true,
        cell: ({ landmarks }: Curve) => {
          const point = landmarks[index];
          if (point === undefined || point.estimate === null) return words.say('remission.beyond');
          const interval = words.say('figure.interval', {
            lower: shareText(point.interval?.lower ?? null, words),
            upper: shareText(point.interval?.upper ?? null, words),
          });
          return `${shareText(point.estimate, words)} (${interval})`;
        },
      })),
    ],
    [remission, words],
  );
  return (
    <DataTable
      caption={`${words.say('remission.landmarks')} (${words.say('remission.intervalColumn', { level: words.number(remission.options.level * 100) })})`}
      columns={columns}
      rows={remission.curves}
    />
  );
}
