import { readNumber } from '@view/ui/read-number';
import { describe, expect, it } from 'vitest';

describe('a number as people type it', () => {
  it.each([
    ['0.1', 0.1],
    ['0,1', 0.1],
    [',5', 0.5],
    ['12.', 12],
    ['\u22123', -3],
    ['1\u202f234,5', 1234.5],
    ['', null],
    ['  ', null],
    ['-', undefined],
    ['1e3', undefined],
    ['1,2,3', undefined],
    ['abc', undefined],
  ])('reads %j', (text, number) => {
    expect(readNumber(text)).toBe(number);
  });
});
