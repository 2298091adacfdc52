import { daysPerMonth } from '@core/domain/calendar';
import { samplingLimits } from '@core/domain/sampling-phase';
import { fillSlots, literal, real } from '../sql-text';
import samplingIntervalSql from './sampling-interval.sql?raw';

/** The waits for a sample of everybody: `samplingIntervals` of `core/cohort`. */
export const samplingIntervalsSql = fillSlots(samplingIntervalSql, {
  days_per_month: real(daysPerMonth),
  second_half_from_month: literal(samplingLimits.secondHalfFromMonth),
  second_year_from_month: literal(samplingLimits.secondYearFromMonth),
});
