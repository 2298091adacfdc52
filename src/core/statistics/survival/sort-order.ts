const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
const MASK = BUCKETS - 1;
const SHIFTS = [0, DIGIT_BITS, 2 * DIGIT_BITS];
const SMALL = 64;
/** How many values share a cell of the grid on average. */
const PER_CELL = 8;
/** Moves per value that sorting by insertion may take: few when the values are spread evenly, many when they are not. */
const MOST_MOVES = 16;

/** Positions in ascending order, and the values in that order. */
export interface Ascending {
  readonly order: Uint32Array;
  readonly sorted: Float64Array;
}

/**
 * The stable ascending order of numbers: positions such that values[order[0]] ≤ values[order[1]] ≤ ...
 *
 * Values go in one pass to the cells of an even grid between the smallest and the largest, and by insertion to their
 * place among the few of a cell. When they are spread too unevenly for that, the bits of the doubles are radix-sorted.
 * Linear either way. -0 and 0 are the same number. `NaN` is not allowed.
 *
 * @see Knuth, The Art of Computer Programming 3, 5.2.1 (exercise 38) and 5.2.5
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
  const cells = Math.ceil(size / PER_CELL);
  const scale = (cells - 1) / (high - low);
  if (!Number.isFinite(scale) || scale === 0) return gathered(values, bitOrder(values));
  const ascending = intoCells(values, low, scale, cells);
  return settle(ascending) ? ascending : gathered(values, bitOrder(values));
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

/** Values and their positions by cell of the grid, in the given order within a cell. */
function intoCells(values: Float64Array, low: number, scale: number, cells: number): Ascending {
  const size = values.length;
  const start = new Uint32Array(cells + 1);
  for (let i = 0; i < size; i++) {
    const next = ((((values[i] as number) - low) * scale) >>> 0) + 1;
    start[next] = (start[next] as number) + 1;
  }
  for (let cell = 1; cell <= cells; cell++)
    start[cell] = (start[cell] as number) + (start[cell - 1] as number);
  const order = new Uint32Array(size);
  const sorted = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const value = values[i] as number;
    const cell = ((value - low) * scale) >>> 0;
    const place = start[cell] as number;
    start[cell] = place + 1;
    order[place] = i;
    sorted[place] = value;
  }
  return { order, sorted };
}

/** Sorts by insertion what is nearly in order; `false` when it turns out to be too far from it. */
function settle({ order, sorted }: Ascending): boolean {
  const size = order.length;
  let moves = MOST_MOVES * size;
  for (let i = 1; i < size; i++) {
    const value = sorted[i] as number;
    if ((sorted[i - 1] as number) <= value) continue;
    const row = order[i] as number;
    let place = i;
    do {
      order[place] = order[place - 1] as number;
      sorted[place] = sorted[place - 1] as number;
      place -= 1;
    } while (place > 0 && (sorted[place - 1] as number) > value);
    order[place] = row;
    sorted[place] = value;
    moves -= i - place;
    if (moves < 0) return false;
  }
  return true;
}

/** Sorts keys and carries positions along, one stable pass per digit; passes that would move nothing are left out. */
function radixSort(key: Uint32Array, order: Uint32Array): Uint32Array {
  const size = key.length;
  let from = key;
  let rows = order;
  let to: Uint32Array = new Uint32Array(size);
  let toRows: Uint32Array = new Uint32Array(size);
  const start = new Uint32Array(BUCKETS);
  for (const shift of SHIFTS) {
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
  return rows;
}

/** Radix sort on all 64 bits of the doubles: the low word first, then the high one. */
function bitOrder(values: Float64Array): Uint32Array {
  const size = values.length;
  const low = new Uint32Array(size);
  const high = new Uint32Array(size);
  writeKeys(values, low, high);
  const byLow = radixSort(low, identity(size));
  const key = new Uint32Array(size);
  for (let i = 0; i < size; i++) key[i] = high[byLow[i] as number] as number;
  return radixSort(key, byLow);
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
