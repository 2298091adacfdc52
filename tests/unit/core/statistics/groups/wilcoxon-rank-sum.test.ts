import { wilcoxonRankSum } from '@core/statistics/groups/wilcoxon-rank-sum';
import { describe, expect, it } from 'vitest';

describe('the rank sum test without its shift', () => {
  it.each([
    [
      [1, 2, 5],
      [3, 4, 6],
    ],
    [
      [1, 1, 2, 2],
      [2, 3, 3],
    ],
  ])('gives the same p for %j and %j', (first, second) => {
    const { shift, ...rest } = wilcoxonRankSum(first, second, { shift: false });
    const { shift: wanted, ...same } = wilcoxonRankSum(first, second);
    expect(rest).toEqual(same);
    expect(shift).toBeNull();
    expect(wanted).not.toBeNull();
  });
});
