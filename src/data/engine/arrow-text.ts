import type { Data, Utf8 } from 'apache-arrow';

/** Texts that are remembered; beyond, one takes the place of another. */
const places = 512;
/** Bytes of the longest text that is remembered: longer ones are hardly written twice. */
const longest = 64;

const decoder = new TextDecoder();

/**
 * The texts of a column, `null` where there is none. A text that stands in it again and again, as codes do, is decoded once: making
 * a string takes ten times as long as comparing its bytes.
 *
 * @param rows  how many there are
 */
export function textsOf(column: Data<Utf8>, rows: number): (string | null)[] {
  const { values, valueOffsets: begins } = column;
  const known = new Array<string | null>(places).fill(null);
  const knownAt = new Int32Array(places);
  const knownBytes = new Int32Array(places).fill(-1);
  const texts = new Array<string | null>(rows).fill(null);
  const hasNulls = column.nullCount > 0;
  for (let row = 0; row < rows; row++) {
    if (hasNulls && !column.getValid(row)) continue;
    const at = begins[row] as number;
    const bytes = (begins[row + 1] as number) - at;
    if (bytes > longest) {
      texts[row] = decoder.decode(values.subarray(at, at + bytes));
      continue;
    }
    let hash = bytes;
    for (let k = 0; k < bytes; k++) hash = (Math.imul(hash, 31) + (values[at + k] as number)) | 0;
    const place = (hash ^ (hash >>> 9)) & (places - 1);
    if (knownBytes[place] !== bytes || !areEqual(values, at, knownAt[place] as number, bytes)) {
      known[place] = decoder.decode(values.subarray(at, at + bytes));
      knownAt[place] = at;
      knownBytes[place] = bytes;
    }
    texts[row] = known[place] as string | null;
  }
  return texts;
}

function areEqual(values: Uint8Array, a: number, b: number, bytes: number): boolean {
  for (let k = 0; k < bytes; k++) if (values[a + k] !== values[b + k]) return false;
  return true;
}
