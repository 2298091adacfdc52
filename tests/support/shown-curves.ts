import { monthsFromDays } from '@core/domain/calendar';
import { independentFollowUp, independentKaplanMeier, independentVisits } from './independent-curves';
import type { RawExtract } from './raw-extract';

export const responseTitle = 'BCR::ABL1 since the start of the first TKI';
export const remissionTitle = 'Molecular-recurrence-free survival after the stop';

/** A number as the English screens write it. */
export const shownNumber = (value: number, options: Intl.NumberFormatOptions = {}): string =>
  new Intl.NumberFormat('en-GB', options).format(value);

const percent = (share: number | null) =>
  share === null
    ? '–'
    : shownNumber(share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** The rows that the values of the molecular response figure must show, from the raw rows of the extract. */
export function responseRows(raw: RawExtract, members: ReadonlySet<string>): string[][] {
  const depth = (value: number | null) => {
    if (value === null) return 'Undetected';
    const maximumSignificantDigits = value >= 10 ? 3 : 2;
    return `${shownNumber(Number(value.toPrecision(12)), { minimumSignificantDigits: 2, maximumSignificantDigits })} %`;
  };
  return independentVisits(raw, members).map(({ month, patients, undetected, quartiles }) => [
    shownNumber(month),
    shownNumber(patients),
    ...quartiles.map(depth),
    shownNumber(undetected),
  ]);
}

/** The rows that the values of the remission figure must show. */
export function remissionRows(raw: RawExtract, members: ReadonlySet<string>, group = 'Cohort'): string[][] {
  const followUp = independentFollowUp(raw, members);
  const start = { days: 0, atRisk: followUp.length, events: 0, censored: 0, survival: 1, lower: 1, upper: 1 };
  return [start, ...independentKaplanMeier(followUp)].map((step) => [
    shownNumber(monthsFromDays(step.days), { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    group,
    shownNumber(step.atRisk),
    shownNumber(step.events),
    shownNumber(step.censored),
    percent(step.survival),
    `${percent(step.lower)} to ${percent(step.upper)}`,
  ]);
}
