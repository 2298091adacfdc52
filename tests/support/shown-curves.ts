import {
  type FollowUp,
  independentFollowUp,
  independentKaplanMeier,
  independentVisits,
  type Level,
  type Origin,
} from './independent-curves';
import {
  independentCounts,
  independentFollowUpMedian,
  independentLandmark,
  independentLogRank,
  independentMedian,
} from './independent-estimates';
import type { RawExtract } from './raw-extract';

export const responseTitle = 'BCR::ABL1 since the start of the first TKI';
export const remissionTitle = 'Molecular-recurrence-free survival (EURO-SKI)';

/** A number as the English screens write it. */
export const shownNumber = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  new Intl.NumberFormat('en-GB', options).format(value);

const percent = (share: number | null) =>
  share === null
    ? '–'
    : shownNumber(share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

const months = (days: number) => days / (365.25 / 12);

/** The rows that the values of the molecular response figure must show, from the raw rows of the extract. */
export function responseRows(
  raw: RawExtract,
  members: ReadonlySet<string>,
  origin: Origin = 'first_tki',
): string[][] {
  const depth = (level: Level | undefined) => {
    if (level === undefined) return '';
    const maximumSignificantDigits = level.percent >= 10 ? 3 : 2;
    const digits = shownNumber(level.percent, { minimumSignificantDigits: 2, maximumSignificantDigits });
    return `${level.below ? '< ' : ''}${digits} %`;
  };
  return independentVisits(raw, members, origin).map(
    ({ month, patients, undetected, quartiles: [first, median, third], medianLimits: [lower, upper] }) => [
      shownNumber(month),
      shownNumber(patients),
      depth(first),
      depth(median),
      `${depth(lower)} to ${depth(upper)}`,
      depth(third),
      shownNumber(undetected),
    ],
  );
}

/** The rows that the values of the remission figure must show. */
export function remissionRows(raw: RawExtract, members: ReadonlySet<string>, group = 'Cohort'): string[][] {
  const followUp = independentFollowUp(raw, members);
  const start = { days: 0, atRisk: followUp.length, events: 0, censored: 0, survival: 1, lower: 1, upper: 1 };
  return [start, ...independentKaplanMeier(followUp)].map((step) => [
    shownNumber(months(step.days), { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    group,
    shownNumber(step.atRisk),
    shownNumber(step.events),
    shownNumber(step.censored),
    percent(step.survival),
    `${percent(step.lower)} to ${percent(step.upper)}`,
  ]);
}

/** One curve of the figure: the name it is shown under and the follow-up of its patients. */
export interface ShownCurve {
  readonly name: string;
  readonly rows: readonly FollowUp[];
}

export const shownCurve = (raw: RawExtract, members: ReadonlySet<string>, name = 'Cohort'): ShownCurve => ({
  name,
  rows: independentFollowUp(raw, members),
});

const oneDecimal = (days: number | null) =>
  days === null ? null : shownNumber(months(days), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const medianText = (days: number | null) => (days === null ? 'not reached' : `${oneDecimal(days)} months`);

/** The rows of "Estimates per curve", without the restricted mean: name, patients, median, follow-up, landmarks. */
export function estimateRows(curves: readonly ShownCurve[]): string[][] {
  return curves.map(({ name, rows }) => {
    const { median, lower, upper } = independentMedian(rows);
    return [
      name,
      shownNumber(rows.length),
      `${medianText(median)} (${oneDecimal(lower) ?? '–'} to ${oneDecimal(upper) ?? '–'})`,
      medianText(independentFollowUpMedian(rows)),
      ...[6, 12, 24, 36, 60].map((month) => {
        const reading = independentLandmark(rows, month);
        return reading === null
          ? '–'
          : `${percent(reading.survival)} (${percent(reading.lower)} to ${percent(reading.upper)})`;
      }),
    ];
  });
}

/** The numbers under the axis: three lines per curve, one number per tick. */
export function underAxisRows(curves: readonly ShownCurve[], ticks: readonly number[]): string[][] {
  return curves.flatMap(({ rows }) => {
    const counts = ticks.map((month) => independentCounts(rows, month));
    return [
      ['At risk', ...counts.map(({ atRisk }) => shownNumber(atRisk))],
      ['Events', ...counts.map(({ events }) => shownNumber(events))],
      ['Censored', ...counts.map(({ censored }) => shownNumber(censored))],
    ];
  });
}

/** The sentence of the log-rank test. */
export function logRankText(curves: readonly ShownCurve[]): string {
  const { statistic, degreesOfFreedom, p } = independentLogRank(curves.map(({ rows }) => rows));
  const shownP =
    p < 0.001
      ? '< 0.001'
      : `= ${shownNumber(p, { minimumSignificantDigits: 2, maximumSignificantDigits: 2 })}`;
  return `Log-rank test: χ² = ${shownNumber(statistic, { maximumFractionDigits: 2 })} (${degreesOfFreedom} df), p ${shownP}.`;
}
