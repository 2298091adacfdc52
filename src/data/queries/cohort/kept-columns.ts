import type { Engine } from '@data/engine/engine';

/**
 * What was read of every patient, in the order of `patient_key`, kept in this page's memory beside the engine it is of: a
 * change of the cohort is then counted without asking it. Rows go no further.
 */
export class KeptColumns<Columns> {
  readonly #ofEngine = new WeakMap<Engine, Map<string, Columns>>();
  readonly #reading = new WeakMap<Engine, Map<string, Promise<Columns>>>();
  readonly #most: number;
  readonly #bytes: { readonly most: number; readonly of: (columns: Columns) => number };

  /**
   * @param most   columns beyond which those that were asked for longest ago go
   * @param bytes  what they may take in memory together, the last ones aside, and what some of them take; no bound when left out
   */
  constructor(most: number, bytes = { most: Number.POSITIVE_INFINITY, of: (_: Columns) => 0 }) {
    this.#most = most;
    this.#bytes = bytes;
  }

  atHand(engine: Engine, key: string): Columns | null {
    const kept = this.#ofEngine.get(engine);
    const columns = kept?.get(key);
    if (kept === undefined || columns === undefined) return null;
    kept.delete(key);
    kept.set(key, columns);
    return columns;
  }

  /** Many may wait for the same columns: none of them cancels their reading. */
  async ready(engine: Engine, key: string, read: () => Promise<Columns>): Promise<Columns> {
    const known = this.atHand(engine, key);
    if (known !== null) return known;
    const reading = this.#reading.get(engine) ?? new Map<string, Promise<Columns>>();
    this.#reading.set(engine, reading);
    const promise = reading.get(key) ?? read();
    reading.set(key, promise);
    try {
      const columns = await promise;
      // Forgotten meanwhile: what was read is of tables that have changed since.
      if (this.#reading.get(engine) === reading) this.#keep(engine, key, columns);
      return columns;
    } finally {
      reading.delete(key);
    }
  }

  /** Drops what was read from tables that have changed since. */
  forget(engine: Engine): void {
    this.#ofEngine.delete(engine);
    this.#reading.delete(engine);
  }

  #keep(engine: Engine, key: string, columns: Columns): void {
    const kept = this.#ofEngine.get(engine) ?? new Map<string, Columns>();
    this.#ofEngine.set(engine, kept);
    kept.delete(key);
    kept.set(key, columns);
    let bytes = [...kept.values()].reduce((sum, one) => sum + this.#bytes.of(one), 0);
    for (const [oldest, one] of kept) {
      if (oldest === key || (kept.size <= this.#most && bytes <= this.#bytes.most)) break;
      kept.delete(oldest);
      bytes -= this.#bytes.of(one);
    }
  }
}

/** Numbers of a result as they came. */
export const numbersOf = (cells: ArrayLike<unknown> | undefined): ArrayLike<number> =>
  (cells ?? []) as ArrayLike<number>;
