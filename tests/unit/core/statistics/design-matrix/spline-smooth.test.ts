import { naturalSpline, splineKnots } from '@core/statistics/design-matrix/natural-spline';
import { splineSmooth } from '@core/statistics/design-matrix/spline-smooth';
import { describe, expect, it } from 'vitest';

const x = Array.from({ length: 30 }, (_, at) => (at * 7) % 30);

describe('a smooth line through points', () => {
  it('is the straight line on which they lie, also beyond them', () => {
    const line = splineSmooth(
      x,
      x.map((value) => 3 - 2 * value),
      4,
      [-5, 0, 11.5, 40],
    );
    expect(Array.from(line ?? [], (value) => Number(value.toFixed(8)))).toEqual([13, 3, -20, -77]);
  });

  it('leaves residuals that no column of the spline explains', () => {
    const y = x.map((value) => Math.sin(value) + ((value * 13) % 5));
    const line = splineSmooth(x, y, 4, x);
    const knots = splineKnots(x, 4);
    if (line === null || knots === null) throw new Error('no line');
    const spline = naturalSpline(knots);
    const residuals = y.map((value, at) => value - (line[at] as number));
    expect(residuals.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 8);
    for (let column = 0; column < 4; column++) {
      const product = residuals.reduce(
        (sum, one, at) => sum + one * (spline.at(x[at] as number)[column] as number),
        0,
      );
      expect(product).toBeCloseTo(0, 8);
    }
  });

  it('is none through too few points or values', () => {
    expect(splineSmooth([], [], 4, [0])).toBeNull();
    expect(splineSmooth([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], 4, [0])).toBeNull();
    expect(
      splineSmooth(
        x.map(() => 1),
        x,
        4,
        [0],
      ),
    ).toBeNull();
  });
});
