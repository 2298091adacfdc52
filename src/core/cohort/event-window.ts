import { daysPerMonth } from '@core/domain/calendar';
import type { EventWindow } from './cohort-definition';

/**
 * A window in whole days after its event: rows have whole days, so that the first one in it is the next whole day, the
 * last one the day before. `null` is no end.
 *
 * @example
 * windowDays({ of: 'index', from: 9, to: 15, unit: 'months' }) // 273.94 to 456.56 days: { from: 274, to: 456 }
 */
export function windowDays({ from, to, unit }: EventWindow): {
  readonly from: number | null;
  readonly to: number | null;
} {
  const days = unit === 'months' ? daysPerMonth : 1;
  return {
    from: from === null ? null : Math.ceil(from * days),
    to: to === null ? null : Math.floor(to * days),
  };
}
