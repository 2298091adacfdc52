import { boundValue, numberType } from '@data/engine/bound-value';
import { describe, expect, test } from 'vitest';

describe('a bound value', () => {
  test.each([
    [null, 'NULL'],
    [true, 'TRUE'],
    [7, "'7'::INTEGER"],
    [-2147483648, "'-2147483648'::INTEGER"],
    [2147483648, "'2147483648'::BIGINT"],
    [0.1, "'0.1'::DOUBLE"],
    [-0, "'-0'::DOUBLE"],
    [1e300, "'1e+300'::DOUBLE"],
    ["it's", "'it''s'::VARCHAR"],
  ])('%s is written as %s', (value, text) => {
    expect(boundValue(value)).toBe(text);
  });

  test('that no statement can hold is refused', () => {
    expect(() => numberType(Number.NaN)).toThrow(RangeError);
    expect(() => boundValue(Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(() => boundValue('a\0b')).toThrow(RangeError);
  });
});
