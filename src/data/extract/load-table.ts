import type { AppError } from '@core/base/app-error';
import type { ExtractContract } from '@data/contracts/contract';
import type { Engine } from '@data/engine/engine';
import { ingestFailure } from '@data/queries/ingest/ingest-failure';
import { TableIngest } from '@data/queries/ingest/ingest-table';
import type { PlannedFile, PlannedTable } from './plan-extract';
import type { StageFile } from './stage-file';

/** A table of the open extract. */
export interface LoadedTable {
  readonly name: string;
  /** `false`: the extract does not have it; it is there, empty, and screens that need it say so. */
  readonly present: boolean;
  readonly rows: number;
  readonly files: number;
  /** Columns in the files that the contract does not know; they were not read. */
  readonly extraColumns: readonly string[];
  /** Nullable columns that at least one file does not have; its rows hold null there. */
  readonly missingColumns: readonly string[];
  /** SHA-256 of each file, `null` where it could not be computed. */
  readonly checksums: readonly (string | null)[];
}

export type LoadStage = 'reading' | 'inserting' | 'checking' | 'deriving';

export interface LoadProgress {
  readonly table: string;
  readonly stage: LoadStage;
  readonly filesDone: number;
  readonly filesTotal: number;
  /** Rows of this table that are in the engine. */
  readonly rows: number;
}

export interface LoadWorld {
  readonly engine: Engine;
  readonly contract: ExtractContract;
  readonly stageFile: StageFile;
  readonly onProgress?: ((progress: LoadProgress) => void) | undefined;
  /** Is told of everything that is wrong with the rows of a table, before the first of it refuses the extract. */
  readonly onBroken?: ((failure: AppError) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the files of one table, one after the other, into its table in the engine, and checks it.
 *
 * @throws AppError for the first thing that is wrong; the engine is then in no state to be used
 */
export async function loadTable(planned: PlannedTable, world: LoadWorld): Promise<LoadedTable> {
  const { table, files } = planned;
  const ingest = new TableIngest(world.engine, world.contract, table, world.onBroken);
  const loaded = {
    rows: 0,
    extra: new Set<string>(),
    missing: new Set<string>(),
    checksums: [] as (string | null)[],
  };
  let filesDone = 0;
  const tell = (stage: LoadStage) =>
    world.onProgress?.({ table: table.name, stage, filesDone, filesTotal: files.length, rows: loaded.rows });
  for (const file of files) {
    await loadFile(file);
    filesDone += 1;
  }
  tell('checking');
  const { rows } = await ingest.finish();
  return {
    name: table.name,
    present: files.length > 0,
    rows,
    files: files.length,
    extraColumns: [...loaded.extra],
    missingColumns: [...loaded.missing],
    checksums: loaded.checksums,
  };

  async function loadFile(planned: PlannedFile): Promise<void> {
    tell('reading');
    const { facts, sha256, next } = await world.stageFile(planned, table);
    loaded.checksums.push(sha256);
    for (const column of facts.extraColumns) loaded.extra.add(column);
    for (const column of facts.missingColumns) loaded.missing.add(column);
    const { path } = planned.file;
    const before = loaded.rows;
    for (let batch = await next(); batch !== null; batch = await next()) {
      world.signal?.throwIfAborted();
      await ingest.absorb({ file: path, rows: batch.rows, missingColumns: facts.missingColumns });
      loaded.rows += batch.rows;
      tell('inserting');
    }
    const found = loaded.rows - before;
    for (const wanted of [facts.announcedRows, planned.promised?.rows ?? null]) {
      if (wanted !== null && wanted !== found) {
        throw ingestFailure('row-count-differs', { table: table.name, file: path, wanted, found });
      }
    }
  }
}
