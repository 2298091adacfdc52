import type { TreatmentLineRow } from '@core/domain/extract-tables';
import type { PatientRecord } from './patient-record';
import { tkiLines } from './tki-lines';

/** One variant of one patient, however often it was found. */
export interface MutationFinding {
  readonly variant: string;
  /** The last TKI begun before the day on which the variant was found first; `null` when there was none. */
  readonly lastTki: TreatmentLineRow['drug'] | null;
}

/**
 * The ABL1 variants of a patient, one each: the reader in memory.
 *
 * @see tests/generative/mutation-twin.test.ts holds it equal to `data/queries/mutation-variants.sql`
 */
export function mutationFindings(record: PatientRecord): readonly MutationFinding[] {
  const firstDay = new Map<string, number>();
  for (const { variant, day } of record.rows.mutation)
    firstDay.set(variant, Math.min(day, firstDay.get(variant) ?? day));
  return [...firstDay].map(([variant, day]) => ({
    variant,
    lastTki: tkiLines(record).findLast(({ line }) => line.start_day < day)?.line.drug ?? null,
  }));
}
