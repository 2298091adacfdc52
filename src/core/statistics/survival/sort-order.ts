const DIGIT_BITS = 11;
const BUCKETS = 1 << DIGIT_BITS;
const MASK = BUCKETS - 1;
const SHIFTS = [0, DIGIT_BITS, 2 * DIGIT_BITS];
const SMALL = 64;
/** Cells of the coarse grid: no more than the processor writes to at once, and of no fewer values than this each. */
const MOST_CELLS = 1024;
const LEAST_PER_CELL = 1024;
/** How many values share a cell of a fine grid on average. */
const PER_FINE_CELL = 2;
/** Moves per value that sorting by insertion may take: few when the values are spread evenly, many when they are not. */
const MOST_MOVES = 16;

/** Values in ascending order, and the position of each, or the label that was given for it. */
export interface Ascending {
  readonly order: Uint32Array;
  readonly sorted: Float64Array;
}

/**
 * The stable ascending order of numbers: positions such that values[order[0]] ≤ values[order[1]] ≤ ...
 *
 * Values go to the cells of an even grid between the smallest and the largest, those of each cell, which stay in the
 * nearest cache, to a finer grid of as many cells as they need, and by insertion to their place among the few of a fine
 * cell. When they are spread too unevenly for that, the bits of the doubles are radix-sorted. Linear either way.
 * -0 and 0 are the same number. `NaN` is not allowed.
 *
 * @param labels  a number of each value to be carried along in the place of its position
 * @see Knuth, The Art of Computer Programming 3, 5.2.1 (exercise 38) and 5.2.5
 */
export function sortAscending(values: Float64Array, labels?: Uint32Array): Ascending {
  const size = values.length;
  if (size < SMALL) return gathered(values, insertionOrder(values), labels);
  const { low, high } = extremes(values);
  if (low === high) return gathered(values, identity(size), labels);
  const ascending = throughGrids({ order: labels ?? identity(size), sorted: values }, low, high);
  return ascending !== null && settle(ascending) ? ascending : gathered(values, bitOrder(values), labels);
}

/** The order alone. */
export function sortOrder(values: Float64Array): Uint32Array {
  return sortAscending(values).order;
}

function extremes(values: Float64Array) {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

function gathered(values: Float64Array, order: Uint32Array, labels: Uint32Array | undefined): Ascending {
  const sorted = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) sorted[k] = values[order[k] as number] as number;
  return { order: labels === undefined ? order : order.map((i) => labels[i] as number), sorted };
}

function identity(size: number): Uint32Array {
  const order = new Uint32Array(size);
  for (let i = 0; i < size; i++) order[i] = i;
  return order;
}

/** Values and their labels by fine cell, in the given order within one; `null` where no grid divides the range. */
function throughGrids(given: Ascending, low: number, high: number): Ascending | null {
  const size = given.sorted.length;
  const cells = Math.min(MOST_CELLS, Math.ceil(size / LEAST_PER_CELL));
  // Just short of the number of cells, so that the largest value falls into the last one.
  const scale = ((1 - 1e-9) * cells) / (high - low);
  if (!Number.isFinite(scale) || scale === 0) return null;
  const coarse = { order: new Uint32Array(size), sorted: new Float64Array(size) };
  const ends = new Uint32Array(cells);
  toCells(given, coarse, 0, size, { low, scale, offset: 0, factor: 1 }, ends);
  const fine = { order: new Uint32Array(size), sorted: new Float64Array(size) };
  const largest = ends.reduce((most, end, cell) => Math.max(most, end - (ends[cell - 1] ?? 0)), 0);
  const fineEnds = new Uint32Array(Math.ceil(largest / PER_FINE_CELL));
  for (let cell = 0, from = 0; cell < cells; cell++) {
    const to = ends[cell] as number;
    const factor = Math.ceil((to - from) / PER_FINE_CELL);
    const within = fineEnds.subarray(0, factor).fill(0);
    toCells(coarse, fine, from, to, { low, scale, offset: cell, factor }, within);
    from = to;
  }
  return fine;
}

/** The cell of a value: by how far, in units of 1 / scale above low, it lies above the offset, times the factor. */
interface Grid {
  readonly low: number;
  readonly scale: number;
  readonly offset: number;
  readonly factor: number;
}

/**
 * Moves the values at from .. to - 1 to the cells of a grid. Leaves in `ends`, all 0 before, the end of each cell.
 *
 * Its loops are functions of their own: one that is compiled while its first loop runs knows nothing of the next, and
 * is thrown away there, call after call.
 */
function toCells(
  source: Ascending,
  target: Ascending,
  from: number,
  to: number,
  grid: Grid,
  ends: Uint32Array,
): void {
  countCells(source.sorted, from, to, grid, ends);
  countsToStarts(ends, from);
  place(source, target, from, to, grid, ends);
}

function countCells(values: Float64Array, from: number, to: number, grid: Grid, counts: Uint32Array): void {
  const { low, scale, offset, factor } = grid;
  for (let i = from; i < to; i++) {
    const cell = ((((values[i] as number) - low) * scale - offset) * factor) >>> 0;
    counts[cell] = (counts[cell] as number) + 1;
  }
}

function countsToStarts(counts: Uint32Array, from: number): void {
  let start = from;
  for (let cell = 0; cell < counts.length; cell++) {
    const count = counts[cell] as number;
    counts[cell] = start;
    start += count;
  }
}

function place(
  { order, sorted }: Ascending,
  target: Ascending,
  from: number,
  to: number,
  { low, scale, offset, factor }: Grid,
  next: Uint32Array,
): void {
  const { order: targetOrder, sorted: targetSorted } = target;
  for (let i = from; i < to; i++) {
    const value = sorted[i] as number;
    const cell = (((value - low) * scale - offset) * factor) >>> 0;
    const at = next[cell] as number;
    next[cell] = at + 1;
    targetOrder[at] = order[i] as number;
    targetSorted[at] = value;
  }
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
