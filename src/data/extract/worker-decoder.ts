import { startWorker } from '@data/engine/trusted-worker';
import decodeWorkerUrl from './decode.worker.ts?worker&url';
import type { DecodeReply, DecodeRequest } from './decode-messages';
import type { DecodedFile, DecodeOrder, Decoder } from './decoder';
import { extractFailure } from './failure-code';

/** Milliseconds without an answer after which a decoder is taken for hung: some crafted files never end. */
const patience = 60_000;

/**
 * A decoder in its own worker, thrown away after use: a crafted file can hang or trap it without touching the page or
 * the engine. After a failure or `close` every request rejects with `decoder-stopped`.
 */
export function startDecoder(): Decoder {
  const worker = startWorker(new URL(decodeWorkerUrl, location.href).href, { type: 'module' });
  const waiting: { settle: (reply: DecodeReply) => void; reject: (reason: unknown) => void }[] = [];
  let stopped = false;
  const stop = () => {
    stopped = true;
    worker.terminate();
    for (const { reject } of waiting.splice(0)) reject(extractFailure('decoder-stopped'));
  };
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeReply>) => waiting.shift()?.settle(data));
  worker.addEventListener('error', stop);
  worker.addEventListener('messageerror', stop);

  const ask = (request: DecodeRequest) =>
    new Promise<DecodeReply>((resolve, reject) => {
      if (stopped) return reject(extractFailure('decoder-stopped'));
      const hung = setTimeout(stop, patience);
      waiting.push({
        settle: (reply) => {
          clearTimeout(hung);
          resolve(reply);
        },
        reject: (reason) => {
          clearTimeout(hung);
          reject(reason);
        },
      });
      worker.postMessage(request);
    });

  return {
    open: async (order: DecodeOrder): Promise<DecodedFile> => {
      const reply = answered(await ask({ ask: 'open', order }));
      if (reply.reply !== 'opened') throw extractFailure('decoder-stopped');
      return {
        facts: reply.facts,
        next: async () => {
          const next = answered(await ask({ ask: 'next' }));
          if (next.reply !== 'batch') throw extractFailure('decoder-stopped');
          return next.batch;
        },
      };
    },
    close: stop,
  };
}

function answered(reply: DecodeReply): DecodeReply {
  if (reply.reply !== 'failed') return reply;
  throw extractFailure(reply.code, reply.details, new Error(reply.words));
}
