import { checkSummary } from '@features/numbers/check-summary';
import { deviationText } from '@features/numbers/deviation-text';
import type { MethodCheck } from '@session/use-reference-check';
import { expect, test } from 'vitest';

const judged = (fallen: number): MethodCheck => ({
  kind: 'judged',
  method: 'cox',
  verdict: {
    method: 'cox',
    cases: 3,
    values: 40,
    largest: fallen === 0 ? 1e-12 : 0.1,
    tolerance: 1e-9,
    versions: { R: '4.2.2' },
    fallen: Array.from({ length: fallen }, (_, i) => ({
      id: `case ${i}`,
      at: 'coefficient[0]',
      deviation: 0.1,
    })),
  },
});

test('methods that wait or are being recomputed count nowhere', () => {
  const summary = checkSummary([
    { kind: 'waiting', method: 'roc' },
    { kind: 'working', method: 'turnbull', done: 1, cases: 4 },
    judged(0),
  ]);
  expect(summary).toEqual({ finished: 1, cases: 3, values: 40, disagreeing: [] });
});

test('a fallen case and cases that cannot be read both disagree', () => {
  const methods: MethodCheck[] = [judged(0), judged(1), { kind: 'unreadable', method: 'roc' }];
  const { finished, disagreeing } = checkSummary(methods);
  expect(finished).toBe(3);
  expect(disagreeing).toEqual(methods.slice(1));
});

test.each([
  [0, '0'],
  [3.25e-13, '3.3e-13'],
  [1.0000000000000001e-9, '1e-9'],
  [Number.POSITIVE_INFINITY, '∞'],
])('a deviation of %d is written %s', (deviation, text) => {
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat('en', options).format(value);
  expect(deviationText(number, deviation)).toBe(text);
});
