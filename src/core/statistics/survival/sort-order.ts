const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
const MASK = BUCKETS - 1;
const SMALL = 64;
/** Longest run of values that share a 32-bit key and are still sorted by insertion. */
const LONG_RUN = 48;

/**
 * The stable ascending order of numbers: positions such that values[order[0]] ≤ values[order[1]] ≤ ...
 *
 * Values are placed on a grid of 2^32 steps between the smallest and the largest and radix-sorted there, which takes
 * three passes; the few that share a step are sorted by insertion. When many share one (very uneven values), the bits
 * of the doubles are radix-sorted instead. Linear either way. -0 and 0 are the same number. `NaN` is not allowed.
 *
 * @see Knuth, The Art of Computer Programming 3, 5.2.5
 */
export function sortOrder(values: Float64Array): Uint32Array {
  const size = values.length;
  if (size < SMALL) return insertionOrder(values);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < size; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low === high) return identity(size);
  const scale = 4294967295 / (high - low);
  if (!Number.isFinite(scale) || scale === 0) return bitOrder(values);
  const key = new Uint32Array(size);
  for (let i = 0; i < size; i++) key[i] = ((values[i] as number) - low) * scale;
  const sorted = radixSort(key, identity(size), [0, 11, 22]);
  return settleTies(values, sorted.key, sorted.order) ? sorted.order : bitOrder(values);
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
function settleTies(values: Float64Array, key: Uint32Array, order: Uint32Array): boolean {
  const size = key.length;
  for (let first = 0; first < size; ) {
    let next = first + 1;
    while (next < size && key[next] === key[first]) next += 1;
    for (let i = first + 1; i < next; i++) {
      const row = order[i] as number;
      const value = values[row] as number;
      if ((values[order[i - 1] as number] as number) <= value) continue;
      if (next - first > LONG_RUN) return false;
      let place = i;
      while (place > first && (values[order[place - 1] as number] as number) > value) {
        order[place] = order[place - 1] as number;
        place -= 1;
      }
      order[place] = row;
    }
    first = next;
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
