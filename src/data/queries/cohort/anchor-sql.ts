import type { AnchorEvent } from '@core/cohort/anchor-event';
import { identifier } from '../sql-text';
import { type CompiledSql, sqlOf } from './compiled-sql';

const numberedColumns = {
  line_start: { table: 'treatment_line', number: 'line_number', day: 'start_day' },
  line_stop: { table: 'treatment_line', number: 'line_number', day: 'stop_day' },
  stop: { table: 'treatment_free_attempt', number: 'attempt_number', day: 'stop_day' },
  restart: { table: 'treatment_free_attempt', number: 'attempt_number', day: 'restart_day' },
} as const;

/**
 * One row per patient: `patient_key`, and the day of the event as `zero`, null for who does not have it.
 *
 * @param among  which patients, as a condition on `patient_key`
 */
export function anchorSql(anchor: AnchorEvent, among = 'true'): CompiledSql {
  if (!('number' in anchor))
    return sqlOf(
      `select patient_key, ${identifier(anchor.event)} as zero from patient_anchor where ${among}`,
    );
  const { table, number, day } = numberedColumns[anchor.event];
  return sqlOf(
    `select patient_key, zero from patient_anchor left join (
      select patient_key, min(${day}) as zero from ${table} where ${number} = ? and ${among} group by patient_key
    ) using (patient_key) where ${among}`,
    [anchor.number],
  );
}
