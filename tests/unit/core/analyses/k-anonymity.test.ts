import { kAnonymity } from '@core/analyses/k-anonymity';
import { expect, test } from 'vitest';

test('patients are counted by the size of their class, and k is the smallest', () => {
  const found = kAnonymity([
    { size: 1, classes: 2 },
    { size: 4, classes: 3 },
    { size: 5, classes: 1 },
    { size: 12, classes: 2 },
  ]);
  expect(found).toMatchObject({ k: 1, patients: 43, classes: 8 });
  expect(found.bands.map(({ from, to, classes, patients }) => [from, to, classes, patients])).toEqual([
    [1, 1, 2, 2],
    [2, 4, 3, 12],
    [5, 10, 1, 5],
    [11, null, 2, 24],
  ]);
});

test('without a patient there is no k', () => {
  expect(kAnonymity([])).toMatchObject({ k: null, patients: 0, classes: 0 });
});
