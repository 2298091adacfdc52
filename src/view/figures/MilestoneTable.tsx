import {
  type MilestoneBar,
  type MilestoneGroup,
  milestoneBands,
  notAssessedReasons,
} from '@core/analyses/milestones';
import { milestoneVerdicts } from '@core/domain/milestone';
import type { Proportion } from '@core/statistics/proportions/proportion';
import type { Words } from '@language/use-words';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { shareText } from './estimate-text';

/** A bar with the name of its row in a table. */
export interface BarRow {
  readonly name: string;
  readonly bar: MilestoneBar;
}

interface Props {
  readonly rows: readonly BarRow[];
  readonly nameHeader: string;
  readonly title: string;
  readonly words: Words;
}

/** The counts of bars, why patients are not assessed, and the share of each verdict with its interval. */
export function MilestoneTable({ rows, nameHeader, title, words }: Props) {
  const { say, number } = words;
  const counted = (id: string, header: string, of: (bar: MilestoneBar) => number): DataColumn<BarRow> => ({
    id,
    header,
    cell: ({ bar }) => number(of(bar)),
    numeric: true,
  });
  const columns: readonly DataColumn<BarRow>[] = [
    { id: 'name', header: nameHeader, cell: ({ name }) => name },
    counted('patients', say('milestones.column.patients'), (bar) => bar.patients),
    counted('assessed', say('milestones.column.assessed'), (bar) => bar.assessed),
    ...milestoneBands.map((band) => counted(band, say(`milestones.band.${band}`), (bar) => bar.bands[band])),
    ...milestoneVerdicts.map(
      (verdict): DataColumn<BarRow> => ({
        id: `share-${verdict}`,
        header: say('milestones.column.share', { band: say(`milestones.band.${verdict}`) }),
        cell: ({ bar }) => proportionText(bar.shares[verdict], bar.few, words),
        numeric: true,
      }),
    ),
    ...notAssessedReasons.map((reason) =>
      counted(reason, say(`milestones.reason.${reason}`), (bar) => bar.reasons[reason]),
    ),
  ];
  return <DataTable caption={say('figure.tableOf', { title })} captionHidden columns={columns} rows={rows} />;
}

function proportionText({ estimate, interval }: Proportion, few: boolean, words: Words): string {
  if (estimate === null) return '–';
  const range = words.say('figure.interval', {
    lower: shareText(interval?.lower ?? null, words),
    upper: shareText(interval?.upper ?? null, words),
  });
  const text = `${shareText(estimate, words)} (${range})`;
  return few ? words.say('milestones.few', { text }) : text;
}

/** The name of a group: a drug, a centre code, or "not known". */
export const milestoneGroupName = (groupBy: MilestoneGroup, level: string | null, words: Words): string =>
  level === null ? words.say('milestones.unknownGroup') : words.name(groupBy, level);
