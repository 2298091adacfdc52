import { openAsBlob } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { ExtractContract } from '@data/contracts/contract';
import type { Engine } from '@data/engine/engine';
import { type NativeEngineOptions, startNativeEngine } from '@data/engine/native-engine';
import type { ExtractFile } from '@data/extract/extract-file';
import { type LoadedTable, type LoadProgress, loadTable } from '@data/extract/load-table';
import { checkContract, type Manifest, readManifest } from '@data/extract/manifest';
import { planExtract } from '@data/extract/plan-extract';
import type { StageFile } from '@data/extract/stage-file';
import { verifyFile } from '@data/extract/verify-file';
import { prepareIngest } from '@data/queries/ingest/ingest-table';
import { readParquetFacts, stageParquet } from '@data/queries/ingest/stage-parquet';

/** An extract in the native engine: the same tables, from the same SQL, as in the page. */
export interface NativeExtract {
  readonly engine: Engine;
  readonly tables: readonly LoadedTable[];
  readonly manifest: Manifest | null;
}

export interface NativeExtractOptions extends Omit<NativeEngineOptions, 'readableDirectory'> {
  readonly onProgress?: (progress: LoadProgress) => void;
}

/**
 * Opens a folder of Parquet files in Node, for tests, benchmarks and headless commands. The engine is locked but for
 * reading this one folder. Types are not compared one by one as in the page: native DuckDB reads them itself.
 *
 * @throws AppError as the page does for tables, manifest, rows and keys
 */
export async function openNativeExtract(
  folder: string,
  contract: ExtractContract,
  options: NativeExtractOptions = {},
): Promise<NativeExtract> {
  const { onProgress, ...engineOptions } = options;
  const files = await filesOf(folder);
  const manifest = await readManifest(files);
  if (manifest !== null) checkContract(manifest.content, contract);
  const plan = planExtract(files, contract, manifest);
  const engine = await startNativeEngine({ ...engineOptions, readableDirectory: resolve(folder) });
  try {
    await prepareIngest(engine, contract);
    const stageFile = stageOnDisk(engine, folder);
    const tables: LoadedTable[] = [];
    for (const planned of plan.tables) {
      tables.push(await loadTable(planned, { engine, contract, stageFile, onProgress }));
    }
    return { engine, tables, manifest: manifest?.content ?? null };
  } catch (error) {
    await engine.close();
    throw error;
  }
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

function stageOnDisk(engine: Engine, folder: string): StageFile {
  return async (planned, table) => {
    const { sha256 } = await verifyFile(planned);
    const onDisk = resolve(folder, planned.file.path);
    const { rows, columns } = await readParquetFacts(engine, onDisk);
    const found = new Set(columns.map((column) => column.toLowerCase()));
    const declared = table.columns.map((column) => column.name);
    const missing = new Set(declared.filter((name) => !found.has(name)));
    let staged = false;
    return {
      sha256,
      facts: {
        announcedRows: rows,
        extraColumns: columns.filter((column) => !declared.includes(column.toLowerCase())),
        missingColumns: [...missing],
      },
      next: async () => {
        if (staged || rows === 0) return null;
        staged = true;
        await stageParquet(engine, onDisk, table, missing);
        return { rows };
      },
    };
  };
}
