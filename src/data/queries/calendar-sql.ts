import { daysPerYear } from '@core/domain/calendar';
import { real } from './sql-text';

/** `calendarYear` of a day as SQL, beside the column `diagnosis_year`. */
export const calendarYearSql = (day: string): string =>
  `(diagnosis_year + floor((${day} + ${real(daysPerYear / 2)}) / ${real(daysPerYear)})::integer)`;
