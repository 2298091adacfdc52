/**
 * The argument at which an increasing function reaches a target, by bisection kept inside a bracket and
 * hastened by the secant (regula falsi, Illinois rule).
 *
 * @param increasing  increasing on [lower, upper]; its values need not be finite at the ends
 * @returns the lower end when the target lies below the function, the upper end when above
 * @see Dowell & Jarratt 1971, doi:10.1007/BF01934364
 */
export function invertMonotone(
  increasing: (x: number) => number,
  target: number,
  lower: number,
  upper: number,
): number {
  let a = lower;
  let b = upper;
  let fa = increasing(a) - target;
  let fb = increasing(b) - target;
  if (fa >= 0) return a;
  if (fb <= 0) return b;
  for (let step = 0; step < 400; step++) {
    const width = b - a;
    const secant = step % 3 === 2 ? Number.NaN : b - (fb * width) / (fb - fa);
    const x = secant > a && secant < b ? secant : a + width / 2;
    if (x <= a || x >= b) return Math.abs(fa) < Math.abs(fb) ? a : b;
    const fx = increasing(x) - target;
    if (fx === 0) return x;
    if (fx < 0) {
      a = x;
      fa = fx;
      if (fb !== Number.POSITIVE_INFINITY) fb /= 2;
    } else {
      b = x;
      fb = fx;
      if (fa !== Number.NEGATIVE_INFINITY) fa /= 2;
    }
    if (b - a <= 1e-16 * Math.max(Math.abs(a), Math.abs(b))) return x;
  }
  return a + (b - a) / 2;
}
