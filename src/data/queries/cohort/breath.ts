import type { QueryOptions } from '@data/engine/engine';

/** Who may say that the answer is no longer wanted. */
export type Asker = Pick<QueryOptions, 'signal'>;

/** Counting goes on for this long before the page may draw and take input. */
const breathMilliseconds = 12;

/**
 * Patients up to which counts are made at once, in less time than a frame; beyond them the page draws and takes input
 * in between.
 */
export const mostAtOnce = 200_000;

/** A computation that may be left at every `yield` and gone on with. */
export type Steps<Result> = Generator<undefined, Result, void>;

/** The whole computation, without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Browsers know of computations that step aside; a timer, which others have instead, waits for at least 4 ms each time. */
function afterInput(): Promise<unknown> {
  const { scheduler } = globalThis as { readonly scheduler?: { readonly yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}

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
    await afterInput();
    this.asker.signal?.throwIfAborted();
    this.#since = performance.now();
  }

  /**
   * The whole computation, with a pause where one is due.
   *
   * @throws the signal's reason once it is aborted
   */
  async through<Result>(steps: Steps<Result>): Promise<Result> {
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      await this.pause();
    }
  }
}
