import type { FailureDetails } from '@core/base/app-error';
import { startWorker } from '@data/engine/trusted-worker';
import decodeWorkerUrl from './decode.worker.ts?worker&url';
import type { DecodeReply, DecodeRequest } from './decode-messages';
import type { DecodedFile, DecodeOrder, Decoder } from './decoder';
import { extractFailure } from './failure-code';

/** The script of the decoder, as the browser asks for it. */
export const decoderWorkerAddress = (): string => new URL(decodeWorkerUrl, location.href).href;

/** Milliseconds without an answer after which a decoder is taken for hung: some crafted files never end. */
const patience = 60_000;

/**
 * A decoder in its own worker, thrown away after use: a crafted file can hang or trap it without touching the page or
 * the engine. After a failure or `close` every request rejects with `decoder-stopped`.
 */
export function startDecoder(): Decoder {
  const worker = startWorker(decoderWorkerAddress(), { type: 'module' });
  const waiting: { settle: (reply: DecodeReply) => void; reject: (reason: unknown) => void }[] = [];
  let stopped = false;
  let details: FailureDetails = { table: '', file: '' };
  const halted = (cause?: unknown) => extractFailure('decoder-stopped', details, cause);
  const stop = () => {
    stopped = true;
    worker.terminate();
    for (const { reject } of waiting.splice(0)) reject(halted());
  };
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeReply>) => waiting.shift()?.settle(data));
  worker.addEventListener('error', stop);
  worker.addEventListener('messageerror', stop);

  const ask = (request: DecodeRequest) =>
    new Promise<DecodeReply>((resolve, reject) => {
      if (stopped) return reject(halted());
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

  const answered = (reply: DecodeReply): DecodeReply => {
    if (reply.reply !== 'failed') return reply;
    throw reply.code === 'decoder-stopped'
      ? halted(new Error(reply.words))
      : extractFailure(reply.code, reply.details, new Error(reply.words));
  };

  return {
    open: async (order: DecodeOrder): Promise<DecodedFile> => {
      details = { table: order.table.name, file: order.path };
      const reply = answered(await ask({ ask: 'open', order }));
      if (reply.reply !== 'opened') throw halted();
      return {
        facts: reply.facts,
        next: async () => {
          const next = answered(await ask({ ask: 'next' }));
          if (next.reply !== 'batch') throw halted();
          return next.batch;
        },
      };
    },
    close: stop,
  };
}
