import { markerSample } from '@core/statistics/roc/marker-sample';
import { expect, test } from 'vitest';

test('subjects are split by outcome, missing ones counted, and lower markers turned', () => {
  const { events, controls, missing } = markerSample([1, 2, Number.NaN, 4], [0, 1, 1, Number.NaN], 'lower');
  expect(Array.from(events)).toEqual([-2]);
  expect(Array.from(controls)).toEqual([-1]);
  expect(missing).toBe(2);
});
