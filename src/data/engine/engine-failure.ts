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

/** Out of memory becomes a typed failure; every other error of DuckDB keeps its words, in one form for both engines. */
export function namedEngineError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (/out of memory|failed to allocate|bad_alloc/i.test(error.message))
    return engineFailure('out-of-memory', error);
  const words = plainWords(error.message);
  return words === error.message ? error : new Error(words, { cause: error });
}

/** duckdb-wasm passes some errors on as JSON; the native engine writes "Parser Error: ...". */
function plainWords(message: string): string {
  if (!message.startsWith('{')) return message;
  try {
    const { exception_type: type, exception_message: text } = JSON.parse(message) as Record<string, unknown>;
    return `${String(type)} Error: ${String(text)}`;
  } catch {
    return message;
  }
}
