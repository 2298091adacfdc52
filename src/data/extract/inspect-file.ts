import { initSync } from 'parquet-wasm/esm';
import { inspectParquet } from './decode-parquet';
import type { DecodedFacts, DecodeOrder } from './decoder';
import { preflight } from './preflight';

let isReady = false;

/**
 * What the page sees of a Parquet file before it decodes a row: size and ends, footer, codecs, schema. For programs
 * whose engine reads the rows itself.
 *
 * @param readWasm  reads parquet-wasm's own module; called once
 * @throws AppError as `preflight` and `inspectParquet` do
 */
export async function inspectFile(order: DecodeOrder, readWasm: () => BufferSource): Promise<DecodedFacts> {
  if (!isReady) initSync({ module: readWasm() });
  isReady = true;
  await preflight(order);
  return inspectParquet(order);
}
