import { drift } from '@commands/reference/drift';
import { expect, test } from 'vitest';

const committed = { cases: [{ id: 'a', input: { x: [1, 2] }, expected: { mean: 1.5, values: [1, 2] } }] };

test('the same cases have not drifted', () => {
  expect(drift(committed, structuredClone(committed))).toEqual({ cases: 1, largest: 0, at: '' });
});

test('a value that moved is found and named', () => {
  const moved = { cases: [{ id: 'a', input: { x: [1, 2] }, expected: { mean: 1.5, values: [1, 2.002] } }] };
  const result = drift(committed, moved);
  expect(result.at).toBe('a: values[1]');
  expect(result.largest).toBeCloseTo(0.001, 10);
});

test('another input, another number of cases, and a value that is new or gone are drift', () => {
  const other = { cases: [{ id: 'a', input: { x: [1, 3] }, expected: { mean: 1.5, values: [1, 2] } }] };
  expect(drift(committed, other).largest).toBe(Number.POSITIVE_INFINITY);
  expect(drift(committed, { cases: [] }).largest).toBe(Number.POSITIVE_INFINITY);
  const gone = { cases: [{ id: 'a', input: { x: [1, 2] }, expected: { mean: 1.5 } }] };
  expect(drift(committed, gone).largest).toBe(Number.POSITIVE_INFINITY);
  expect(drift(gone, committed)).toMatchObject({ largest: Number.POSITIVE_INFINITY, at: 'a: new values' });
});

test('cases of a plain function are compared by their value', () => {
  const one = { cases: [{ f: 'normalUpperTail', args: [1], value: 0.5 }] };
  const two = { cases: [{ f: 'normalUpperTail', args: [1], value: 0.51 }] };
  expect(drift(one, two).largest).toBeCloseTo(0.02, 10);
});

test('an infinity is the same infinity, and another one is drift', () => {
  const up = { cases: [{ id: 'a', input: 1, expected: { upper: 'Inf' } }] };
  const down = { cases: [{ id: 'a', input: 1, expected: { upper: '-Inf' } }] };
  expect(drift(up, structuredClone(up)).largest).toBe(0);
  expect(drift(up, down).largest).toBe(Number.POSITIVE_INFINITY);
});
