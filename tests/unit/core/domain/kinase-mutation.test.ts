import {
  drugActivity,
  kinaseDomain,
  kinaseRegions,
  mutationDrugs,
  mutationResidue,
  regionOf,
} from '@core/domain/kinase-mutation';
import { expect, test } from 'vitest';

test('a substitution has a residue, anything else has none', () => {
  expect(['T315I', 'p.E255K', ' F317L '].map(mutationResidue)).toEqual([315, 255, 317]);
  expect(['35INS', 'T315', '', 'inconnu', 'del248-274'].map(mutationResidue)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('regions lie in the domain, apart from each other, both ends included', () => {
  expect([248, 256, 257, 315, 381, 402, 403].map(regionOf)).toEqual([
    'p_loop',
    'p_loop',
    null,
    'gatekeeper',
    'activation_loop',
    'activation_loop',
    null,
  ]);
  let before: number = kinaseDomain.from;
  for (const { from, to } of kinaseRegions) {
    expect(from).toBeGreaterThanOrEqual(before);
    before = to;
  }
  expect(before).toBeLessThanOrEqual(kinaseDomain.to);
});

test('T315I escapes four drugs; what is not listed is not known, and no neighbour is inferred', () => {
  const escapesOf = (variant: string) =>
    mutationDrugs.filter((drug) => drugActivity(variant)[drug]?.activity === 'escapes');
  expect(escapesOf('T315I')).toEqual(['imatinib', 'dasatinib', 'nilotinib', 'bosutinib']);
  expect(['V299L', 'F317L'].map(escapesOf)).toEqual([
    ['dasatinib', 'bosutinib'],
    ['imatinib', 'dasatinib'],
  ]);
  expect(['Y253F', 'Y253H', 'E255K', 'F359V'].map(escapesOf)).toEqual(
    Array(4).fill(['imatinib', 'nilotinib']),
  );
  expect(escapesOf('E255V')).toEqual(['nilotinib']);
  expect(['M244V', 'G250E', 'M351T'].map(escapesOf)).toEqual(Array(3).fill(['imatinib']));
  for (const variant of ['T315A', 'F359I', 'H396R', 'unheard of'])
    expect(Object.values(drugActivity(variant)).every((known) => known === null)).toBe(true);
  expect(drugActivity('T315I').ponatinib).toEqual({ activity: 'active', certainty: 'second_hand' });
  expect(drugActivity('V299L').bosutinib).toEqual({ activity: 'escapes', certainty: 'second_hand' });
  expect(drugActivity('V299L').nilotinib).toBeNull();
});
