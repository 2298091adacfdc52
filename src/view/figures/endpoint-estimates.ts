import {
  type EndpointContrast,
  type EndpointSurvival,
  monthsOf,
  restrictedMonths,
} from '@core/analyses/endpoint-survival';
import { monthsFromDays } from '@core/domain/calendar';
import type { Estimate } from '@core/statistics/survival/estimate';
import type { Words } from '@language/words';
import { causeName, causesOf, curveName, type EndpointView } from './endpoint-words';
import { monthsIntervalText, monthsText } from './estimate-text';

/** Rows of texts under their heads; the first cell names the row. */
export interface EstimateTable {
  readonly caption: string;
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/**
 * The numbers of the curves of an endpoint as the screen shows them, in the words of the dashboard: the estimates of each
 * curve at the landmark months with their intervals and, with two groups or more, the differences from the first one.
 *
 * @param words  of the language to be read
 * @param view   what the curves are of; free of the event unless said otherwise
 * @returns one table, or two; no rows where nobody is analysed; "–" for a value that is not estimated
 */
export function endpointEstimates(
  survival: EndpointSurvival,
  words: Words,
  view: EndpointView = { kind: 'free' },
): readonly EstimateTable[] {
  const estimates =
    view.kind === 'free' ? curveTable(survival, words) : incidenceTable(survival, view.cause, words);
  return survival.contrasts.length === 0 ? [estimates] : [estimates, contrastTable(survival, view, words)];
}

const atMonths = (
  { endpoint }: EndpointSurvival,
  { say }: Words,
  text: (at: number) => string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    monthsOf(endpoint).map((month, at) => [say('survival.months', { months: month }), text(at)]),
  );

function curveTable(survival: EndpointSurvival, words: Words): EstimateTable {
  const { say, number } = words;
  const { curves, groupBy, options } = survival;
  return {
    caption: `${say('survival.estimates')} – ${say('survival.landmarks', { level: number(options.level * 100) })}`,
    rows: curves.map(({ level, patients, median, restrictedMean, followUp, landmarks }) => ({
      [say('survival.group')]: curveName(groupBy, level, words),
      [say('survival.patients')]: number(patients),
      [say('survival.median')]: `${monthsText(median, words)} (${monthsIntervalText(median, words)})`,
      [say('survival.restricted', { months: restrictedMonths })]:
        restrictedMean === null ? '–' : inMonths(restrictedMean, words),
      [say('survival.followUp')]: monthsText(followUp, words),
      ...atMonths(survival, words, (at) => shareWithInterval(landmarks[at], words)),
    })),
  };
}

/** The incidence at the landmark months: of one cause per group, or of every cause and of none of them. */
function incidenceTable(survival: EndpointSurvival, cause: number, words: Words): EstimateTable {
  const { say, number } = words;
  const rows =
    survival.groupBy === null ? rowsOfCauses(survival, words) : rowsOfGroups(survival, cause, words);
  return {
    caption: say('survival.incidences', { level: number(survival.options.level * 100) }),
    rows: rows.map(({ name, patients, halfBy, shares }) => ({
      [say(survival.groupBy === null ? 'survival.cause' : 'survival.group')]: name,
      [say('survival.patients')]: number(patients),
      ...atMonths(survival, words, (at) => shares[at] ?? '–'),
      [say('survival.halfBy')]:
        halfBy === undefined ? '–' : halfBy === null ? say('figure.notReached') : monthsAt(halfBy, words),
    })),
  };
}

interface IncidenceRow {
  readonly name: string;
  readonly patients: number;
  /** Days by which half have had it, `null` where fewer have; `undefined` for those free of all. */
  readonly halfBy: number | null | undefined;
  readonly shares: readonly string[];
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
function contrastTable(survival: EndpointSurvival, view: EndpointView, words: Words): EstimateTable {
  const { say, number } = words;
  const { groupBy, contrasts, curves, options } = survival;
  const reference = curveName(groupBy, curves[0]?.level ?? '', words);
  return {
    caption: say(`survival.differences.${view.kind}`, { reference, level: number(options.level * 100) }),
    rows: contrasts.map(({ level, landmarks, incidences, restrictedMean }) => ({
      [say('survival.group')]: curveName(groupBy, level, words),
      ...atMonths(survival, words, (at) =>
        pointsText(view.kind === 'free' ? landmarks[at] : incidences[view.cause - 1]?.[at], words),
      ),
      ...(view.kind === 'incidence'
        ? {}
        : {
            [say('survival.restrictedDifference')]:
              restrictedMean === null ? '–' : inMonths(restrictedMean.difference, words),
          }),
    })),
  };
}

/**
 * How far the groups lie from the first one, in one sentence: of each the difference at the last landmark month at which it has
 * an interval, else that of the restricted means. Empty where no difference has one.
 */
export function differencesText(survival: EndpointSurvival, view: EndpointView, words: Words): string {
  const { say } = words;
  const { groupBy, contrasts, curves, endpoint, options } = survival;
  const list = contrasts.flatMap(({ level, landmarks, incidences, restrictedMean }) => {
    const name = curveName(groupBy, level, words);
    const differences = view.kind === 'free' ? landmarks : (incidences[view.cause - 1] ?? []);
    const at = differences.findLastIndex(({ lower, upper }) => lower !== null && upper !== null);
    const month = monthsOf(endpoint)[at];
    if (month !== undefined) {
      return say('survival.differenceAt', { name, month, points: pointsText(differences[at], words) });
    }
    if (view.kind === 'incidence' || restrictedMean?.difference.interval == null) return [];
    const mean = inMonths(restrictedMean.difference, words);
    return say('survival.differenceOfMeans', { name, months: restrictedMonths, mean });
  });
  if (list.length === 0) return '';
  const reference = curveName(groupBy, curves[0]?.level ?? '', words);
  const level = words.number(options.level * 100);
  const head = say(`survival.differences.${view.kind}`, { reference, level });
  return say('survival.differencesText', { head, list: words.list(list) });
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
