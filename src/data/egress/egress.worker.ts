import { hearRefusals } from './refusals';
import { addressOf } from './reserved-name';
import { type Trial, type WorkerWay, workerWays } from './way-out';

/** Tries the ways out of a worker when it is asked, and answers with what became of each. */

const attempts: Readonly<Record<WorkerWay, (address: string) => () => void>> = {
  'worker-fetch': (address) => {
    const stop = new AbortController();
    fetch(address, { mode: 'no-cors', signal: stop.signal }).catch(() => undefined);
    return () => stop.abort();
  },
  'worker-xhr': (address) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.send();
    return () => request.abort();
  },
  'worker-websocket': (address) => {
    const socket = new WebSocket(address.replace(/^http/, 'ws'));
    return () => socket.close();
  },
  'worker-event-source': (address) => {
    const source = new EventSource(address);
    return () => source.close();
  },
};

self.addEventListener('message', async () => {
  const refusals = hearRefusals(self);
  const trials = await Promise.all(
    workerWays.map(async (way): Promise<Trial> => {
      const address = addressOf(way);
      const undo = attempts[way](address);
      const by = await refusals.of(way === 'worker-websocket' ? address.replace(/^http/, 'ws') : address);
      undo();
      return { way, verdict: by === null ? { kind: 'open' } : { kind: 'refused', by } };
    }),
  );
  refusals.close();
  self.postMessage(trials);
});
