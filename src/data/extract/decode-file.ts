import { decodeArrow } from './decode-arrow';
import { decodeParquet } from './decode-parquet';
import type { DecodedFile, DecodeOrder } from './decoder';
import { preflight } from './preflight';

/** Opens one file of a table; parquet-wasm must have been initialised. */
export async function decodeFile(order: DecodeOrder): Promise<DecodedFile> {
  await preflight(order);
  return order.format === 'parquet' ? decodeParquet(order) : decodeArrow(order);
}
