/** `together`: may run beside others of its kind. `behind`: runs while nothing else waits, and gives way. */
type Manner = 'alone' | 'together' | 'behind';

interface Waiting {
  readonly start: () => void;
  readonly manner: Manner;
}

/**
 * One request at a time, first come first served; requests that were enqueued `together` run side by side, but never
 * beside one that was not, nor beside one that was aborted and still runs: a quick succession of questions that
 * are given up must not pile up work that nobody can drop any more.
 *
 * A request that was enqueued `behind` is for what nobody waits for yet: it starts when nothing else waits, and when a request of
 * another kind comes while it runs, its `cancel` is called and it begins anew once nothing else waits.
 *
 * An aborted request rejects at once with its signal's reason: while it waits it is never started, while it runs its
 * `cancel` is called and the next request starts as soon as the cancelled work has settled. A failed request does not
 * stop the queue. After `close`, what waits and what comes later rejects with the reason given.
 */
export class RequestQueue {
  readonly #waiting: Waiting[] = [];
  readonly #behind: Waiting[] = [];
  /** Stops the request that runs behind the others; it begins anew. */
  #giveWay: (() => void) | null = null;
  readonly #rejectors = new Set<(reason: unknown) => void>();
  #running = 0;
  #runningTogether = false;
  /** Aborted requests whose work still runs. */
  #abandoned = 0;
  #closed: Error | null = null;

  enqueue<T>(work: () => Promise<T>, cancel: () => void, signal?: AbortSignal): Promise<T> {
    return this.#enqueue(work, cancel, signal, 'alone');
  }

  enqueueBehind<T>(work: () => Promise<T>, cancel: () => void, signal?: AbortSignal): Promise<T> {
    return this.#enqueue(work, cancel, signal, 'behind');
  }

  /** For work that is too short to be worth cancelling: once it runs, an abort only drops its answer. */
  enqueueTogether<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#enqueue(work, () => undefined, signal, 'together');
  }

  close(reason: Error): void {
    this.#closed ??= reason;
    this.#waiting.length = 0;
    this.#behind.length = 0;
    for (const refuse of [...this.#rejectors]) refuse(this.#closed);
  }

  #enqueue<T>(
    work: () => Promise<T>,
    cancel: () => void,
    signal: AbortSignal | undefined,
    manner: Manner,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#closed) return reject(this.#closed);
      if (signal?.aborted) return reject(signal.reason);
      let running = false;
      let abandoned = false;
      let gaveWay = false;
      const line = manner === 'behind' ? this.#behind : this.#waiting;
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
        line.splice(line.indexOf(entry), 1);
        this.#startNext();
      };
      const start = () => {
        running = true;
        gaveWay = false;
        if (manner === 'behind') {
          this.#giveWay = () => {
            gaveWay = true;
            cancel();
          };
        }
        work()
          .then(
            (value) => {
              leave();
              resolve(value);
            },
            (reason) => {
              if (!gaveWay || abandoned || this.#closed) return refuse(reason);
              running = false;
              this.#behind.unshift(entry);
            },
          )
          .finally(() => {
            this.#running -= 1;
            if (manner === 'behind') this.#giveWay = null;
            if (abandoned) this.#abandoned -= 1;
            this.#startNext();
          });
      };
      const entry: Waiting = { start, manner };
      signal?.addEventListener('abort', abort, { once: true });
      this.#rejectors.add(refuse);
      line.push(entry);
      if (manner !== 'behind') {
        this.#giveWay?.();
        this.#giveWay = null;
      }
      this.#startNext();
    });
  }

  #startNext(): void {
    for (;;) {
      const line = this.#waiting.length > 0 ? this.#waiting : this.#behind;
      const [entry] = line;
      if (entry === undefined || !(this.#running === 0 || this.#mayJoin(entry))) return;
      line.shift();
      this.#running += 1;
      this.#runningTogether = entry.manner === 'together';
      entry.start();
    }
  }

  #mayJoin(entry: Waiting): boolean {
    return this.#runningTogether && entry.manner === 'together' && this.#abandoned === 0;
  }
}
