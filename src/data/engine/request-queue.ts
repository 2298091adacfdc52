interface Waiting {
  readonly start: () => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * One request at a time, first come first served.
 *
 * An aborted request rejects at once with its signal's reason: while it waits it is never started, while it runs its
 * `cancel` is called and the next request starts as soon as the cancelled work has settled. A failed request does not
 * stop the queue. After `close`, what waits and what comes later rejects with the reason given.
 */
export class RequestQueue {
  readonly #waiting: Waiting[] = [];
  #busy = false;
  #closed: Error | null = null;
  readonly #rejectors = new Set<(reason: unknown) => void>();

  enqueue<T>(work: () => Promise<T>, cancel: () => void, signal?: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#closed) return reject(this.#closed);
      if (signal?.aborted) return reject(signal.reason);
      let running = false;
      const leave = () => {
        signal?.removeEventListener('abort', abort);
        this.#rejectors.delete(refuse);
      };
      const refuse = (reason: unknown) => {
        leave();
        reject(reason);
      };
      const abort = () => {
        refuse(signal?.reason);
        if (running) cancel();
        else this.#waiting.splice(this.#waiting.indexOf(entry), 1);
      };
      const start = () => {
        running = true;
        work()
          .then((value) => {
            leave();
            resolve(value);
          }, refuse)
          .finally(() => this.#next());
      };
      const entry: Waiting = { start, signal };
      signal?.addEventListener('abort', abort, { once: true });
      this.#rejectors.add(refuse);
      this.#waiting.push(entry);
      if (!this.#busy) this.#next();
    });
  }

  close(reason: Error): void {
    this.#closed ??= reason;
    this.#waiting.length = 0;
    for (const refuse of [...this.#rejectors]) refuse(this.#closed);
  }

  #next(): void {
    const entry = this.#waiting.shift();
    this.#busy = entry !== undefined;
    entry?.start();
  }
}
