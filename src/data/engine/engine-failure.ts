import { AppError } from '@core/base/app-error';

/** Why the engine cannot be used: it did not start, it could not be locked, or it stopped under way. */
export type EngineFailureCode =
  | 'engine-unavailable'
  | 'engine-not-locked'
  | 'engine-stopped'
  | 'out-of-memory';

/** The engine's own words stay in `cause`, never in the details: they may quote a value. */
export function engineFailure(code: EngineFailureCode, cause?: unknown): AppError<EngineFailureCode> {
  return new AppError(code, {}, cause === undefined ? undefined : { cause });
}

/** DuckDB's "Out of Memory Error" becomes a typed failure; every other error stays what it was. */
export function namedEngineError(error: unknown): unknown {
  const outOfMemory =
    error instanceof Error && /out of memory|failed to allocate|bad_alloc/i.test(error.message);
  return outOfMemory ? engineFailure('out-of-memory', error) : error;
}
