/** Mean length of a Gregorian year and month; every `months` and `years` of the dashboard is days over these. */
export const daysPerYear = 365.25;
export const daysPerMonth = daysPerYear / 12;

/** Days as months of 30.4375 days; exact for the unit, so 12 months are 365.25 days. */
export const monthsFromDays = (days: number): number => days / daysPerMonth;

/** Months of 30.4375 days as days, not rounded. */
export const daysFromMonths = (months: number): number => months * daysPerMonth;
