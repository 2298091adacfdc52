import type { FailureDetails } from '@core/base/app-error';
import type { LoadedTable } from './load-table';
import type { Manifest } from './manifest';

export const extractWarningCodes = [
  'no-manifest',
  'checksums-not-computed',
  'references-not-checked',
  'extra-columns',
  'missing-columns',
  'files-left-out',
] as const;

/** What could not be checked, or was not read, in an extract that opened. */
export interface ExtractWarning {
  readonly code: (typeof extractWarningCodes)[number];
  readonly details: FailureDetails;
}

export function extractWarnings(
  manifest: Manifest | null,
  tables: readonly LoadedTable[],
  leftOut: readonly string[],
): ExtractWarning[] {
  const warnings: ExtractWarning[] = [];
  const warn = (code: ExtractWarning['code'], details: FailureDetails = {}) =>
    warnings.push({ code, details });
  if (manifest === null) warn('no-manifest');
  if (tables.some((table) => table.checksums.includes(null))) warn('checksums-not-computed');
  if (tables.some((table) => table.name === 'centre' && !table.present)) {
    warn('references-not-checked', { table: 'patient', column: 'centre_id', missing: 'centre' });
  }
  for (const { name, extraColumns, missingColumns } of tables) {
    const list = (columns: readonly string[]) => ({
      table: name,
      column: columns.join(', '),
      count: columns.length,
    });
    if (extraColumns.length > 0) warn('extra-columns', list(extraColumns));
    if (missingColumns.length > 0) warn('missing-columns', list(missingColumns));
  }
  if (leftOut.length > 0)
    warn('files-left-out', { file: leftOut.slice(0, 5).join(', '), count: leftOut.length });
  return warnings;
}
