import type { WasmEngine } from '@data/engine/wasm-engine';
import { stageTable } from '@data/queries/ingest/table-sql';
import type { DecodedBatch, DecodedFacts, DecodeOrder, Decoder } from './decoder';
import { extractFailure } from './failure-code';

/** A file whose rows come into the engine's stage, one batch at a time. */
export interface StagedFile {
  readonly facts: DecodedFacts;
  /** Puts the next rows into the stage; `null` at the end. */
  next(): Promise<{ readonly rows: number } | null>;
}

/** The road of one file into the stage: decoder and insert in the page, `read_parquet` in Node. */
export type StageFile = (order: DecodeOrder) => Promise<StagedFile>;

/** Decodes in the decoder's worker and inserts as Arrow; the next batch is decoded while this one is inserted. */
export function stageDecoded(engine: Pick<WasmEngine, 'insertArrowStream'>, decoder: Decoder): StageFile {
  return async (order) => {
    const file = await decoder.open(order);
    const ask = () => {
      const batch = file.next();
      batch.catch(() => undefined);
      return batch;
    };
    let coming: Promise<DecodedBatch | null> = ask();
    return {
      facts: file.facts,
      next: async () => {
        const batch = await coming;
        if (batch === null) return null;
        coming = ask();
        const { rows, bytes } = batch;
        try {
          await engine.insertArrowStream(stageTable, bytes);
        } catch (cause) {
          if (cause instanceof Error && cause.name === 'AppError') throw cause;
          throw extractFailure('damaged-file', { table: order.table.name, file: order.path }, cause);
        }
        return { rows };
      },
    };
  };
}
