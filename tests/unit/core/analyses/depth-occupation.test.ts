import { depthOccupation, fewFollowed } from '@core/analyses/depth-occupation';
import { depthStates } from '@core/cohort/depth-course';
import { expect, test } from 'vitest';

const at = (state: (typeof depthStates)[number]) => depthStates.indexOf(state);

// 20 begin above MMR; on day 100 12 reach MMR; on day 200 2 of them die and 4 of those above MMR are lost; all others end on day 400.
const table = {
  currentMonths: 9,
  excluded: [{ reason: 'no_tki', patients: 3 }],
  moves: [
    { day: 0, from: -1, to: at('above_mmr'), patients: 20 },
    { day: 100, from: at('above_mmr'), to: at('MMR'), patients: 12 },
    { day: 200, from: at('MMR'), to: at('dead'), patients: 2 },
    { day: 200, from: at('above_mmr'), to: -1, patients: 4 },
    { day: 400, from: at('MMR'), to: -1, patients: 10 },
    { day: 400, from: at('above_mmr'), to: -1, patients: 4 },
  ],
} as const;

test('the shares of twenty patients, month by month', () => {
  const depth = depthOccupation(table);
  expect(depth.patients).toBe(20);
  expect(depth.readings).toHaveLength(14);
  expect(depth.readings[3]?.shares).toMatchObject({ above_mmr: 1, MMR: 0, dead: 0 });
  const year = depth.readings[12];
  // Nobody was censored before day 200: 12/20 · 10/12 in MMR, 2/20 dead.
  expect(year?.shares.MMR).toBeCloseTo(10 / 20, 12);
  expect(year?.shares.dead).toBeCloseTo(2 / 20, 12);
  expect(year?.shares.above_mmr).toBeCloseTo(8 / 20, 12);
  expect([depth.readings[0]?.followed, depth.readings[6]?.followed, year?.followed]).toEqual([20, 20, 14]);
});

test('at every month the shares add up to 1, and the table says how sure they are', () => {
  const depth = depthOccupation(table);
  for (const { shares } of depth.readings)
    expect(depthStates.reduce((sum, state) => sum + shares[state], 0)).toBeCloseTo(1, 12);
  const [, three, six] = depth.landmarks;
  expect(three?.month).toBe(3);
  // Day 182: 12 of 20 in MMR, nobody lost.
  expect(six?.states.MMR.estimate).toBeCloseTo(12 / 20, 12);
  expect(six?.states.MMR.standardError).toBeCloseTo(Math.sqrt((0.6 * 0.4) / 20), 12);
  expect(six?.states.MMR.interval).toMatchObject({ level: 0.95, method: 'log' });
});

test('the picture ends where few are followed, and nobody has none', () => {
  const small = table.moves.map((move) => ({ ...move, patients: Math.ceil(move.patients / 2) }));
  const depth = depthOccupation({ ...table, moves: small });
  expect(small[0]?.patients).toBe(fewFollowed);
  expect(depth.readings.at(-1)?.month).toBe(6);
  const none = depthOccupation({ ...table, moves: [] });
  expect(none).toMatchObject({ patients: 0, readings: [], landmarks: [] });
});
