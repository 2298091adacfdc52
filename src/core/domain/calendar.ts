/** Mean length of a Gregorian year and month; every `months` and `years` of the dashboard is days over these. */
export const daysPerYear = 365.25;
/** Days per month: a twelfth of a year of 365.25 days. */
export const daysPerMonth = daysPerYear / 12;

/** Days as months of 30.4375 days; exact for the unit, so 12 months are 365.25 days. */
export const monthsFromDays = (days: number): number => days / daysPerMonth;

/** Days as years of 365.25 days. */
export const yearsFromDays = (days: number): number => days / daysPerYear;

/** Months of 30.4375 days as days, not rounded. */
export const daysFromMonths = (months: number): number => months * daysPerMonth;

/**
 * The calendar year of a day, counted from the middle of the year of diagnosis: an extract holds no date, so that it may be
 * off by one year, as often too early as too late.
 */
export const calendarYear = (diagnosisYear: number, day: number): number =>
  diagnosisYear + Math.floor((day + daysPerYear / 2) / daysPerYear);
