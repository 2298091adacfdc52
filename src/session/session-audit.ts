import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { AuditStep } from '@core/disclosure/released-counts';
import { type ReleasedInSession, releasedInSession, type TableRelease } from '@core/disclosure/session-audit';
import { tablesLeft } from './export-ledger';
import { runInStatisticsWorker } from './statistics-worker';

/** How an export is watched and given up while it is made. */
export interface ExportWatch {
  readonly signal: AbortSignal;
  /** How far the audit of its counts is. */
  readonly onProgress: (step: AuditStep) => void;
}

/** What is made of the counts of some patients, audited in a worker beside what has left of the same extract in this session. */
export const auditedInWorker = <Made>(
  patients: Uint32Array,
  make: (release: TableRelease) => Made,
  { extract, policy }: { readonly extract: number; readonly policy: DisclosurePolicy },
  watch: ExportWatch,
): Promise<ReleasedInSession<Made>> =>
  releasedInSession(patients, make, (table) =>
    runInStatisticsWorker('session-audit', { table, earlier: tablesLeft(extract), policy }, watch),
  );
