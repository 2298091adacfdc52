import { answersOf, names, numbers, table } from '@core/statistics/reference/clinical-input';
import { expect, test } from 'vitest';

test('null is a missing number and infinities are words', () => {
  expect(Array.from(numbers([1, null, 'Inf', '-Inf']))).toEqual([
    1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]);
  expect(names(['a', null])).toEqual(['a', null]);
  expect(table([[1], [2]])).toHaveLength(2);
});

test('nested numbers get dotted names, words are left out', () => {
  expect(answersOf({ estimate: 1, interval: { lower: 0, method: 'wald' }, list: [1, 2], p: null })).toEqual({
    estimate: 1,
    'interval.lower': 0,
    list: [1, 2],
    p: null,
  });
});

test('what is not a list is a broken case', () => {
  expect(() => numbers('1')).toThrow(TypeError);
  expect(() => names(undefined)).toThrow(TypeError);
  expect(() => table({})).toThrow(TypeError);
});
