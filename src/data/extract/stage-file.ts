import type { TableContract } from '@data/contracts/contract';
import type { WasmEngine } from '@data/engine/wasm-engine';
import { stageTable } from '@data/queries/ingest/table-sql';
import type { DecodedFacts } from './decoder';
import { extractFailure } from './failure-code';
import type { PlannedFile } from './plan-extract';
import type { ReadAhead } from './read-ahead';

/** A file whose rows come into the engine's stage, one batch at a time. */
export interface StagedFile {
  readonly facts: DecodedFacts;
  readonly sha256: string | null;
  /** Puts the next rows into the stage; `null` at the end. */
  next(): Promise<{ readonly rows: number } | null>;
}

/** The road of one file into the stage: decoder and insert in the page, `read_parquet` in Node. */
export type StageFile = (file: PlannedFile, table: TableContract) => Promise<StagedFile>;

/** Inserts what the decoder made, as Arrow. */
export function stageDecoded(
  engine: Pick<WasmEngine, 'insertArrowStream'>,
  ahead: Pick<ReadAhead, 'open'>,
): StageFile {
  return async (planned, table) => {
    const file = await ahead.open(planned);
    return {
      facts: file.facts,
      sha256: file.sha256,
      next: async () => {
        const batch = await file.next();
        if (batch === null) return null;
        const { rows, bytes } = batch;
        try {
          await engine.insertArrowStream(stageTable, bytes);
        } catch (cause) {
          if (cause instanceof Error && cause.name === 'AppError') throw cause;
          throw extractFailure('damaged-file', { table: table.name, file: planned.file.path }, cause);
        }
        return { rows };
      },
    };
  };
}
