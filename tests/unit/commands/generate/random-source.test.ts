import { RandomSource } from '@commands/generate/random-source';
import { expect, test } from 'vitest';

const draws = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
};

test('the same seed and stream give the same numbers', () => {
  const [one, two] = [new RandomSource(7, 3), new RandomSource(7, 3)];
  expect(draws(5, () => one.uniform())).toEqual(draws(5, () => two.uniform()));
});

test('another stream of the same seed gives other numbers', () => {
  const [one, two] = [new RandomSource(7, 3), new RandomSource(7, 4)];
  expect(draws(5, () => one.uniform())).not.toEqual(draws(5, () => two.uniform()));
});

test('neighbouring streams are not correlated', () => {
  const firsts = Array.from({ length: 20_000 }, (_, stream) => new RandomSource(1, stream).uniform());
  const pairs = firsts.slice(1).map((value, index) => (value - 0.5) * ((firsts[index] ?? 0) - 0.5));
  expect(Math.abs(mean(firsts) - 0.5)).toBeLessThan(0.008);
  expect(Math.abs(mean(pairs) * 12)).toBeLessThan(0.03);
});

test('a normal draw has mean 0 and variance 1', () => {
  const random = new RandomSource(1, 1);
  const values = draws(50_000, () => random.normal());
  expect(Math.abs(mean(values))).toBeLessThan(0.02);
  expect(Math.abs(variance(values) - 1)).toBeLessThan(0.03);
});

test.each([0.2, 3, 80])('a Poisson draw of mean %d has that mean and variance', (expected) => {
  const random = new RandomSource(1, 2);
  const values = draws(30_000, () => random.poisson(expected));
  expect(Math.abs(mean(values) / expected - 1)).toBeLessThan(0.03);
  expect(Math.abs(variance(values) / expected - 1)).toBeLessThan(0.05);
});

test('a waiting time of rate 0 never ends', () => {
  expect(new RandomSource(1, 3).waiting(0)).toBe(Number.POSITIVE_INFINITY);
});

test('a weight of 0 is never drawn', () => {
  const random = new RandomSource(1, 4);
  const keys = new Set(draws(2000, () => random.key({ F: 1, M: 0, U: 2 })));
  expect(keys).toEqual(new Set(['F', 'U']));
});
