const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
const SMALL = 64;

/**
 * The stable ascending order of numbers: positions such that values[order[0]] ≤ values[order[1]] ≤ ...
 *
 * A radix sort on the bits of the doubles: linear in the number of values, whatever their range; digits that all
 * values share are skipped, which makes whole days cheap. -0 and 0 are the same number. `NaN` is not allowed.
 *
 * @see Knuth, The Art of Computer Programming 3, 5.2.5
 */
export function sortOrder(values: Float64Array): Uint32Array<ArrayBuffer> {
  const size = values.length;
  if (size < SMALL) return insertionOrder(values);
  const low = new Uint32Array(size);
  const high = new Uint32Array(size);
  writeKeys(values, low, high);
  let order = new Uint32Array(size);
  let spare = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  for (const [key, shift] of [
    [low, 0],
    [low, 11],
    [low, 22],
    [high, 0],
    [high, 11],
    [high, 22],
  ] as const) {
    if (scatter(key, shift, order, spare)) [order, spare] = [spare, order];
  }
  return order;
}

/** Splits each double into two words whose unsigned order is the numeric order. */
function writeKeys(values: Float64Array, low: Uint32Array, high: Uint32Array): void {
  const one = new Float64Array(1);
  const words = new Uint32Array(one.buffer);
  one[0] = 1;
  const highWord = words[1] === 0 ? 0 : 1;
  for (let i = 0; i < values.length; i++) {
    one[0] = (values[i] as number) + 0;
    const h = words[highWord] as number;
    const l = words[1 - highWord] as number;
    const negative = h >>> 31 === 1;
    high[i] = negative ? ~h >>> 0 : (h | 0x80000000) >>> 0;
    low[i] = negative ? ~l >>> 0 : l;
  }
}

/** One pass of the radix sort; `false` when all values share the digit and nothing had to move. */
function scatter(key: Uint32Array, shift: number, from: Uint32Array, to: Uint32Array): boolean {
  const size = key.length;
  const start = new Uint32Array(BUCKETS);
  const mask = BUCKETS - 1;
  for (let i = 0; i < size; i++) {
    const digit = ((key[i] as number) >>> shift) & mask;
    start[digit] = (start[digit] as number) + 1;
  }
  if (start[((key[0] as number) >>> shift) & mask] === size) return false;
  let sum = 0;
  for (let b = 0; b < BUCKETS; b++) {
    const count = start[b] as number;
    start[b] = sum;
    sum += count;
  }
  for (let i = 0; i < size; i++) {
    const row = from[i] as number;
    const digit = ((key[row] as number) >>> shift) & mask;
    const place = start[digit] as number;
    to[place] = row;
    start[digit] = place + 1;
  }
  return true;
}

function insertionOrder(values: Float64Array): Uint32Array<ArrayBuffer> {
  const order = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    let place = i;
    while (place > 0 && (values[order[place - 1] as number] as number) > value) {
      order[place] = order[place - 1] as number;
      place -= 1;
    }
    order[place] = i;
  }
  return order;
}
