import { monthsFromDays } from '@core/domain/calendar';
import type { TreatmentLineRow } from '@core/domain/extract-tables';
import { readingBounds } from '@core/domain/reading-bounds';
import { responseClass } from '@core/domain/response-class';
import { sampleOfRow } from '@core/domain/sample-of-row';
import { type SampleRow, validationOf } from '@core/domain/sample-standing';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import type { AnchorDays } from './anchor-event';
import type { Bounds } from './number-range';
import type { LinkedTable } from './patient-record';

/** One row of a linked table, its columns by name. */
export type EventRow = Readonly<Record<string, string | number | boolean | null>>;

/** A category of a row, derived columns too; truth values are `yes` and `no`, `null` is not known. */
export function categoryCell(table: LinkedTable, column: string, row: EventRow): string | null {
  if (table === 'treatment_line' && column === 'is_tki') {
    return (tkiDrugs as readonly unknown[]).includes(row.drug) ? 'yes' : 'no';
  }
  if (table === 'molecular' && column === 'response')
    return responseClass(sampleOfRow(row as unknown as SampleRow));
  if (table === 'molecular' && column === 'validation')
    return validationOf((row as unknown as SampleRow).validation);
  const cell = row[column] ?? null;
  return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell === null ? null : String(cell);
}

/** A number of a row, derived columns too, with what is known of it. */
export function numberCell(
  table: LinkedTable,
  column: string,
  row: EventRow,
  days: AnchorDays,
): Bounds | null {
  if (table === 'treatment_line' && column === 'duration_months') return durationMonths(row, days);
  if (table === 'molecular' && column === 'bcr_abl1_is_pct')
    return readingBounds(sampleOfRow(row as unknown as SampleRow));
  if (table === 'cytogenetics' && column === 'ph_positive_pct') return philadelphiaPercent(row);
  const cell = row[column] ?? null;
  return cell === null ? null : exactly(Number(cell));
}

const exactly = (value: number): Bounds => ({ lower: value, upper: value });

/** A line that goes on lasts at least until the last contact. */
function durationMonths(row: EventRow, days: AnchorDays): Bounds | null {
  const { start_day, stop_day } = row as unknown as TreatmentLineRow;
  if (stop_day !== null) return exactly(monthsFromDays(stop_day - start_day));
  if (days.last_contact === null) return null;
  const soFar = monthsFromDays(Math.max(start_day, days.last_contact) - start_day);
  return { lower: soFar, upper: Number.POSITIVE_INFINITY };
}

function philadelphiaPercent(row: EventRow): Bounds | null {
  const [positive, all] = [row.ph_positive_metaphases ?? null, row.metaphases ?? null];
  if (positive === null || all === null || Number(all) <= 0) return null;
  return exactly((100 * Number(positive)) / Number(all));
}
