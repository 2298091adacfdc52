import { AppError, type FailureDetails } from '@core/base/app-error';

/** What the rows of a table can break at load. Details are counts and row positions, never values. */
export type IngestFailureCode =
  | 'row-count-differs'
  | 'null-in-required'
  | 'unknown-code'
  | 'out-of-range'
  | 'not-a-number'
  | 'beyond-limits'
  | 'identifying-value'
  | 'duplicate-key'
  | 'orphan-rows'
  | 'rule-broken';

export function ingestFailure(code: IngestFailureCode, details: FailureDetails): AppError<IngestFailureCode> {
  return new AppError(code, details);
}
