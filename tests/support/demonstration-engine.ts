import { openNativeExtract } from '@commands/native-extract/open-native-extract';
import { extractContract } from '@data/contracts/extract-contract';
import type { LayeredEngine } from '@data/engine/engine';
import { deriveTables } from '@data/queries/derived/derive-tables';

/** The demonstration in native DuckDB, facts derived: what a question of a screen finds. To be closed. */
export async function demonstrationEngine(): Promise<LayeredEngine> {
  const { engine } = await openNativeExtract('public/extract', extractContract, { memoryLimit: '2GB' });
  await deriveTables(engine);
  return engine;
}
