import type { QueryOptions } from '@data/engine/engine';

/** Who may say that the answer is no longer wanted. */
export type Asker = Pick<QueryOptions, 'signal'>;

/** Counting goes on for this long before the page may draw and take input. */
const breathMilliseconds = 12;

/** Lets the page draw and take input between two stretches of counting, and ends the counting that nobody waits for. */
export class Breath {
  readonly asker: Asker;
  #since = performance.now();

  constructor(asker: Asker) {
    this.asker = asker;
  }

  /** @throws the signal's reason once it is aborted */
  async pause(): Promise<void> {
    this.asker.signal?.throwIfAborted();
    if (performance.now() - this.#since < breathMilliseconds) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.asker.signal?.throwIfAborted();
    this.#since = performance.now();
  }
}
