import { readingAt } from '@core/analyses/curve-reading';
import type { Words } from '@language/use-words';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import type { NamedCurve } from './endpoint-words';
import { shareText } from './estimate-text';

interface Props {
  readonly curves: readonly NamedCurve[];
  readonly title: string;
  readonly words: Words;
}

interface Row {
  readonly name: string;
  readonly month: number;
  readonly atRisk: number;
  /** Of the step, or so far; `null` for a curve that shares the counts of another. */
  readonly events: number | null;
  readonly censored: number | null;
  readonly survival: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** More steps than a reader can go through, or a page can hold, are read at every third month instead. */
const mostSteps = 600;
const everyMonths = 3;

/** The numbers behind the picture: every step of every curve, or a reading every three months with the counts so far. */
export function EndpointStepTable({ curves, title, words }: Props) {
  const isRead = curves.reduce((sum, { steps }) => sum + steps.length, 0) > mostSteps;
  const rows = useMemo(
    () =>
      curves.flatMap((curve): readonly Row[] =>
        isRead ? readingsOf(curve) : curve.steps.map((step) => ({ ...step, name: curve.name })),
      ),
    [curves, isRead],
  );
  const columns = useMemo((): readonly DataColumn<Row>[] => {
    const { say, number } = words;
    const count = (id: 'atRisk' | 'events' | 'censored') => ({
      id,
      header: say(isRead && id !== 'atRisk' ? `survival.${id}SoFar` : `survival.${id}`),
      cell: (row: Row) => (row[id] === null ? '–' : number(row[id])),
      numeric: true,
    });
    return [
      {
        id: 'month',
        header: say('survival.month'),
        cell: ({ month }) => number(month, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
      },
      { id: 'group', header: say('survival.group'), cell: ({ name }) => name },
      count('atRisk'),
      count('events'),
      count('censored'),
      {
        id: 'share',
        header: say('survival.probability'),
        cell: ({ survival }) => shareText(survival, words),
        numeric: true,
      },
      {
        id: 'interval',
        header: say('survival.intervalColumn'),
        cell: ({ lower, upper }) =>
          say('figure.interval', { lower: shareText(lower, words), upper: shareText(upper, words) }),
        numeric: true,
      },
    ];
  }, [words, isRead]);
  return (
    <DataTable caption={words.say('figure.tableOf', { title })} captionHidden columns={columns} rows={rows} />
  );
}

function readingsOf({ name, steps, counts }: NamedCurve): readonly Row[] {
  const last = steps.at(-1)?.month ?? 0;
  const months = Array.from({ length: Math.floor(last / everyMonths) + 1 }, (_, k) => k * everyMonths);
  const soFar = counts?.(months) ?? null;
  return months.flatMap((month, at) => {
    const reading = readingAt(steps, month);
    const counted = soFar?.[at];
    return reading === null
      ? []
      : [{ ...reading, name, events: counted?.events ?? null, censored: counted?.censored ?? null }];
  });
}
