import { occupationAt, stateOccupation } from '@core/statistics/survival/state-occupation';
import { expect, test } from 'vitest';

// Four begin in 0, one in 1. At 2, one of four moves 0 → 1 and one of 0 is lost; at 5, one of two in 1 moves on to 2.
const moves = {
  time: [0, 0, 2, 2, 5],
  from: [-1, -1, 0, 0, 1],
  to: [0, 1, 1, -1, 2],
  count: [4, 1, 1, 1, 1],
};

test('five patients by fractions', () => {
  const fit = stateOccupation(moves, 3);
  expect([...fit.time]).toEqual([0, 2, 5]);
  expect(fit.n).toBe(5);
  expect(fit.atRisk.map((risk) => [...risk])).toEqual([
    [0, 4, 2],
    [0, 1, 2],
    [0, 0, 0],
  ]);
  const [zero, one, two] = fit.probability.map((share) => [...share]);
  // 4/5 · (1 − 1/4) = 3/5; 1/5 + 4/5 · 1/4 = 2/5, of which half moves on.
  expect(zero?.[1]).toBeCloseTo(3 / 5, 14);
  expect(one?.[1]).toBeCloseTo(2 / 5, 14);
  expect([zero?.[2], one?.[2], two?.[2]].map((share) => share?.toFixed(12))).toEqual([
    '0.600000000000',
    '0.200000000000',
    '0.200000000000',
  ]);
  // V(0) = p(1-p)/5 for state 0; then (3/4)² · V(0) + (4/5)² · (1/4)(3/4)/4.
  const variance =
    (3 / 4) ** 2 * ((4 / 5) * (1 / 5) * (1 / 5)) + (4 / 5) ** 2 * ((1 / 4) * (3 / 4) * (1 / 4));
  expect(fit.standardError[0]?.[1]).toBeCloseTo(Math.sqrt(variance), 14);
});

test('readings: outside the times there is none, and nobody has no probability', () => {
  const fit = stateOccupation(moves, 3);
  expect(occupationAt(fit, 0, [3])[0]).toMatchObject({
    estimate: fit.probability[0]?.[1],
    n: 5,
    reason: null,
  });
  expect(occupationAt(fit, 0, [6])[0]).toMatchObject({ estimate: null, reason: 'after-last-time' });
  const none = stateOccupation({ time: [], from: [], to: [], count: [] }, 2);
  expect(none.probability.map((share) => share.length)).toEqual([0, 0]);
  expect(occupationAt(none, 0, [1])[0]).toMatchObject({ estimate: null, reason: 'no-subjects' });
});

test('wrong counts are refused', () => {
  const with_ = (change: object) => () => stateOccupation({ ...moves, ...change }, 3);
  expect(with_({ to: [0, 1, 3, -1, 2] })).toThrow('states must be 0 .. 2');
  expect(with_({ from: [-1, -1, 0, -1, 1] })).toThrow('leave or enter');
  expect(with_({ count: [4, 1, 1, 1] })).toThrow('elements');
  expect(with_({ count: [4, 1, -1, 1, 1] })).toThrow('negative');
  expect(with_({ count: [1, 1, 1, 1, 1] })).toThrow('more leave');
});
