interface Waiting {
  readonly start: () => void;
  /** May run beside others of its kind. */
  readonly together: boolean;
}

/**
 * One request at a time, first come first served; requests that were enqueued `together` run side by side, but never
 * beside one that was not, nor beside one that was aborted and still runs: a quick succession of questions that
 * are given up must not pile up work that nobody can drop any more.
 *
 * An aborted request rejects at once with its signal's reason: while it waits it is never started, while it runs its
 * `cancel` is called and the next request starts as soon as the cancelled work has settled. A failed request does not
 * stop the queue. After `close`, what waits and what comes later rejects with the reason given.
 */
export class RequestQueue {
  readonly #waiting: Waiting[] = [];
  readonly #rejectors = new Set<(reason: unknown) => void>();
  #running = 0;
  #runningTogether = false;
  /** Aborted requests whose work still runs. */
  #abandoned = 0;
  #closed: Error | null = null;

  enqueue<T>(work: () => Promise<T>, cancel: () => void, signal?: AbortSignal): Promise<T> {
    return this.#enqueue(work, cancel, signal, false);
  }

  /** For work that is too short to be worth cancelling: once it runs, an abort only drops its answer. */
  enqueueTogether<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#enqueue(work, () => undefined, signal, true);
  }

  close(reason: Error): void {
    this.#closed ??= reason;
    this.#waiting.length = 0;
    for (const refuse of [...this.#rejectors]) refuse(this.#closed);
  }

  #enqueue<T>(
    work: () => Promise<T>,
    cancel: () => void,
    signal: AbortSignal | undefined,
    together: boolean,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#closed) return reject(this.#closed);
      if (signal?.aborted) return reject(signal.reason);
      let running = false;
      let abandoned = false;
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
        if (running) {
          abandoned = true;
          this.#abandoned += 1;
          cancel();
          return;
        }
        this.#waiting.splice(this.#waiting.indexOf(entry), 1);
        this.#startNext();
      };
      const start = () => {
        running = true;
        work()
          .then((value) => {
            leave();
            resolve(value);
          }, refuse)
          .finally(() => {
            this.#running -= 1;
            if (abandoned) this.#abandoned -= 1;
            this.#startNext();
          });
      };
      const entry: Waiting = { start, together };
      signal?.addEventListener('abort', abort, { once: true });
      this.#rejectors.add(refuse);
      this.#waiting.push(entry);
      this.#startNext();
    });
  }

  #startNext(): void {
    for (;;) {
      const [entry] = this.#waiting;
      if (entry === undefined || !(this.#running === 0 || this.#mayJoin(entry))) return;
      this.#waiting.shift();
      this.#running += 1;
      this.#runningTogether = entry.together;
      entry.start();
    }
  }
  #mayJoin(entry: Waiting): boolean {
    return this.#runningTogether && entry.together && this.#abandoned === 0;
  }
}
