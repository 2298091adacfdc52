import {
  barsPath,
  brushedNumbers,
  drawnTo,
  gripAt,
  placesOf,
  rangeOf,
} from '@features/cohort-builder/charts/brush-range';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ages = { start: 18, end: 94, decimals: 0 };
const years = { start: 0, end: 25, decimals: 1 };

describe('the brush of a histogram', () => {
  it('takes every whole number that it touches', () => {
    const place = (age: number) => (age - 18) / 76;
    expect(brushedNumbers(ages, place(40.5), place(65.5))).toEqual([40, 65]);
    expect(brushedNumbers(ages, place(65), place(40))).toEqual([40, 64]);
    expect(brushedNumbers(ages, place(50), place(50))).toEqual([50, 50]);
    expect(brushedNumbers(ages, -3, 7)).toEqual([18, 93]);
  });

  it('rounds other numbers to the decimals that are shown', () => {
    expect(brushedNumbers(years, 0.1, 0.5)).toEqual([2.5, 12.5]);
  });

  it('finds the place of what it chose', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b) => {
          for (const scale of [ages, years]) {
            const [from, to] = brushedNumbers(scale, a, b);
            expect(from).toBeLessThanOrEqual(to);
            const [start, end] = placesOf(scale, from, to);
            const middle = scale.decimals === 0 ? 0.5 / (scale.end - scale.start) : 0;
            expect(brushedNumbers(scale, start + middle, end - middle)).toEqual([from, to]);
          }
        },
      ),
    );
  });

  it('makes no bound at an end of the histogram, and no rule of all of it', () => {
    expect(rangeOf(ages, 18, 65)).toEqual({ min: null, max: 65 });
    expect(rangeOf(ages, 40, 93)).toEqual({ min: 40, max: null });
    expect(rangeOf(ages, 18, 93)).toBeNull();
  });

  it('takes hold of an edge, of the part chosen, or begins anew', () => {
    const chosen = [0.2, 0.6] as const;
    expect(gripAt(0.21, chosen, 0.02)).toBe('start');
    expect(gripAt(0.59, chosen, 0.02)).toBe('end');
    expect(gripAt(0.4, chosen, 0.02)).toBe('move');
    expect(gripAt(0.9, chosen, 0.02)).toBe('new');
    expect(gripAt(0.4, null, 0.02)).toBe('new');
    expect(drawnTo('start', 0.2, 0.3, chosen)).toEqual([0.3, 0.6]);
    expect(drawnTo('end', 0.6, 0.9, chosen)).toEqual([0.2, 0.9]);
    expect(drawnTo('new', 0.8, 0.9, chosen)).toEqual([0.8, 0.9]);
    const [start, end] = drawnTo('move', 0.4, 0.9, chosen);
    expect(start).toBeCloseTo(0.6);
    expect(end).toBeCloseTo(1);
  });

  it('draws bars as one path', () => {
    expect(barsPath([1, 0], 2)).toBe('M0 100V50.00H0.92V100H1V100.00H1.92V100H2Z');
    expect(barsPath([], 0)).toBe('');
  });
});
