import { RequestQueue } from '@data/engine/request-queue';
import { describe, expect, test } from 'vitest';

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (reason: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

const nothing = () => undefined;

describe('the request queue', () => {
  test('runs one request at a time, in order', async () => {
    const queue = new RequestQueue();
    const log: string[] = [];
    const first = deferred<void>();
    const a = queue.enqueue(async () => {
      log.push('a starts');
      await first.promise;
      log.push('a ends');
    }, nothing);
    const b = queue.enqueue(async () => {
      log.push('b starts');
    }, nothing);
    expect(log).toEqual(['a starts']);
    first.resolve();
    await Promise.all([a, b]);
    expect(log).toEqual(['a starts', 'a ends', 'b starts']);
  });

  test('runs side by side what was enqueued together, and nothing else beside it', async () => {
    const queue = new RequestQueue();
    const log: string[] = [];
    const gates = { a: deferred<void>(), b: deferred<void>(), c: deferred<void>() };
    const work = (name: 'a' | 'b' | 'c') => async () => {
      log.push(`${name} starts`);
      await gates[name].promise;
    };
    const a = queue.enqueueTogether(work('a'));
    const b = queue.enqueueTogether(work('b'));
    const c = queue.enqueue(work('c'), nothing);
    const d = queue.enqueueTogether(async () => log.push('d starts'));
    expect(log).toEqual(['a starts', 'b starts']);
    gates.b.resolve();
    await b;
    expect(log).toEqual(['a starts', 'b starts']);
    gates.a.resolve();
    await a;
    await Promise.resolve();
    expect(log).toEqual(['a starts', 'b starts', 'c starts']);
    gates.c.resolve();
    await Promise.all([c, d]);
    expect(log.at(-1)).toBe('d starts');
  });

  test('an abort of one that runs together drops its answer, and the others go on', async () => {
    const queue = new RequestQueue();
    const stop = new AbortController();
    const gate = deferred<number>();
    const dropped = queue.enqueueTogether(() => gate.promise, stop.signal);
    const kept = queue.enqueueTogether(() => Promise.resolve(2));
    stop.abort(new Error('stale'));
    await expect(dropped).rejects.toThrow('stale');
    expect(await kept).toBe(2);
    gate.resolve(1);
  });

  test('work that was given up is waited for, so that questions in quick succession do not pile up', async () => {
    const queue = new RequestQueue();
    const started: number[] = [];
    const gates = [0, 1, 2, 3].map(() => deferred<void>());
    const stops = gates.map(() => new AbortController());
    const answers = gates.map((gate, index) => {
      stops[index - 1]?.abort(new Error('stale'));
      const work = () => {
        started.push(index);
        return gate.promise;
      };
      return queue.enqueueTogether(work, stops[index]?.signal);
    });
    const settled = Promise.allSettled(answers);
    expect(started).toEqual([0]);
    gates[0]?.resolve();
    gates[3]?.resolve();
    expect((await settled).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(started).toEqual([0, 3]);
  });

  test('what stood behind a request that is aborted while it waits starts as soon as it may', async () => {
    const queue = new RequestQueue();
    const gate = deferred<void>();
    const stop = new AbortController();
    const a = queue.enqueueTogether(() => gate.promise);
    const b = queue.enqueue(() => Promise.resolve(), nothing, stop.signal);
    let started = false;
    const c = queue.enqueueTogether(async () => {
      started = true;
    });
    expect(started).toBe(false);
    stop.abort(new Error('stale'));
    expect(started).toBe(true);
    gate.resolve();
    await expect(b).rejects.toThrow('stale');
    await Promise.all([a, c]);
  });

  test('what is behind starts when nothing else waits', async () => {
    const queue = new RequestQueue();
    const log: string[] = [];
    const say = (name: string) => async () => {
      log.push(name);
    };
    const gate = deferred<void>();
    const all = [
      queue.enqueue(() => gate.promise, nothing),
      queue.enqueueBehind(say('behind'), nothing),
      queue.enqueueBehind(say('behind it'), nothing),
      queue.enqueue(say('alone'), nothing),
      queue.enqueueTogether(say('together')),
    ];
    gate.resolve();
    await Promise.all(all);
    expect(log).toEqual(['alone', 'together', 'behind', 'behind it']);
  });

  test('what is behind gives way while it runs, and begins anew', async () => {
    const queue = new RequestQueue();
    const log: string[] = [];
    let stop: (reason: Error) => void = nothing;
    const behind = queue.enqueueBehind(
      () => {
        log.push('behind');
        const { promise, resolve, reject } = deferred<string>();
        stop = reject;
        if (log.length > 1) resolve('answer');
        return promise;
      },
      () => stop(new Error('query was canceled')),
    );
    const asked = [1, 2].map((name) => queue.enqueue(async () => log.push(`asked ${name}`), nothing));
    await Promise.all(asked);
    expect(await behind).toBe('answer');
    expect(log).toEqual(['behind', 'asked 1', 'asked 2', 'behind']);
  });

  test('what is behind, done before it could give way, has its answer', async () => {
    const queue = new RequestQueue();
    const gate = deferred<number>();
    const behind = queue.enqueueBehind(() => gate.promise, nothing);
    const asked = queue.enqueue(() => Promise.resolve(2), nothing);
    gate.resolve(1);
    expect(await Promise.all([behind, asked])).toEqual([1, 2]);
  });

  test('what is behind fails as others do, and an abort ends it also where it has given way', async () => {
    const queue = new RequestQueue();
    await expect(queue.enqueueBehind(() => Promise.reject(new Error('broken')), nothing)).rejects.toThrow(
      'broken',
    );
    const abort = new AbortController();
    let starts = 0;
    let stop: (reason: Error) => void = nothing;
    const behind = queue.enqueueBehind(
      () => {
        starts += 1;
        const { promise, reject } = deferred<void>();
        stop = reject;
        return promise;
      },
      () => stop(new Error('query was canceled')),
      abort.signal,
    );
    const gate = deferred<void>();
    const asked = queue.enqueue(() => gate.promise, nothing);
    await Promise.resolve();
    abort.abort(new Error('stale'));
    await expect(behind).rejects.toThrow('stale');
    gate.resolve();
    await asked;
    expect(starts).toBe(1);
  });

  test('a failed request does not stop the next one', async () => {
    const queue = new RequestQueue();
    const a = queue.enqueue(() => Promise.reject(new Error('broken')), nothing);
    const b = queue.enqueue(() => Promise.resolve(2), nothing);
    await expect(a).rejects.toThrow('broken');
    expect(await b).toBe(2);
  });

  test('a request aborted while it waits rejects at once and never starts', async () => {
    const queue = new RequestQueue();
    const first = deferred<void>();
    const a = queue.enqueue(() => first.promise, nothing);
    const abort = new AbortController();
    let started = false;
    const b = queue.enqueue(
      async () => {
        started = true;
      },
      nothing,
      abort.signal,
    );
    abort.abort(new Error('stale'));
    await expect(b).rejects.toThrow('stale');
    first.resolve();
    await a;
    expect(await queue.enqueue(() => Promise.resolve('next'), nothing)).toBe('next');
    expect(started).toBe(false);
  });

  test('a request aborted while it runs is cancelled and the next one waits until it has settled', async () => {
    const queue = new RequestQueue();
    const work = deferred<void>();
    const abort = new AbortController();
    let cancelled = 0;
    const a = queue.enqueue(
      () => work.promise,
      () => {
        cancelled += 1;
      },
      abort.signal,
    );
    let nextStarted = false;
    const b = queue.enqueue(async () => {
      nextStarted = true;
    }, nothing);
    abort.abort(new Error('stale'));
    await expect(a).rejects.toThrow('stale');
    expect(cancelled).toBe(1);
    expect(nextStarted).toBe(false);
    work.reject(new Error('query was canceled'));
    await b;
    expect(nextStarted).toBe(true);
  });

  test('a signal that was already aborted is refused without starting', async () => {
    const queue = new RequestQueue();
    const abort = AbortSignal.abort(new Error('stale'));
    await expect(queue.enqueue(() => Promise.resolve(1), nothing, abort)).rejects.toThrow('stale');
  });

  test('closing rejects what runs, what waits and what comes later', async () => {
    const queue = new RequestQueue();
    const a = queue.enqueue(() => new Promise(nothing), nothing);
    const b = queue.enqueue(() => Promise.resolve(2), nothing);
    const behind = queue.enqueueBehind(() => Promise.resolve(2), nothing);
    queue.close(new Error('closed'));
    await expect(a).rejects.toThrow('closed');
    await expect(b).rejects.toThrow('closed');
    await expect(behind).rejects.toThrow('closed');
    await expect(queue.enqueue(() => Promise.resolve(3), nothing)).rejects.toThrow('closed');
  });
});
