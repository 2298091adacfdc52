const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
const MASK = BUCKETS - 1;
const SMALL = 64;
/** Longest run of values that share a 32-bit key and are still sorted by insertion. */
const LONG_RUN = 48;

/** Positions in ascending order, and the values in that order. */
export interface Ascending {
  readonly order: Uint32Array;
  readonly sorted: Float64Array;
}

/**
 * The stable ascending order of numbers: positions such that values[order[0]] ≤ values[order[1]] ≤ ...
 *
 * Values are placed on a grid of up to 2^32 steps between the smallest and the largest and radix-sorted there, which
 * takes two or three passes; the few that share a step are sorted by insertion. When many share one (very uneven
 * values), the bits of the doubles are radix-sorted instead. Linear either way. -0 and 0 are the same number. `NaN` is
 * not allowed.
 *
 * @see Knuth, The Art of Computer Programming 3, 5.2.5
 */
export function sortAscending(values: Float64Array): Ascending {
  const size = values.length;
  if (size < SMALL) return gathered(values, insertionOrder(values));
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < size; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low === high) return gathered(values, identity(size));
  const bits = size <= 1 << 21 ? 22 : 32;
  const scale = (2 ** bits - 1) / (high - low);
  if (!Number.isFinite(scale) || scale === 0) return gathered(values, bitOrder(values));
  const key = new Uint32Array(size);
  for (let i = 0; i < size; i++) key[i] = ((values[i] as number) - low) * scale;
  const keys = radixSort(key, identity(size), bits === 22 ? [0, 11] : [0, 11, 22]);
  const ascending = gathered(values, keys.order);
  return settleTies(ascending, keys.key) ? ascending : gathered(values, bitOrder(values));
}

/** The order alone. */
export function sortOrder(values: Float64Array): Uint32Array {
  return sortAscending(values).order;
}

function gathered(values: Float64Array, order: Uint32Array): Ascending {
  const sorted = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) sorted[k] = values[order[k] as number] as number;
  return { order, sorted };
}

function identity(size: number): Uint32Array {
  const order = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  return order;
}

/** Sorts keys and carries positions along, one stable pass per digit; passes that would move nothing are left out. */
function radixSort(key: Uint32Array, order: Uint32Array, shifts: readonly number[]) {
  const size = key.length;
  let from = key;
  let rows = order;
  let to: Uint32Array = new Uint32Array(size);
  let toRows: Uint32Array = new Uint32Array(size);
  const start = new Uint32Array(BUCKETS);
  for (const shift of shifts) {
    start.fill(0);
    for (let i = 0; i < size; i++) {
      const digit = ((from[i] as number) >>> shift) & MASK;
      start[digit] = (start[digit] as number) + 1;
    }
    if (start[((from[0] as number) >>> shift) & MASK] === size) continue;
    let sum = 0;
    for (let b = 0; b < BUCKETS; b++) {
      const count = start[b] as number;
      start[b] = sum;
      sum += count;
    }
    for (let i = 0; i < size; i++) {
      const k = from[i] as number;
      const digit = (k >>> shift) & MASK;
      const place = start[digit] as number;
      start[digit] = place + 1;
      to[place] = k;
      toRows[place] = rows[i] as number;
    }
    [from, to] = [to, from];
    [rows, toRows] = [toRows, rows];
  }
  return { key: from, order: rows };
}

/** Sorts rows of equal key by their values; `false` when a run is too long and not already in order. */
function settleTies({ order, sorted }: Ascending, key: Uint32Array): boolean {
  const size = key.length;
  let first = 0;
  for (let i = 1; i < size; i++) {
    if (key[i] !== key[i - 1]) {
      first = i;
      continue;
    }
    const value = sorted[i] as number;
    if ((sorted[i - 1] as number) <= value) continue;
    if (i - first > LONG_RUN) return false;
    const row = order[i] as number;
    let place = i;
    while (place > first && (sorted[place - 1] as number) > value) {
      order[place] = order[place - 1] as number;
      sorted[place] = sorted[place - 1] as number;
      place -= 1;
    }
    order[place] = row;
    sorted[place] = value;
  }
  return true;
}

/** Radix sort on all 64 bits of the doubles: the low word first, then the high one. */
function bitOrder(values: Float64Array): Uint32Array {
  const size = values.length;
  const low = new Uint32Array(size);
  const high = new Uint32Array(size);
  writeKeys(values, low, high);
  const byLow = radixSort(low, identity(size), [0, 11, 22]).order;
  const key = new Uint32Array(size);
  for (let i = 0; i < size; i++) key[i] = high[byLow[i] as number] as number;
  return radixSort(key, byLow, [0, 11, 22]).order;
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

function insertionOrder(values: Float64Array): Uint32Array {
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
