import { mutationMap } from '@core/analyses/mutation-map';
import { expect, test } from 'vitest';

test('variants stand along the domain with their patients, and one without a place comes last', () => {
  const map = mutationMap({
    carriers: 6,
    rows: [
      { variant: '35INS', lastTki: null, patients: 1 },
      { variant: 'T315I', lastTki: 'imatinib', patients: 2 },
      { variant: 'T315I', lastTki: 'dasatinib', patients: 3 },
      { variant: 'E255V', lastTki: 'imatinib', patients: 1 },
      { variant: 'E255K', lastTki: 'imatinib', patients: 1 },
    ],
  });
  expect(map.variants.map(({ variant, patients, region }) => [variant, patients, region])).toEqual([
    ['E255K', 1, 'p_loop'],
    ['E255V', 1, 'p_loop'],
    ['T315I', 5, 'gatekeeper'],
    ['35INS', 1, null],
  ]);
  expect(map.variants[2]?.foundAfter.map(({ drug }) => drug)).toEqual(['dasatinib', 'imatinib']);
  expect(mutationMap({ carriers: 0, rows: [] }).variants).toEqual([]);
});
