import { mean, sampleVariance } from '@core/statistics/descriptive/moments';
import {
  standardisedDifferenceOfMoments,
  standardisedMeanDifference,
} from '@core/statistics/descriptive/standardised-mean-difference';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the standardised mean difference from moments', () => {
  it('is that of the values', () => {
    const sample = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 20 });
    const momentsOf = (values: readonly number[]) => ({
      n: values.length,
      missing: 0,
      mean: mean(values),
      variance: sampleVariance(values),
    });
    fc.assert(
      fc.property(sample, sample, (first, second) => {
        expect(standardisedDifferenceOfMoments(momentsOf(first), momentsOf(second))).toEqual(
          standardisedMeanDifference({ values: first }, { values: second }),
        );
      }),
      { seed: 20260118 },
    );
  });
});
