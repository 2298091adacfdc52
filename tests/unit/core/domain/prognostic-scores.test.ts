import { euroGroup, euroScore } from '@core/domain/euro';
import { eutosGroup, eutosScore } from '@core/domain/eutos';
import { sokalGroup, sokalScore } from '@core/domain/sokal';
import { describe, expect, it } from 'vitest';

/** Seven patients, computed independently from the published formulas; D and E straddle the three steps of Euro. */
const vectors = [
  ['A', [35, 0, 350, 0, 2, 2], [0.547907, 'low'], [82.6, 'low'], [14, 'low']],
  ['B', [58, 5, 450, 2, 3, 4], [1.046807, 'intermediate'], [1321.2, 'intermediate'], [48, 'low']],
  ['C', [72, 12, 1600, 6, 5, 10], [5.523187, 'high'], [3027, 'high'], [118, 'high']],
  ['D', [49, 0, 1499, 1, 0, 2.9], [1.591323, 'high'], [58.4, 'low'], [20.3, 'low']],
  ['E', [50, 0, 1500, 1, 0, 3], [1.611743, 'high'], [2024.5, 'high'], [21, 'low']],
  ['F', [65, 15, 150, 1, 2, 4], [1.369141, 'high'], [1641.5, 'high'], [88, 'high']],
  ['G', [80, 0, 300, 0, 1, 1], [0.911997, 'intermediate'], [707.9, 'low'], [7, 'low']],
] as const;

type Given = (typeof vectors)[number][1];

const inputsOf = ([ageYears, spleenCm, plateletsGL, blastsPct, eosinophilsPct, basophilsPct]: Given) => ({
  ageYears,
  spleenCm,
  plateletsGL,
  blastsPct,
  eosinophilsPct,
  basophilsPct,
});

function expectScore(score: number | null, group: string | null, [value, risk]: readonly [number, string]) {
  expect(Math.abs((score ?? 0) / value - 1)).toBeLessThan(1e-6);
  expect(group).toBe(risk);
}

describe('the prognostic scores', () => {
  it.each(vectors)('of patient %s are those of the formulas', (_id, given, sokal, euro, eutos) => {
    const inputs = inputsOf(given);
    expectScore(sokalScore(inputs), sokalGroup(sokalScore(inputs)), sokal);
    expectScore(euroScore(inputs), euroGroup(euroScore(inputs)), euro);
    expectScore(eutosScore(inputs), eutosGroup(eutosScore(inputs)), eutos);
  });

  const complete = inputsOf(vectors[1][1]);
  it.each([
    ['ageYears', [null, null, 48]],
    ['spleenCm', [null, null, null]],
    ['plateletsGL', [null, null, 48]],
    ['blastsPct', [null, null, 48]],
    ['eosinophilsPct', [1.046807, null, 48]],
    ['basophilsPct', [1.046807, null, null]],
  ] as const)('are not computable without what they ask for: %s', (missing, expected) => {
    const inputs = { ...complete, [missing]: null };
    const found = [sokalScore(inputs), euroScore(inputs), eutosScore(inputs)];
    expect(found.map((score) => (score === null ? null : Number(score.toFixed(6))))).toEqual(expected);
  });

  it('take a spleen of 0 cm for what it is, not for a missing one', () => {
    const inputs = { ...complete, spleenCm: 0 };
    expect([sokalScore(inputs), euroScore(inputs), eutosScore(inputs)]).not.toContain(null);
  });

  it('are not computable when the number is too large to exist: platelets recorded per µL', () => {
    expect(sokalScore({ ...complete, plateletsGL: 350_000 })).toBeNull();
  });

  it('put each limit into the group that the papers do', () => {
    expect([0.7999999, 0.8, 1.2, 1.2000001].map(sokalGroup)).toEqual([
      'low',
      'intermediate',
      'intermediate',
      'high',
    ]);
    expect([780, 780.0001, 1480, 1480.0001].map(euroGroup)).toEqual([
      'low',
      'intermediate',
      'intermediate',
      'high',
    ]);
    expect([eutosScore({ spleenCm: 13, basophilsPct: 5 }), 87, 87.0001, 88].map(eutosGroup)).toEqual([
      'low',
      'low',
      'high',
      'high',
    ]);
    expect([sokalGroup(null), euroGroup(null), eutosGroup(null)]).toEqual([null, null, null]);
  });
});
