import { defaultPolicy } from '@core/disclosure/policy';
import { type Exit, midpoint, releaseExits } from '@core/disclosure/released-exits';
import { kaplanMeier } from '@core/statistics/survival/kaplan-meier';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const frame = { causes: 2, daysPerMonth: 30 };
const exit = fc.record({
  day: fc.nat(900),
  cause: fc.nat(2),
  patients: fc.integer({ min: 1, max: 12 }),
});
const curves = fc.array(exit, { minLength: 20, maxLength: 120 });
const released = (exits: readonly Exit[]) => {
  const curve = releaseExits(exits, false, frame);
  return curve.kind === 'released' ? curve.curve : null;
};

describe('a count told as the middle of its class', () => {
  it('is that of the classes 0, 1 to 21, 22 to 32, 33 to 43, … for a base of 11', () => {
    expect([0, 1, 21, 22, 32, 33, 43, 100].map((count) => midpoint(count, 11))).toEqual([
      0, 11, 11, 27, 27, 38, 38, 104,
    ]);
  });

  it('is told the same again, never falls, and differs by the base or more where it differs', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.constantFrom(11, 13, 21), (a, b, base) => {
        const [low, high] = [midpoint(Math.min(a, b), base), midpoint(Math.max(a, b), base)];
        expect(midpoint(low, base)).toBe(low);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high === low || high - low >= base).toBe(true);
      }),
      { seed: 20261126 },
    );
  });
});

describe('the exits of a curve, released', () => {
  it('by hand: 100 patients, 30 events and 20 censored within 3 months, the others within 6', () => {
    const curve = releaseExits(
      [
        { day: 10, cause: 1, patients: 30 },
        { day: 20, cause: 0, patients: 20 },
        { day: 100, cause: 1, patients: 12 },
        { day: 110, cause: 2, patients: 3 },
        { day: 360, cause: 0, patients: 35 },
      ],
      false,
      frame,
    );
    // 100 is told as 104, 30 as 27, 20 as 11; then 42 as 38 and 3 as 11; 44 are left at the end, day 270, of whom 35 are too many to go.
    expect(curve).toMatchObject({
      kind: 'released',
      curve: {
        patients: 104,
        exits: [
          { day: 90, cause: 0, patients: 11 },
          { day: 90, cause: 1, patients: 27 },
          { day: 180, cause: 1, patients: 11 },
          { day: 180, cause: 2, patients: 11 },
          { day: 270, cause: 0, patients: 44 },
        ],
      },
    });
  });

  it('never tell a number from 1 to 10, nor two that differ by one, and add up', () => {
    fc.assert(
      fc.property(curves, (exits) => {
        const curve = released(exits);
        if (curve === null) return;
        const told = [curve.patients, ...curve.exits.map(({ patients }) => patients)];
        expect(told.every((count) => count >= defaultPolicy.threshold)).toBe(true);
        expect(curve.exits.reduce((sum, { patients }) => sum + patients, 0)).toBe(curve.patients);
        // Who is at risk at a time, and every step between two times.
        const days = [...new Set(curve.exits.map(({ day }) => day))];
        const atRisk = days.map((day) =>
          curve.exits.filter((one) => one.day >= day).reduce((sum, { patients }) => sum + patients, 0),
        );
        atRisk.forEach((count, k) => {
          expect(count).toBeGreaterThanOrEqual(11);
          const next = atRisk[k + 1];
          if (next !== undefined) expect(count - next).toBeGreaterThanOrEqual(11);
        });
        expect(days.every((day) => day % 90 === 0)).toBe(true);
      }),
      { seed: 20261126, numRuns: 300 },
    );
  });

  it('give a survival that never rises, and stand for the true exits within a class', () => {
    fc.assert(
      fc.property(curves, (exits) => {
        const curve = released(exits);
        if (curve === null) return;
        const column = (of: (one: Exit) => number) => curve.exits.map(of);
        const { survival } = kaplanMeier({
          time: column(({ day }) => day),
          event: column(({ cause }) => (cause > 0 ? 1 : 0)),
          weight: column(({ patients }) => patients),
        });
        for (const { day } of curve.exits.slice(0, -1)) {
          for (const cause of [1, 2]) {
            const until = (list: readonly Exit[]) =>
              list
                .filter((one) => one.cause === cause && one.day <= day)
                .reduce((sum, { patients }) => sum + patients, 0);
            // 0 is exact; 11 stands for 1 to 21; the others for 5 on either side.
            const [told, exact] = [until(curve.exits), until(exits)];
            expect(Math.abs(told - exact)).toBeLessThanOrEqual(told === 0 ? 0 : told === 11 ? 10 : 5);
          }
        }
        survival.forEach((value, k) => {
          expect(value).toBeLessThanOrEqual(k === 0 ? 1 : (survival[k - 1] as number));
          expect(value).toBeGreaterThan(0);
        });
      }),
      { seed: 20261126, numRuns: 200 },
    );
  });

  it('do not tell how long those were followed who were followed longest, as long as they are fewer than the threshold', () => {
    // All others have left by day 700: 107 are told as 104, of whom 11, 11 and 60 leave; 22 would be seen at risk for ever.
    const until = (days: readonly number[]) =>
      releaseExits(
        [
          { day: 40, cause: 1, patients: 21 },
          { day: 130, cause: 2, patients: 21 },
          { day: 700, cause: 0, patients: 55 },
          ...days.map((day): Exit => ({ day, cause: 0, patients: 1 })),
        ],
        false,
        frame,
      );
    const short = until(Array.from({ length: 10 }, () => 731));
    expect(short.kind).toBe('released');
    expect(until(Array.from({ length: 10 }, (_, k) => 731 + 400 * k))).toEqual(short);
    expect(until([800, ...Array.from({ length: 9 }, () => 731)])).toEqual(short);
    fc.assert(
      fc.property(curves, fc.array(fc.nat(2000), { minLength: 1, maxLength: 10 }), (exits, later) => {
        const few = (by: (k: number) => number) =>
          later.map((_, k): Exit => ({ day: 901 + by(k), cause: 0, patients: 1 }));
        expect(releaseExits([...exits, ...few((k) => later[k] ?? 0)], false, frame)).toEqual(
          releaseExits([...exits, ...few(() => 0)], false, frame),
        );
      }),
      { seed: 20261127, numRuns: 200 },
    );
  });

  it('are the same whatever the order, and whoever moves within a class and a grid step', () => {
    fc.assert(
      fc.property(curves, (exits) => {
        expect(releaseExits(exits.toReversed(), false, frame)).toEqual(releaseExits(exits, false, frame));
      }),
      { seed: 20261126, numRuns: 100 },
    );
  });

  it.each([
    ['nobody', [], false, 'too-few-patients'],
    ['49 patients', [{ day: 400, cause: 1, patients: 49 }], false, 'too-few-patients'],
    [
      '10 events',
      [
        { day: 400, cause: 1, patients: 10 },
        { day: 400, cause: 0, patients: 90 },
      ],
      false,
      'too-few-events',
    ],
    ['late entry', [{ day: 400, cause: 1, patients: 100 }], true, 'late-entry'],
    ['nobody seen after three months', [{ day: 80, cause: 1, patients: 100 }], false, 'too-short'],
  ] as const)('are refused for %s', (_, exits, late, reason) => {
    expect(releaseExits(exits, late, frame)).toMatchObject({ kind: 'refused', reason });
  });
});
