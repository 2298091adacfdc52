import { buffersOf } from '@session/buffers-of';
import { expect, test } from 'vitest';

test('finds every buffer once, however deep and however often it is used', () => {
  const x = new Float64Array(8);
  const day = Int32Array.of(1, 2);
  const answer = { curves: [{ time: x.subarray(0, 4), again: x }, null], rest: { day, n: 3, words: ['a'] } };
  expect(buffersOf(answer)).toEqual([x.buffer, day.buffer]);
});

test('has nothing to hand over of plain values', () => {
  expect(buffersOf(null)).toEqual([]);
  expect(buffersOf([1, 2, 3])).toEqual([]);
  expect(buffersOf({ text: 'a' })).toEqual([]);
});

test('ends on an answer that holds itself', () => {
  const answer: { self?: object; values: Float64Array } = { values: Float64Array.of(1) };
  answer.self = answer;
  expect(buffersOf(answer)).toEqual([answer.values.buffer]);
});
