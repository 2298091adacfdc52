/** Columns that one kernel takes at once: so many sums stay in the processor's registers. */
const PANEL = 3;

/** Rows after which the next panel reads the same rows again: they are still in the nearest cache. */
const BLOCK = 512;

/**
 * Adds Σ w x to `sums` and Σ w x x' to `products`, its lower triangle row by row, over rows of `size` numbers.
 *
 * @param x  rows, one after the other; @param w  their weights; @param count  number of rows
 */
export function addWeightedProducts(
  x: Float64Array,
  w: Float64Array,
  count: number,
  size: number,
  sums: Float64Array,
  products: Float64Array,
): void {
  for (let first = 0; first < count; first += BLOCK) {
    const end = Math.min(count, first + BLOCK);
    for (let a = 0; a < size; a += PANEL) {
      addWithin(x, w, first, end, size, a, sums, products);
      for (let b = 0; b < a; b += PANEL) addBetween(x, w, first, end, size, a, b, products);
    }
  }
}

/** The columns a, a + 1, a + 2 by themselves; a column past the last stands for the last and is not written. */
function addWithin(
  x: Float64Array,
  w: Float64Array,
  first: number,
  end: number,
  size: number,
  a: number,
  sums: Float64Array,
  products: Float64Array,
): void {
  const second = Math.min(1, size - 1 - a);
  const third = Math.min(2, size - 1 - a);
  let [s0, s1, s2] = [0, 0, 0];
  let [p00, p10, p11, p20, p21, p22] = [0, 0, 0, 0, 0, 0];
  for (let i = first, at = first * size + a; i < end; i++, at += size) {
    const v = w[i] as number;
    const x0 = x[at] as number;
    const x1 = x[at + second] as number;
    const x2 = x[at + third] as number;
    s0 += v * x0;
    s1 += v * x1;
    s2 += v * x2;
    p00 += v * x0 * x0;
    p10 += v * x1 * x0;
    p11 += v * x1 * x1;
    p20 += v * x2 * x0;
    p21 += v * x2 * x1;
    p22 += v * x2 * x2;
  }
  add(sums, a, s0);
  add(products, a * size + a, p00);
  if (second < 1) return;
  add(sums, a + 1, s1);
  add(products, (a + 1) * size + a, p10);
  add(products, (a + 1) * size + a + 1, p11);
  if (third < 2) return;
  add(sums, a + 2, s2);
  add(products, (a + 2) * size + a, p20);
  add(products, (a + 2) * size + a + 1, p21);
  add(products, (a + 2) * size + a + 2, p22);
}

/** The columns a, a + 1, a + 2, as far as there are such, by the columns b, b + 1, b + 2. */
function addBetween(
  x: Float64Array,
  w: Float64Array,
  first: number,
  end: number,
  size: number,
  a: number,
  b: number,
  products: Float64Array,
): void {
  const second = Math.min(1, size - 1 - a);
  const third = Math.min(2, size - 1 - a);
  const left = b - a;
  let [p00, p01, p02] = [0, 0, 0];
  let [p10, p11, p12] = [0, 0, 0];
  let [p20, p21, p22] = [0, 0, 0];
  for (let i = first, at = first * size + a; i < end; i++, at += size) {
    const v = w[i] as number;
    const y0 = x[at + left] as number;
    const y1 = x[at + left + 1] as number;
    const y2 = x[at + left + 2] as number;
    const x0 = v * (x[at] as number);
    const x1 = v * (x[at + second] as number);
    const x2 = v * (x[at + third] as number);
    p00 += x0 * y0;
    p01 += x0 * y1;
    p02 += x0 * y2;
    p10 += x1 * y0;
    p11 += x1 * y1;
    p12 += x1 * y2;
    p20 += x2 * y0;
    p21 += x2 * y1;
    p22 += x2 * y2;
  }
  addThree(products, a * size + b, p00, p01, p02);
  if (second === 1) addThree(products, (a + 1) * size + b, p10, p11, p12);
  if (third === 2) addThree(products, (a + 2) * size + b, p20, p21, p22);
}

function add(target: Float64Array, at: number, value: number): void {
  target[at] = (target[at] as number) + value;
}

function addThree(target: Float64Array, at: number, first: number, second: number, third: number): void {
  add(target, at, first);
  add(target, at + 1, second);
  add(target, at + 2, third);
}
