import { turnbull, turnbullAt } from '@core/statistics/survival/turnbull';
import { turnbullBootstrap } from '@core/statistics/survival/turnbull-bootstrap';
import { expect, test } from 'vitest';

test('two overlapping intervals put all probability where they overlap', () => {
  const fit = turnbull({ lower: [0, 1], upper: [2, 3] });
  expect([Array.from(fit.lower), Array.from(fit.upper), Array.from(fit.mass)]).toEqual([[1], [2], [1]]);
  expect(fit.logLikelihood).toBeCloseTo(0, 14);
});

test('intervals apart are shares', () => {
  const fit = turnbull({ lower: [0, 3, 3, 3], upper: [2, 5, 5, 5] });
  expect(fit.mass[0]).toBeCloseTo(1 / 4, 12);
  expect(fit.survival[0]).toBeCloseTo(3 / 4, 12);
  expect(fit.survival[1]).toBe(0);
});

test('a subject censored at a time is not in the interval that ends there, but in one that begins there', () => {
  // (0, 2] once, (2, 4] once, beyond 2 once: the last one helps (2, 4].
  const fit = turnbull({ lower: [0, 2, 2], upper: [2, 4, Number.POSITIVE_INFINITY] });
  expect(Array.from(fit.mass)[0]).toBeCloseTo(1 / 3, 12);
  expect(Array.from(fit.mass)[1]).toBeCloseTo(2 / 3, 12);
});

test('inside an interval survival is only known to lie between its ends', () => {
  const fit = turnbull({ lower: [0, 3, 5], upper: [2, 5, Number.POSITIVE_INFINITY] });
  const points = turnbullAt(fit, [1, 2, 3, 4, 5, 9]);
  const rounded = points.map(({ lower, upper }) => [
    lower === null ? null : Math.round(lower * 3),
    Math.round((upper ?? -1) * 3),
  ]);
  expect(rounded).toEqual([
    [2, 3],
    [2, 2],
    [2, 2],
    [1, 2],
    [1, 1],
    [null, 1],
  ]);
});

test('nobody has no estimate, and an impossible row is left out and counted', () => {
  const none = turnbull({ lower: [], upper: [] });
  expect([none.mass.length, none.n, none.outcome]).toEqual([0, 0, 'converged']);
  expect(turnbullAt(none, [1])[0]).toEqual({ time: 1, lower: null, upper: null });
  expect(turnbull({ lower: [0, 5, Number.NaN], upper: [2, 3, 4] })).toMatchObject({ rows: 1, excluded: 2 });
  expect(() => turnbull({ lower: [0], upper: [] })).toThrow('upper has 0 elements, lower has 1');
});

test('bootstrap intervals hold the estimate, repeat with their seed, and need their level', () => {
  const dice = () => {
    let state = 7;
    return () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32;
    };
  };
  const rows = {
    lower: Array.from({ length: 30 }, (_, i) => i % 10),
    upper: Array.from({ length: 30 }, (_, i) => (i % 10) + 2),
  };
  const [interval] = turnbullBootstrap(rows, [6], dice(), { replicates: 100 });
  const [point] = turnbullAt(turnbull(rows), [6]);
  expect(interval?.lower).toBeLessThanOrEqual(point?.lower ?? 0);
  expect(interval?.upper).toBeGreaterThanOrEqual(point?.upper ?? 1);
  expect(turnbullBootstrap(rows, [6], dice(), { replicates: 100 })[0]).toEqual(interval);
  expect(() => turnbullBootstrap(rows, [6], dice(), { level: 95 })).toThrow('invalid level');
});
