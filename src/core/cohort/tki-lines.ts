import type { TreatmentLineRow } from '@core/domain/extract-tables';
import { tkiDrugs } from '@core/domain/tyrosine-kinase-inhibitor';
import type { SampledPatient } from './patient-record';

/** A TKI line with the day on which it ends for the clock: `null` while it goes on. */
export interface TkiLine {
  readonly line: TreatmentLineRow;
  readonly endDay: number | null;
}

const isTki = (line: TreatmentLineRow) => (tkiDrugs as readonly string[]).includes(line.drug);

/**
 * The TKI lines of a patient in the order in which they began; of two that began on one day, the smaller number first.
 *
 * A line without an end, or with one after the next TKI line began, ends where the next TKI line begins: no day counts
 * twice. A line that ends before it began has no days.
 */
export function tkiLines(record: SampledPatient): readonly TkiLine[] {
  const lines = record.rows.treatment_line
    .filter(isTki)
    .toSorted((a, b) => a.start_day - b.start_day || a.line_number - b.line_number);
  return lines.map((line, index) => {
    const ends = [line.stop_day, lines[index + 1]?.start_day ?? null].filter((day) => day !== null);
    return { line, endDay: ends.length === 0 ? null : Math.min(...ends) };
  });
}

/** Day of the first TKI, `null` for a patient who never had one. */
export const firstTkiDay = (record: SampledPatient): number | null =>
  tkiLines(record)[0]?.line.start_day ?? null;

/** Days on a TKI up to and without `day`; 0 for a patient who never had one. */
export function tkiDaysUntil(record: SampledPatient, day: number): number {
  const days = tkiLines(record).map(({ line, endDay }) =>
    Math.max(0, Math.min(endDay ?? day, day) - line.start_day),
  );
  return days.reduce((sum, one) => sum + one, 0);
}

/** Whether a TKI goes on at `day`: begun by then, and without an end or with one on that day or later. */
export const isOnTki = (record: SampledPatient, day: number): boolean =>
  tkiLines(record).some(
    ({ line }) => line.start_day <= day && (line.stop_day === null || line.stop_day >= day),
  );

/** Drug of the first line that is not hydroxycarbamide alone; hydroxycarbamide of who had nothing else. */
export function firstLineDrug(record: SampledPatient): string | null {
  const lines = record.rows.treatment_line.toSorted((a, b) => a.line_number - b.line_number);
  const first = lines.find(({ drug }) => drug !== 'hydroxycarbamide') ?? lines[0];
  return first?.drug ?? null;
}
