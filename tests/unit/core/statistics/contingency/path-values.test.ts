import { PathValues } from '@core/statistics/contingency/path-values';
import { expect, test } from 'vitest';

test('equal values are counted, different ones kept apart, also after growing', () => {
  const paths = new PathValues();
  for (let round = 0; round < 3; round++) {
    for (let k = 0; k < 1000; k++) paths.add(-k / 7, 2);
  }
  expect(paths.size).toBe(1000);
  let [sum, count] = [0, 0];
  paths.forEach((value, times) => {
    sum += value;
    count += times;
  });
  expect(count).toBe(6000);
  expect(sum).toBeCloseTo(-(999 * 500) / 7, 8);
});

test('values that differ by rounding only are one value', () => {
  const paths = new PathValues();
  paths.add(0.1 + 0.2, 1);
  paths.add(0.3, 1);
  expect(paths.size).toBe(1);
});
