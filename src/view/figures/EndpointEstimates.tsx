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

/** What is shown as numbers: landmark values of the curves that are drawn, and how they differ from the first one. */
export function EndpointEstimates({ survival, view, words }: Props) {
  return (
    <>
      {view.kind === 'free' ? (
        <CurveTable survival={survival} words={words} />
      ) : (
        <IncidenceTable survival={survival} cause={view.cause} words={words} />
      )}
      {survival.contrasts.length === 0 ? null : (
        <ContrastTable survival={survival} view={view} words={words} />
      )}
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
  readonly patients: number;
  /** Days by which half have had it, `null` where fewer have; `undefined` for those free of all. */
  readonly halfBy: number | null | undefined;
  readonly shares: readonly string[];
}

interface IncidenceProps extends Omit<Props, 'view'> {
  readonly cause: number;
}

/** The incidence at the landmark months: of one cause per group, or of every cause and of none of them. */
function IncidenceTable({ survival, cause, words }: IncidenceProps) {
  const rows = useMemo(
    () => (survival.groupBy === null ? rowsOfCauses(survival, words) : rowsOfGroups(survival, cause, words)),
    [survival, cause, words],
  );
  const columns = useMemo((): readonly DataColumn<IncidenceRow>[] => {
    const { say, number } = words;
    return [
      {
        id: 'name',
        header: say(survival.groupBy === null ? 'survival.cause' : 'survival.group'),
        cell: ({ name }) => name,
      },
      { id: 'n', header: say('survival.patients'), cell: ({ patients }) => number(patients), numeric: true },
      ...monthsOf(survival.endpoint).map((month, at) => ({
        id: `at-${month}`,
        header: say('survival.months', { months: month }),
        cell: ({ shares }: IncidenceRow) => shares[at] ?? '–',
        numeric: true,
      })),
      {
        id: 'half',
        header: say('survival.halfBy'),
        cell: ({ halfBy }) =>
          halfBy === undefined ? '–' : halfBy === null ? say('figure.notReached') : monthsAt(halfBy, words),
        numeric: true,
      },
    ];
  }, [survival, words]);
  const level = words.number(survival.options.level * 100);
  return <DataTable caption={words.say('survival.incidences', { level })} columns={columns} rows={rows} />;
}

const monthsAt = (days: number, words: Words): string =>
  words.say('remission.monthsValue', { months: words.number(monthsFromDays(days), oneDecimal) });

function rowsOfCauses(survival: EndpointSurvival, words: Words): readonly IncidenceRow[] {
  return survival.curves.flatMap(({ patients, incidenceLandmarks, halfBy }): readonly IncidenceRow[] => [
    ...causesOf(survival).map((events, place) => ({
      name: causeName(events, words),
      patients,
      halfBy: halfBy[place] ?? null,
      shares: incidenceLandmarks.map(({ causes }) => shareWithInterval(causes[place], words)),
    })),
    {
      name: words.say('survival.show.free'),
      patients,
      halfBy: undefined,
      shares: incidenceLandmarks.map(({ eventFree }) => shareWithInterval(eventFree, words)),
    },
  ]);
}

function rowsOfGroups({ groupBy, curves }: EndpointSurvival, cause: number, words: Words) {
  return curves.map(
    ({ level, patients, incidenceLandmarks, halfBy }): IncidenceRow => ({
      name: curveName(groupBy, level, words),
      patients,
      halfBy: halfBy[cause - 1] ?? null,
      shares: incidenceLandmarks.map(({ causes }) => shareWithInterval(causes[cause - 1], words)),
    }),
  );
}

/** Differences of what is drawn: the event-free share, or the incidence of the cause. */
function ContrastTable({ survival, view, words }: Props) {
  const { groupBy, contrasts, curves, options, endpoint } = survival;
  const columns = useMemo(
    (): readonly DataColumn<EndpointContrast>[] => [
      {
        id: 'group',
        header: words.say('survival.group'),
        cell: ({ level }) => curveName(groupBy, level, words),
      },
      ...monthsOf(endpoint).map((month, at) => ({
        id: `at-${month}`,
        header: words.say('survival.months', { months: month }),
        cell: ({ landmarks, incidences }: EndpointContrast) =>
          pointsText(view.kind === 'free' ? landmarks[at] : incidences[view.cause - 1]?.[at], words),
        numeric: true,
      })),
      ...(view.kind === 'incidence'
        ? []
        : [
            {
              id: 'mean',
              header: words.say('survival.restrictedDifference'),
              cell: ({ restrictedMean }: EndpointContrast) =>
                restrictedMean === null ? '–' : inMonths(restrictedMean.difference, words),
              numeric: true,
            },
          ]),
    ],
    [groupBy, endpoint, view, words],
  );
  const reference = curveName(groupBy, curves[0]?.level ?? '', words);
  const level = words.number(options.level * 100);
  return (
    <DataTable
      caption={words.say(`survival.differences.${view.kind}`, { reference, level })}
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
