/**
 * All B-splines of an order (4 = cubic) at one point, or one of their derivatives, by de Boor's recurrence.
 *
 * @param knots  ascending, the outer ones repeated `order` times
 * @param x  within the outer knots; at the last knot the limit from the left is taken
 * @returns knots.length - order values
 * @see de Boor 2001, A Practical Guide to Splines, chapter IX and X
 */
export function bSplines(knots: ArrayLike<number>, x: number, order = 4, derivative = 0): Float64Array {
  const knot = (i: number): number => knots[i] ?? Number.NaN;
  const count = knots.length - order;
  if (derivative > 0) {
    const lower = bSplines(knots, x, order - 1, derivative - 1);
    return Float64Array.from({ length: count }, (_, i) => {
      const left = knot(i + order - 1) - knot(i);
      const right = knot(i + order) - knot(i + 1);
      const rise = left > 0 ? (lower[i] ?? 0) / left : 0;
      const fall = right > 0 ? (lower[i + 1] ?? 0) / right : 0;
      return (order - 1) * (rise - fall);
    });
  }
  let interval = 0;
  for (let i = 0; i < knots.length - 1; i++) if (knot(i) < knot(i + 1) && x >= knot(i)) interval = i;
  let values = new Float64Array(knots.length - 1);
  values[interval] = 1;
  for (let k = 2; k <= order; k++) {
    const next = new Float64Array(knots.length - k);
    for (let i = 0; i < next.length; i++) {
      const left = knot(i + k - 1) - knot(i);
      const right = knot(i + k) - knot(i + 1);
      const rise = left > 0 ? ((x - knot(i)) / left) * (values[i] ?? 0) : 0;
      const fall = right > 0 ? ((knot(i + k) - x) / right) * (values[i + 1] ?? 0) : 0;
      next[i] = rise + fall;
    }
    values = next;
  }
  return values;
}
