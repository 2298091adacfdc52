import { AppError, type FailureDetails } from '@core/base/app-error';

/** What can be wrong with one file or with a set of files, before its rows are looked at. */
export type ExtractFailureCode =
  | 'no-files'
  | 'missing-table'
  | 'table-twice'
  | 'several-extracts'
  | 'missing-file'
  | 'manifest-unreadable'
  | 'contract-differs'
  | 'contract-version'
  | 'size-differs'
  | 'checksum-differs'
  | 'demonstration-unreachable'
  | 'unreadable-file'
  | 'empty-file'
  | 'too-large'
  | 'not-parquet'
  | 'not-arrow'
  | 'encrypted'
  | 'unsupported-codec'
  | 'compressed-arrow'
  | 'unreadable-schema'
  | 'unsupported-type'
  | 'date-type'
  | 'wrong-type'
  | 'missing-column'
  | 'duplicate-column'
  | 'identifying-column'
  | 'too-many-columns'
  | 'too-much-inside'
  | 'damaged-file'
  | 'decoder-stopped'
  | 'cancelled';

export function extractFailure(
  code: ExtractFailureCode,
  details: FailureDetails = {},
  cause?: unknown,
): AppError<ExtractFailureCode> {
  return new AppError(code, details, cause === undefined ? undefined : { cause });
}
