/** Milliseconds up to which an answer counts as quick, the delays of a busy page included. */
const quickMilliseconds = 250;

/** Remembers which questions were answered quickly the last time they were asked. */
export class QuickQuestions {
  readonly #quick = new Set<string>();
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  has(question: string): boolean {
    return this.#quick.has(question);
  }

  /** A question that was aborted under way ended early: it can show that it is slow, never that it is quick. */
  async timed<T>(question: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const start = this.#now();
    const answer = await work();
    if (this.#now() - start > quickMilliseconds) this.#quick.delete(question);
    else if (!signal?.aborted) this.#quick.add(question);
    return answer;
  }
}
