import { gradientOf, hessianOf, minimise } from '@core/statistics/mixed-model/minimise';
import { expect, test } from 'vitest';

test('the valley of Rosenbrock ends at (1, 1)', () => {
  const valley = ([x = 0, y = 0]: Float64Array) => 100 * (y - x * x) ** 2 + (1 - x) ** 2;
  const { at, converged } = minimise(valley, [Float64Array.of(-1.2, 1)]);
  expect(converged).toBe(true);
  expect(at[0]).toBeCloseTo(1, 7);
  expect(at[1]).toBeCloseTo(1, 7);
});

test('the lower of two valleys is found from the start that leads there', () => {
  const two = ([x = 0]: Float64Array) => (x * x - 4) ** 2 + x;
  const { at } = minimise(two, [Float64Array.of(2), Float64Array.of(-2)]);
  expect(at[0]).toBeLessThan(-1.9);
});

test('derivatives of a cubic are exact but for rounding', () => {
  const cubic = ([x = 0, y = 0]: Float64Array) => x * x * x + 2 * x * y + 5 * y * y;
  const at = Float64Array.of(1, 2);
  expect(Array.from(gradientOf(cubic, at, 1e-2), (g) => Math.round(g * 1e8) / 1e8)).toEqual([7, 22]);
  expect(Array.from(hessianOf(cubic, at, 1e-2), (h) => Math.round(h * 1e6) / 1e6)).toEqual([6, 2, 2, 10]);
});
