import { startWasmEngine, type WasmEngine } from '@data/engine/wasm-engine';
import { markOpening } from './redraw-clock';

let early: Promise<WasmEngine> | null = null;

/** Starts the engine of the first extract while the rest of the page is still being fetched. */
export function startFirstEngine(): void {
  early = startWasmEngine();
  early.then(
    () => markOpening('engine-started'),
    () => undefined,
  );
}

/** The engine that was started early, once; a new one after that. */
export function takeEngine(): Promise<WasmEngine> {
  const engine = early ?? startWasmEngine();
  early = null;
  return engine;
}
