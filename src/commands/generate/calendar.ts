/** Days run from diagnosis; calendar time is a year with its fraction (2012.5 is mid-2012). */
export const daysPerYear = 365.25;
export const daysPerMonth = daysPerYear / 12;

/** The registry opened in 2013; the data are frozen at the end of 2025. */
export const registryOpening = 2013;
export const freezeTime = 2026;

export const calendarTime = (diagnosisTime: number, day: number) => diagnosisTime + day / daysPerYear;
export const calendarYear = (diagnosisTime: number, day: number) =>
  Math.floor(calendarTime(diagnosisTime, day));
export const dayAt = (diagnosisTime: number, time: number) =>
  Math.floor((time - diagnosisTime) * daysPerYear);
