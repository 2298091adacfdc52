import { leftCensoredQuantiles } from '@core/statistics/survival/left-censored-quantile';
import { describe, expect, test } from 'vitest';

const quantile = (value: readonly number[], detected: readonly number[], probability = 0.5) =>
  leftCensoredQuantiles({ value, detected }, [probability])[0];

describe('quantiles of left-censored values, by hand', () => {
  test('a value below 2 among 1, 3 and 4: half lies at or below 3', () => {
    // From above: below 4 are 3/4, below 3 are 1/2, below 1 nothing. At one half exactly: between 3 and 1.
    expect(quantile([1, 2, 3, 4], [1, 0, 1, 1])?.estimate).toEqual({ kind: 'at', value: 2 });
    expect(quantile([1, 2, 3, 4], [1, 0, 1, 1], 0.6)?.estimate).toEqual({ kind: 'at', value: 3 });
  });

  test('a value below 3.5 among 1, 3 and 4 is shared out over 1 and 3', () => {
    // Below 4 are 3/4, below 3 are 3/4 · 1/2 = 3/8.
    expect(quantile([1, 3, 3.5, 4], [1, 1, 0, 1])?.estimate).toEqual({ kind: 'at', value: 3 });
    expect(quantile([1, 3, 3.5, 4], [1, 1, 0, 1], 0.375)?.estimate).toEqual({ kind: 'at', value: 2 });
    expect(quantile([1, 3, 3.5, 4], [1, 1, 0, 1], 0.37)?.estimate).toEqual({ kind: 'at', value: 1 });
  });

  test('without censoring the median is the usual one', () => {
    expect(quantile([5, 1, 3], [1, 1, 1])?.estimate).toEqual({ kind: 'at', value: 3 });
    expect(quantile([5, 1, 3, 4], [1, 1, 1, 1])?.estimate).toEqual({ kind: 'at', value: 3.5 });
  });

  test('where most lie below, the quantile is below the smallest value or below its own limit', () => {
    expect(quantile([5, 5, 5, 7], [0, 0, 0, 1])?.estimate).toEqual({ kind: 'below', value: 5 });
    // 2 of 4 limits are at most 2: whatever the values are, the median is less.
    expect(quantile([1, 2, 6, 3], [0, 0, 0, 1])?.estimate).toEqual({ kind: 'below', value: 2 });
    expect(quantile([1, 2, 6, 8], [0, 0, 0, 0])).toMatchObject({
      estimate: { kind: 'below', value: 2 },
      lower: { kind: 'below', value: 2 },
      upper: { kind: 'below', value: 8 },
      n: 4,
      censored: 4,
    });
  });

  test('a limit equal to a value counts as below it', () => {
    expect(quantile([3, 3, 3], [1, 1, 0], 0.3)?.estimate).toEqual({ kind: 'below', value: 3 });
    expect(quantile([3, 3, 3], [1, 1, 0], 0.34)?.estimate).toEqual({ kind: 'at', value: 3 });
  });

  test('nothing measured at all has no quantile', () => {
    expect(quantile([], [])).toMatchObject({ estimate: null, lower: null, upper: null, reason: 'no-values' });
  });

  test('what is not a probability, a code or a length is refused', () => {
    expect(() => quantile([1], [1], 0)).toThrow('probability must be in (0, 1)');
    expect(() => quantile([1], [1], 1)).toThrow('probability must be in (0, 1)');
    expect(() => quantile([1], [2])).toThrow(RangeError);
    expect(() => quantile([1, 2], [1])).toThrow(RangeError);
  });
});
