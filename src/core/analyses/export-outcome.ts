/** Why an export was not made. */
export type ExportRefusal = 'no-curve' | 'no-number' | 'differencing' | 'together' | 'too-many';

/** What came of an export. */
export interface ExportOutcome {
  readonly refusal: ExportRefusal | null;
  /** What was left out of it, in words. */
  readonly leftOut: readonly string[];
  readonly files: number;
}
