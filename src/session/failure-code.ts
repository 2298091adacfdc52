import type { EngineFailureCode } from '@data/engine/engine-failure';
import type { ExtractFailureCode } from '@data/extract/failure-code';
import type { IngestFailureCode } from '@data/queries/ingest/ingest-failure';

/** Everything that can end the opening of an extract; each code has its words in `language/messages/failure.ts`. */
export type FailureCode =
  | ExtractFailureCode
  | IngestFailureCode
  | EngineFailureCode
  | SelfCheckFailureCode
  | 'rows-not-shown';

/** Why real data are not read on this page: a protection is missing, or could not be looked at. */
export type SelfCheckFailureCode = 'not-protected' | 'not-checked';

const rowDetails = ['table', 'column', 'count', 'file', 'rows'] as const;
const typeDetails = ['table', 'column', 'file', 'found', 'wanted'] as const;
const fileDetails = ['table', 'file'] as const;

/** The details that each failure carries, and that its words may name. `rows` counts from 1 within `file`. */
export const failureDetails: Readonly<Record<FailureCode, readonly string[]>> = {
  'no-files': [],
  'missing-table': ['table', 'count'],
  'table-twice': ['table', 'count'],
  'several-extracts': ['count'],
  'missing-file': fileDetails,
  'manifest-unreadable': ['part'],
  'contract-differs': ['found', 'wanted'],
  'contract-version': ['found', 'wanted'],
  'size-differs': ['file', 'wanted', 'found'],
  'checksum-differs': ['file'],
  'demonstration-unreachable': ['file', 'status'],
  'unreadable-file': ['file'],
  'empty-file': fileDetails,
  'too-large': ['table', 'file', 'megabytes', 'limit'],
  'not-parquet': fileDetails,
  'not-arrow': fileDetails,
  encrypted: fileDetails,
  'unsupported-codec': ['table', 'file', 'codec'],
  'compressed-arrow': fileDetails,
  'unreadable-schema': fileDetails,
  'unsupported-type': typeDetails,
  'date-type': typeDetails,
  'wrong-type': typeDetails,
  'missing-column': ['table', 'column', 'count', 'file'],
  'duplicate-column': ['table', 'column', 'file'],
  'identifying-column': ['table', 'column', 'file'],
  'too-many-columns': ['table', 'file', 'found', 'limit'],
  'too-much-inside': ['table', 'file', 'what', 'found', 'limit'],
  'damaged-file': fileDetails,
  'decoder-stopped': fileDetails,
  cancelled: [],
  'row-count-differs': ['table', 'file', 'wanted', 'found'],
  'null-in-required': rowDetails,
  'unknown-code': rowDetails,
  'out-of-range': rowDetails,
  'not-a-number': rowDetails,
  'beyond-limits': rowDetails,
  'identifying-value': rowDetails,
  'duplicate-key': rowDetails,
  'orphan-rows': rowDetails,
  'rule-broken': ['table', 'column', 'rule', 'count'],
  'engine-unavailable': [],
  'engine-not-locked': [],
  'engine-stopped': [],
  'out-of-memory': [],
  'not-protected': ['protection', 'count'],
  'not-checked': [],
  'rows-not-shown': [],
};
