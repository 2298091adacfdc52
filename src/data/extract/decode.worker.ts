import { AppError } from '@core/base/app-error';
import initParquet from 'parquet-wasm/esm';
import parquetWasmUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { decodeFile } from './decode-file';
import type { DecodeReply, DecodeRequest } from './decode-messages';
import type { DecodedFile } from './decoder';
import { type ExtractFailureCode, extractFailure } from './failure-code';

/** Megabytes of WebAssembly memory at which decoding is given up: what a file unpacks to is not always announced. */
const mostMegabytes = 1024;

const ready = initParquet({ module_or_path: new URL(parquetWasmUrl, location.href) });
ready.then(
  () => send({ reply: 'ready' }),
  () => undefined,
);
let opened: DecodedFile | null = null;
let place = { table: '', file: '' };

function send(reply: DecodeReply, transfer: Transferable[] = []): void {
  self.postMessage(reply, { transfer });
}

function fail(error: unknown): void {
  opened = null;
  if (error instanceof AppError) {
    const words = error.cause instanceof Error ? error.cause.message : '';
    send({ reply: 'failed', code: error.code as ExtractFailureCode, details: error.details, words });
  } else {
    send({ reply: 'failed', code: 'decoder-stopped', details: {}, words: String(error) });
  }
}

self.addEventListener('message', async ({ data }: MessageEvent<DecodeRequest>) => {
  try {
    const { memory } = await ready;
    if (memory.buffer.byteLength > mostMegabytes * 1024 * 1024) {
      throw extractFailure('too-much-inside', {
        ...place,
        what: 'MB',
        found: Math.round(memory.buffer.byteLength / 1024 / 1024),
        limit: mostMegabytes,
      });
    }
    if (data.ask === 'open') {
      place = { table: data.order.table.name, file: data.order.path };
      opened = await decodeFile(data.order);
      send({ reply: 'opened', facts: opened.facts });
      return;
    }
    const batch = (await opened?.next()) ?? null;
    send({ reply: 'batch', batch }, batch === null ? [] : [batch.bytes.buffer]);
  } catch (error) {
    fail(error);
  }
});

// A damaged page can trap parquet-wasm in a callback of its own: the promise that waits for it never settles.
self.addEventListener('error', (event) => {
  event.preventDefault();
  send({ reply: 'failed', code: 'damaged-file', details: place, words: event.message });
});
