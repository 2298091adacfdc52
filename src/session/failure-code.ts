import { type EngineFailureCode, engineFailureCodes } from '@data/engine/engine-failure';
import { type ExtractFailureCode, extractFailureCodes } from '@data/extract/failure-code';
import { type IngestFailureCode, ingestFailureCodes } from '@data/queries/ingest/ingest-failure';

/** Everything that can end the opening of an extract; each code has its words in `language/messages/failure.ts`. */
export type FailureCode = ExtractFailureCode | IngestFailureCode | EngineFailureCode;

export const failureCodes: readonly FailureCode[] = [
  ...extractFailureCodes,
  ...ingestFailureCodes,
  ...engineFailureCodes,
];
