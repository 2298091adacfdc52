import type { TableContract } from '@data/contracts/contract';
import type { DecodedBatch, DecodedFacts, Decoder } from './decoder';
import type { PlannedFile, PlannedTable } from './plan-extract';
import { verifyFile } from './verify-file';

/** A file that was verified and is decoded in the background. */
export interface FileAhead {
  readonly facts: DecodedFacts;
  readonly sha256: string | null;
  next(): Promise<DecodedBatch | null>;
}

/** Bytes of decoded rows that may wait for the engine. */
const waitingBytes = 48 * 1024 * 1024;

/**
 * Verifies and decodes the files of a plan in their order, ahead of the engine: while the engine starts or inserts,
 * the next rows are already decoded. What waits is bounded; a failure is met when its file's turn comes.
 */
export class ReadAhead {
  readonly #decoder: Decoder;
  readonly #signal: AbortSignal | undefined;
  readonly #lanes = new Map<PlannedFile, Lane>();
  #waiting = 0;
  #wake: () => void = () => undefined;

  constructor(tables: readonly PlannedTable[], decoder: Decoder, signal?: AbortSignal) {
    this.#decoder = decoder;
    this.#signal = signal;
    for (const { files } of tables) for (const file of files) this.#lanes.set(file, new Lane());
    void this.#readAll(tables);
  }

  async open(file: PlannedFile): Promise<FileAhead> {
    const lane = this.#lanes.get(file);
    if (lane === undefined) throw new RangeError('a file that is not in the plan');
    const opened = await lane.opened;
    return {
      ...opened,
      next: async () => {
        const batch = await lane.take();
        this.#waiting -= batch?.bytes.length ?? 0;
        this.#wake();
        return batch;
      },
    };
  }

  async #readAll(tables: readonly PlannedTable[]): Promise<void> {
    for (const { table, files } of tables) {
      for (const file of files) {
        const lane = this.#lanes.get(file);
        if (lane === undefined) continue;
        try {
          await this.#readOne(file, table, lane);
        } catch (error) {
          for (const waiting of this.#lanes.values()) waiting.fail(error);
          return;
        }
      }
    }
  }

  async #readOne(planned: PlannedFile, table: TableContract, lane: Lane): Promise<void> {
    const { blob, sha256 } = await verifyFile(planned, this.#signal);
    const decoded = await this.#decoder.open({
      blob,
      path: planned.file.path,
      format: planned.format,
      table,
    });
    lane.open({ facts: decoded.facts, sha256 });
    for (;;) {
      while (this.#waiting > waitingBytes) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
      const batch = await decoded.next();
      this.#waiting += batch?.bytes.length ?? 0;
      lane.put(batch);
      if (batch === null) return;
    }
  }
}

/** The batches of one file, from the decoder to the engine. */
class Lane {
  readonly opened: Promise<Omit<FileAhead, 'next'>>;
  open: (facts: Omit<FileAhead, 'next'>) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;
  readonly #batches: (DecodedBatch | null)[] = [];
  #failure: { readonly error: unknown } | null = null;
  #ended = false;
  #arrived: () => void = () => undefined;

  constructor() {
    this.opened = new Promise((resolve, reject) => {
      this.open = resolve;
      this.#reject = reject;
    });
    this.opened.catch(() => undefined);
  }

  put(batch: DecodedBatch | null): void {
    this.#batches.push(batch);
    this.#ended = batch === null;
    this.#arrived();
  }

  /** A lane that has ended keeps what it has: the failure belongs to a later file. */
  fail(error: unknown): void {
    if (this.#ended) return;
    this.#failure = { error };
    this.#reject(error);
    this.#arrived();
  }

  async take(): Promise<DecodedBatch | null> {
    for (;;) {
      const batch = this.#batches.shift();
      if (batch !== undefined) return batch;
      if (this.#failure !== null) throw this.#failure.error;
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
  }
}
