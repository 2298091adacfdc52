import { readCohorts, workspaceLimits } from '@core/cohort/cohort-workspace';
import type { JsonFault } from '@core/cohort/json-field';
import type { CohortFile } from '@core/cohort/read-cohort';

/** Why a file of cohorts was not read. */
export type CohortFileFault =
  | { readonly kind: 'too-large'; readonly mostBytes: number }
  | { readonly kind: 'unreadable' | 'not-json' }
  | { readonly kind: 'fault'; readonly fault: JsonFault };

export interface CohortFileAnswer {
  readonly fileName: string;
  readonly files: readonly CohortFile[];
  readonly fault: CohortFileFault | null;
}

/** Reads the cohorts of one file, all or nothing. */
export async function readCohortFile(file: File): Promise<CohortFileAnswer> {
  const failed = (fault: CohortFileFault) => ({ fileName: file.name, files: [], fault });
  if (file.size > workspaceLimits.fileBytes) {
    return failed({ kind: 'too-large', mostBytes: workspaceLimits.fileBytes });
  }
  const text = await file.text().catch(() => null);
  if (text === null) return failed({ kind: 'unreadable' });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return failed({ kind: 'not-json' });
  }
  const { files, fault } = readCohorts(json);
  return fault === null ? { fileName: file.name, files, fault: null } : failed({ kind: 'fault', fault });
}
