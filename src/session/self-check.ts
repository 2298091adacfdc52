import { AppError } from '@core/base/app-error';
import { runSelfCheck, type SelfCheck } from '@data/egress/self-check';
import type { Engine } from '@data/engine/engine';
import { startWasmEngine, wasmWorkerAddress } from '@data/engine/wasm-engine';
import { decoderWorkerAddress } from '@data/extract/worker-decoder';
import type { SelfCheckFailureCode } from './failure-code';
import { statisticsWorkerAddress } from './statistics-worker';

/** The engine whose SQL is tried. */
export type CheckedEngine = Promise<Pick<Engine, 'query'>>;

/** Runs the self-check beside an engine; without one, an engine is started for it and closed again. */
export async function checkThisPage(engine: CheckedEngine | null): Promise<SelfCheck> {
  const workerAddresses = [wasmWorkerAddress(), decoderWorkerAddress(), statisticsWorkerAddress()];
  if (engine !== null) return runSelfCheck({ engine, workerAddresses });
  const own = startWasmEngine();
  try {
    return await runSelfCheck({ engine: own, workerAddresses });
  } finally {
    own.then((started) => started.close()).catch(() => undefined);
  }
}

/**
 * Why this page may not read real data, named after the first protection that is missing: it explains the others.
 *
 * @returns `null` when nothing is missing
 */
export function protectionFailure({ missing }: SelfCheck): AppError<SelfCheckFailureCode> | null {
  const [first] = missing;
  return first === undefined
    ? null
    : new AppError('not-protected', { protection: first, count: missing.length });
}
