import {
  type EndpointContrast,
  type EndpointCurve,
  type EndpointSurvival,
  monthsOf,
  restrictedMonths,
} from '@core/analyses/endpoint-survival';
import { monthsFromDays } from '@core/domain/calendar';
import type { Estimate } from '@core/statistics/survival/estimate';
import type { Words } from '@language/use-words';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import { causeName, causesOf, curveName, type EndpointView } from './endpoint-words';
import { monthsIntervalText, monthsText } from './estimate-text';

interface Props {
  readonly survival: EndpointSurvival;
  readonly view: EndpointView;
  readonly words: Words;
}

/** Medians, means and landmark values of each curve, and how they differ from the first one. */
export function EndpointEstimates({ survival, view, words }: Props) {
  return (
    <>
      <CurveTable survival={survival} words={words} />
      {view.kind === 'free' ? null : <IncidenceTable survival={survival} view={view} words={words} />}
      {survival.contrasts.length === 0 ? null : <ContrastTable survival={survival} words={words} />}
    </>
  );
}

function CurveTable({ survival, words }: Omit<Props, 'view'>) {
  const columns = useMemo((): readonly DataColumn<EndpointCurve>[] => {
    const { say, number } = words;
    return [
      {
        id: 'group',
        header: say('survival.group'),
        cell: ({ level }) => curveName(survival.groupBy, level, words),
      },
      { id: 'n', header: say('survival.patients'), cell: ({ patients }) => number(patients), numeric: true },
      {
        id: 'median',
        header: say('survival.median'),
        cell: ({ median }) => `${monthsText(median, words)} (${monthsIntervalText(median, words)})`,
        numeric: true,
      },
      {
        id: 'mean',
        header: say('survival.restricted', { months: restrictedMonths }),
        cell: ({ restrictedMean }) => (restrictedMean === null ? '–' : inMonths(restrictedMean, words)),
        numeric: true,
      },
      {
        id: 'followUp',
        header: say('survival.followUp'),
        cell: ({ followUp }) => monthsText(followUp, words),
        numeric: true,
      },
      ...monthsOf(survival.endpoint).map((month, at) => ({
        id: `at-${month}`,
        header: say('survival.months', { months: month }),
        cell: ({ landmarks }: EndpointCurve) => shareWithInterval(landmarks[at], words),
        numeric: true,
      })),
    ];
  }, [survival, words]);
  const level = words.number(survival.options.level * 100);
  return (
    <DataTable
      caption={`${words.say('survival.estimates')} – ${words.say('survival.landmarks', { level })}`}
      columns={columns}
      rows={survival.curves}
    />
  );
}

interface IncidenceRow {
  readonly name: string;
  readonly shares: readonly string[];
}

/** The incidence of each cause at the landmark months, curve by curve. */
function IncidenceTable({ survival, view, words }: Props) {
  const rows = useMemo(() => {
    const causes = causesOf(survival);
    return survival.curves.flatMap(({ level, incidenceLandmarks }) =>
      causes.flatMap((events, place): IncidenceRow[] => {
        if (survival.groupBy !== null && view.kind === 'incidence' && view.cause !== place + 1) return [];
        const name =
          survival.groupBy === null ? causeName(events, words) : curveName(survival.groupBy, level, words);
        const shares = monthsOf(survival.endpoint).map((_, at) =>
          shareWithInterval(incidenceLandmarks[at]?.causes[place], words),
        );
        return [{ name, shares }];
      }),
    );
  }, [survival, view, words]);
  const columns = useMemo(
    (): readonly DataColumn<IncidenceRow>[] => [
      { id: 'name', header: words.say('survival.cause'), cell: ({ name }) => name },
      ...monthsOf(survival.endpoint).map((month, at) => ({
        id: `at-${month}`,
        header: words.say('survival.months', { months: month }),
        cell: ({ shares }: IncidenceRow) => shares[at] ?? '–',
        numeric: true,
      })),
    ],
    [survival.endpoint, words],
  );
  const level = words.number(survival.options.level * 100);
  return <DataTable caption={words.say('survival.incidences', { level })} columns={columns} rows={rows} />;
}

function ContrastTable({ survival, words }: Omit<Props, 'view'>) {
  const { groupBy, contrasts, curves, options } = survival;
  const columns = useMemo(
    (): readonly DataColumn<EndpointContrast>[] => [
      {
        id: 'group',
        header: words.say('survival.group'),
        cell: ({ level }) => curveName(groupBy, level, words),
      },
      ...monthsOf(survival.endpoint).map((month, at) => ({
        id: `at-${month}`,
        header: words.say('survival.months', { months: month }),
        cell: ({ landmarks }: EndpointContrast) => pointsText(landmarks[at], words),
        numeric: true,
      })),
      {
        id: 'mean',
        header: words.say('survival.restrictedDifference'),
        cell: ({ restrictedMean }) =>
          restrictedMean === null ? '–' : inMonths(restrictedMean.difference, words),
        numeric: true,
      },
    ],
    [groupBy, survival.endpoint, words],
  );
  const reference = curveName(groupBy, curves[0]?.level ?? '', words);
  const level = words.number(options.level * 100);
  return (
    <DataTable
      caption={words.say('survival.differences', { reference, level })}
      columns={columns}
      rows={contrasts}
    />
  );
}

const oneDecimal = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

function inMonths({ estimate, interval }: Estimate, words: Words): string {
  const text = (days: number | null | undefined) =>
    days == null ? '–' : words.number(monthsFromDays(days), oneDecimal);
  if (estimate === null) return '–';
  return words.say('survival.withInterval', {
    value: text(estimate),
    lower: text(interval?.lower),
    upper: text(interval?.upper),
  });
}

function shareWithInterval(point: Pick<Estimate, 'estimate' | 'interval'> | undefined, words: Words): string {
  if (point === undefined || point.estimate === null) return '–';
  const bound = (share: number | null | undefined) => (share == null ? '–' : words.percent(share, 1));
  return words.say('survival.withInterval', {
    value: words.percent(point.estimate, 1),
    lower: bound(point.interval?.lower),
    upper: bound(point.interval?.upper),
  });
}

function pointsText(difference: EndpointContrast['landmarks'][number] | undefined, words: Words): string {
  if (difference === undefined || difference.estimate === null) return '–';
  const text = (share: number | null) => (share === null ? '–' : words.number(100 * share, oneDecimal));
  return words.say('survival.withInterval', {
    value: text(difference.estimate),
    lower: text(difference.lower),
    upper: text(difference.upper),
  });
}
