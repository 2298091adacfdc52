import type { FailureDetails } from '@core/base/app-error';
import { startWorker } from '@data/engine/trusted-worker';
import decodeWorkerUrl from './decode.worker.ts?worker&url';
import type { DecodeReply, DecodeRequest } from './decode-messages';
import type { DecodedFile, DecodeOrder, Decoder } from './decoder';
import { extractFailure } from './failure-code';

/** The script of the decoder, as the browser asks for it. */
export const decoderWorkerAddress = (): string => new URL(decodeWorkerUrl, location.href).href;

/** Milliseconds without an answer after which a decoder is taken for hung, so that a crafted file is refused within 10 s. */
const patience = 8_000;
/** Milliseconds that a decoder may take to start: a slow computer compiles it first. */
const startPatience = 60_000;

/**
 * A decoder in its own worker, thrown away after use: a crafted file can hang or trap it without touching the page or
 * the engine. After a failure or `close` every request rejects with `decoder-stopped`.
 */
export function startDecoder(): Decoder {
  const worker = startWorker(decoderWorkerAddress(), { type: 'module' });
  const waiting: { settle: (reply: DecodeReply) => void; reject: (reason: unknown) => void }[] = [];
  let stopped = false;
  let allowance = startPatience;
  let hung: ReturnType<typeof setTimeout> | undefined;
  let details: FailureDetails = { table: '', file: '' };
  const halted = (cause?: unknown) => extractFailure('decoder-stopped', details, cause);
  const stop = () => {
    stopped = true;
    clearTimeout(hung);
    worker.terminate();
    for (const { reject } of waiting.splice(0)) reject(halted());
  };
  /** Every sign of life gives the decoder its time anew. */
  const watch = () => {
    clearTimeout(hung);
    if (waiting.length > 0) hung = setTimeout(stop, allowance);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeReply>) => {
    if (data.reply === 'ready') allowance = patience;
    else waiting.shift()?.settle(data);
    watch();
  });
  worker.addEventListener('error', stop);
  worker.addEventListener('messageerror', stop);

  const ask = (request: DecodeRequest) =>
    new Promise<DecodeReply>((resolve, reject) => {
      if (stopped) return reject(halted());
      waiting.push({ settle: resolve, reject });
      worker.postMessage(request);
      watch();
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
