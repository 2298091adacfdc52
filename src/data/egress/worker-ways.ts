import { startWorker } from '@data/engine/trusted-worker';
import egressWorkerUrl from './egress.worker.ts?worker&url';
import { patience } from './refusals';
import { type Trial, workerWays } from './way-out';

/** The script of the worker that tries, as the browser asks for it. */
export const egressWorkerAddress = (): string => new URL(egressWorkerUrl, location.href).href;

/** Tries the ways out of a worker of the app; one that does not start or answer leaves every way open to doubt. */
export function tryWorkerWays(): Promise<readonly Trial[]> {
  const worker = startWorker(egressWorkerAddress(), { type: 'module' });
  const doubted = workerWays.map((way): Trial => ({ way, verdict: { kind: 'open' } }));
  return new Promise<readonly Trial[]>((resolve) => {
    const late = setTimeout(() => resolve(doubted), 5 * patience);
    worker.addEventListener('error', () => resolve(doubted));
    worker.addEventListener('message', ({ data }: MessageEvent<readonly Trial[]>) => {
      clearTimeout(late);
      resolve(data);
    });
    worker.postMessage('try');
  }).finally(() => worker.terminate());
}
