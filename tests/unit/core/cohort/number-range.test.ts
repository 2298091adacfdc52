import { isInRange, isUpright, type NumberRange } from '@core/cohort/number-range';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const point = (value: number) => ({ lower: value, upper: value });
const range = (
  min: number | null,
  max: number | null,
  open: 'minOpen' | 'maxOpen' | null = null,
): NumberRange => ({
  min,
  max,
  ...(open === null ? {} : { [open]: true }),
});

describe('a number in a range', () => {
  it.each([
    [0.1, range(null, 0.1), true],
    [0.1000001, range(null, 0.1), false],
    [0.1, range(null, 0.1, 'maxOpen'), false],
    [0.1, range(0.1, null), true],
    [0.1, range(0.1, null, 'minOpen'), false],
    [0.1000001, range(0.1, null, 'minOpen'), true],
    [-5, range(null, null), true],
  ])('%d in %o: %s', (value, bounds, expected) => {
    expect(isInRange(point(value), bounds)).toBe(expected);
  });

  it('known within bounds is in, out, or not known', () => {
    const undetected = { lower: 0, upper: 0.02 };
    expect(isInRange(undetected, range(null, 0.1))).toBe(true);
    expect(isInRange(undetected, range(null, 0.02))).toBe(true);
    expect(isInRange(undetected, range(null, 0.02, 'maxOpen'))).toBeNull();
    expect(isInRange(undetected, range(null, 0.01))).toBeNull();
    expect(isInRange(undetected, range(0.1, null))).toBe(false);
    expect(isInRange(undetected, range(0.02, null, 'minOpen'))).toBe(false);
    expect(isInRange({ lower: 12, upper: Number.POSITIVE_INFINITY }, range(12, null))).toBe(true);
    expect(isInRange({ lower: 12, upper: Number.POSITIVE_INFINITY }, range(24, null))).toBeNull();
    expect(isInRange(null, range(null, null))).toBeNull();
  });

  it('is what every value between its bounds says, where they agree', () => {
    const whole = fc.integer({ min: -6, max: 6 });
    fc.assert(
      fc.property(
        whole,
        whole,
        fc.option(whole),
        fc.option(whole),
        fc.boolean(),
        fc.boolean(),
        (a, b, min, max, minOpen, maxOpen) => {
          const bounds = { lower: Math.min(a, b), upper: Math.max(a, b) };
          const wanted: NumberRange = {
            min,
            max,
            ...(minOpen ? { minOpen: true as const } : {}),
            ...(maxOpen ? { maxOpen: true as const } : {}),
          };
          fc.pre(isUpright(wanted));
          const answers = new Set<boolean | null>();
          // Quarters reach into every gap between whole bounds.
          for (let value = bounds.lower; value <= bounds.upper; value += 0.25)
            answers.add(isInRange(point(value), wanted));
          expect(isInRange(bounds, wanted)).toBe(answers.size === 1 ? [...answers][0] : null);
        },
      ),
      { seed: 20260120, numRuns: 2000 },
    );
  });
});
