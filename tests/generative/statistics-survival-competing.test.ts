import { aalenJohansen } from '@core/statistics/survival/aalen-johansen';
import { grayTest } from '@core/statistics/survival/gray-test';
import { kaplanMeier } from '@core/statistics/survival/kaplan-meier';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const settings = { seed: 20260302, numRuns: 300 };
const subject = fc.record({
  entry: fc.integer({ min: 0, max: 6 }),
  stay: fc.integer({ min: 1, max: 10 }),
  cause: fc.integer({ min: 0, max: 3 }),
  group: fc.integer({ min: 0, max: 2 }),
  weight: fc.integer({ min: 1, max: 3 }),
});
type Subject = typeof subject extends fc.Arbitrary<infer T> ? T : never;
const subjects = fc.array(subject, { minLength: 1, maxLength: 60 });

const input = (list: readonly Subject[], late: boolean) => ({
  time: list.map((s) => (late ? s.entry + s.stay : s.stay)),
  cause: list.map((s) => s.cause),
  ...(late ? { entry: list.map((s) => s.entry) } : {}),
});

function close(a: ArrayLike<number>, b: ArrayLike<number>, digits = 9): void {
  expect(a.length).toBe(b.length);
  for (let i = 0; i < a.length; i++) expect(a[i]).toBeCloseTo(b[i] as number, digits);
}

test('incidences and the event-free probability sum to one, and incidences never fall', () => {
  fc.assert(
    fc.property(subjects, fc.boolean(), (list, late) => {
      const curves = aalenJohansen(input(list, late), 3);
      for (let i = 0; i < curves.time.length; i++) {
        const sum = curves.causes.reduce((total, c) => total + (c.probability[i] as number), 0);
        expect(sum + (curves.eventFree.probability[i] as number)).toBeCloseTo(1, 12);
        if (i > 0) {
          for (const c of curves.causes) {
            expect(c.probability[i]).toBeGreaterThanOrEqual(c.probability[i - 1] as number);
          }
        }
      }
    }),
    settings,
  );
});

test('with one cause it is one minus Kaplan-Meier, with the same jackknife error', () => {
  fc.assert(
    fc.property(subjects, fc.boolean(), (list, late) => {
      const one = list.map((s) => ({ ...s, cause: s.cause > 0 ? 1 : 0 }));
      const { cause, ...rest } = input(one, late);
      const curves = aalenJohansen({ ...rest, cause }, 1);
      const km = kaplanMeier({ ...rest, event: cause }, { variance: 'jackknife' });
      close(curves.eventFree.probability, km.survival);
      close(curves.eventFree.standardError, km.standardError, 6);
      close(curves.causes[0]?.standardError ?? [], km.standardError, 6);
      close(
        curves.causes[0]?.probability ?? [],
        km.survival.map((s) => 1 - s),
      );
    }),
    settings,
  );
});

test('the jackknife is the sum of squared derivatives with respect to the weights', () => {
  fc.assert(
    fc.property(fc.array(subject, { minLength: 2, maxLength: 15 }), (list) => {
      const rows = input(list, true);
      const curves = aalenJohansen(rows, 3);
      const step = 1e-6;
      const shifted = (i: number, by: number) =>
        aalenJohansen({ ...rows, weight: list.map((_, k) => (k === i ? 1 + by : 1)) }, 3).causes[1]
          ?.probability;
      const variance = new Float64Array(curves.time.length);
      for (let i = 0; i < list.length; i++) {
        const up = shifted(i, step) ?? [];
        const down = shifted(i, -step) ?? [];
        for (let k = 0; k < variance.length; k++) {
          const slope = ((up[k] as number) - (down[k] as number)) / (2 * step);
          variance[k] = (variance[k] as number) + slope * slope;
        }
      }
      close(curves.causes[1]?.standardError ?? [], variance.map(Math.sqrt), 6);
    }),
    { ...settings, numRuns: 60 },
  );
});

test('a weight is as many subjects, for every variance', () => {
  fc.assert(
    fc.property(subjects, fc.constantFrom('jackknife', 'aalen', 'greenwood'), (list, variance) => {
      const written = list.flatMap((s) => Array.from({ length: s.weight }, () => s));
      const one = aalenJohansen({ ...input(list, true), weight: list.map((s) => s.weight) }, 3, { variance });
      const other = aalenJohansen(input(written, true), 3, { variance });
      for (const k of [0, 1, 2]) {
        close(one.causes[k]?.probability ?? [], other.causes[k]?.probability ?? []);
        close(one.causes[k]?.standardError ?? [], other.causes[k]?.standardError ?? [], 6);
      }
    }),
    settings,
  );
});

test("the order of rows and the labels of groups do not matter to Gray's test", () => {
  fc.assert(
    fc.property(subjects, (list) => {
      const group = (rows: readonly Subject[], turn: number) => ({
        index: rows.map((s) => (s.group + turn) % 3),
        count: 3,
      });
      const one = grayTest(input(list, false), 3, group(list, 0));
      const mixed = [...list].reverse();
      const other = grayTest(input(mixed, false), 3, group(mixed, 0));
      one.forEach((result, k) => {
        expect(other[k]?.reason).toBe(result.reason);
        if (result.statistic !== null) expect(other[k]?.statistic).toBeCloseTo(result.statistic, 8);
      });
    }),
    settings,
  );
});
