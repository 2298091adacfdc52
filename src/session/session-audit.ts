import type { DisclosurePolicy } from '@core/disclosure/policy';
import type { AuditStep } from '@core/disclosure/released-counts';
import {
  type KeyedTable,
  type ReleasedInSession,
  releasedInSession,
  type TableRelease,
} from '@core/disclosure/session-audit';
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
  patients: Pick<KeyedTable, 'patients' | 'groups'>,
  make: (release: TableRelease) => Made,
  { extract, policy }: { readonly extract: string; readonly policy: DisclosurePolicy },
  watch: ExportWatch,
): Promise<ReleasedInSession<Made>> =>
  releasedInSession(patients, make, {
    policy,
    audit: (table) =>
      runInStatisticsWorker('session-audit', { table, earlier: tablesLeft(extract), policy }, watch),
  });

/** A table of which it is settled what is told, audited in a worker beside what has left: it leaves like that or not at all. */
export const auditedTable = (
  { patients, groups = [], counts, sums }: KeyedTable,
  under: { readonly extract: string; readonly policy: DisclosurePolicy },
  watch: ExportWatch,
): Promise<ReleasedInSession<unknown>> =>
  auditedInWorker({ patients, groups }, (release) => release({ counts, sums }), under, watch);
