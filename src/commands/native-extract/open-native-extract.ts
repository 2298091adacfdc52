import { openAsBlob, readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative, resolve, sep } from 'node:path';
import type { ExtractContract } from '@data/contracts/contract';
import type { Engine, LayeredEngine } from '@data/engine/engine';
import { type NativeEngineOptions, startNativeEngine } from '@data/engine/native-engine';
import type { ExtractFile } from '@data/extract/extract-file';
import { inspectFile } from '@data/extract/inspect-file';
import { type LoadedTable, type LoadProgress, type LoadWorld, loadTable } from '@data/extract/load-table';
import { checkContract, type Manifest, readManifest } from '@data/extract/manifest';
import { type ExtractPlan, type PlannedTable, planExtract } from '@data/extract/plan-extract';
import type { StageFile } from '@data/extract/stage-file';
import { verifyFile } from '@data/extract/verify-file';
import { prepareIngest } from '@data/queries/ingest/ingest-table';
import { stageParquet } from '@data/queries/ingest/stage-parquet';

/** An extract in the native engine: the same tables, from the same SQL, as in the page. */
export interface NativeExtract {
  readonly engine: LayeredEngine;
  readonly tables: readonly LoadedTable[];
  readonly manifest: Manifest | null;
}

export interface NativeExtractOptions extends Omit<NativeEngineOptions, 'readableDirectory'> {
  readonly onProgress?: (progress: LoadProgress) => void;
}

/**
 * Opens a folder of Parquet files in Node, for tests, benchmarks and headless commands. The engine is locked but for
 * reading this one folder. Files are looked at by the page's own decoder, and their rows read by native DuckDB.
 *
 * @throws AppError as the page does
 */
export async function openNativeExtract(
  folder: string,
  contract: ExtractContract,
  options: NativeExtractOptions = {},
): Promise<NativeExtract> {
  const { onProgress, ...engineOptions } = options;
  const { engine, manifest, plan, load } = await beginNativeExtract(folder, contract, engineOptions);
  try {
    const tables: LoadedTable[] = [];
    for (const planned of plan.tables) tables.push(await load(planned, { onProgress }));
    return { engine, tables, manifest };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** An extract of which nothing is read yet but the manifest: `load` reads its tables, in the order of the plan. */
export interface BegunExtract {
  readonly engine: LayeredEngine;
  readonly manifest: Manifest | null;
  readonly plan: ExtractPlan;
  load(planned: PlannedTable, told?: Pick<LoadWorld, 'onProgress' | 'onBroken'>): Promise<LoadedTable>;
}

/** The caller closes the engine. */
export async function beginNativeExtract(
  folder: string,
  contract: ExtractContract,
  engineOptions: Omit<NativeEngineOptions, 'readableDirectory'> = {},
): Promise<BegunExtract> {
  const files = await filesOf(folder);
  const manifest = await readManifest(files);
  if (manifest !== null) checkContract(manifest.content, contract);
  const plan = planExtract(files, contract, manifest);
  const engine = await startNativeEngine({ ...engineOptions, readableDirectory: resolve(folder) });
  await prepareIngest(engine, contract);
  const stageFile = stageOnDisk(engine, folder);
  return {
    engine,
    manifest: manifest?.content ?? null,
    plan,
    load: (planned, told = {}) => loadTable(planned, { engine, contract, stageFile, ...told }),
  };
}

/** Every file below a folder, with `/` between folders whatever the system writes. */
export async function filesOf(folder: string): Promise<ExtractFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.sort().map(async (path) => ({
      path: relative(folder, path).split(sep).join('/'),
      size: (await stat(path)).size,
      blob: () => openAsBlob(path),
    })),
  );
}

const parquetWasm = () =>
  readFileSync(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm'));

function stageOnDisk(engine: Engine, folder: string): StageFile {
  return async (planned, table) => {
    const { blob, sha256 } = await verifyFile(planned);
    const { path } = planned.file;
    // Native DuckDB reads Parquet only, whatever the file is called.
    const facts = await inspectFile({ blob, path, format: 'parquet', table }, parquetWasm);
    const rows = facts.announcedRows ?? 0;
    let staged = false;
    return {
      sha256,
      facts,
      next: async () => {
        if (staged || rows === 0) return null;
        staged = true;
        await stageParquet(engine, resolve(folder, path), table, new Set(facts.missingColumns));
        return { rows };
      },
    };
  };
}
