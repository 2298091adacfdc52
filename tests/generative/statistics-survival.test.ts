import { kaplanMeier, kaplanMeierByGroup } from '@core/statistics/survival/kaplan-meier';
import { logRank } from '@core/statistics/survival/log-rank';
import { restrictedMean } from '@core/statistics/survival/restricted-mean';
import { sortAscending, sortOrder } from '@core/statistics/survival/sort-order';
import { survivalAt } from '@core/statistics/survival/survival-at';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const settings = { seed: 20260301, numRuns: 300 };

const subject = fc.record({
  entry: fc.integer({ min: 0, max: 8 }),
  stay: fc.integer({ min: 1, max: 12 }),
  event: fc.integer({ min: 0, max: 1 }),
  group: fc.integer({ min: 0, max: 2 }),
  weight: fc.integer({ min: 1, max: 3 }),
});
type Subject = typeof subject extends fc.Arbitrary<infer T> ? T : never;
const subjects = fc.array(subject, { minLength: 1, maxLength: 90 });
const scale = fc.constantFrom(1, 0.37, 1e-7, 1e6);

function input(list: readonly Subject[], unit = 1, late = false) {
  return {
    time: list.map((s) => (late ? s.entry + s.stay : s.stay) * unit),
    event: list.map((s) => s.event),
    ...(late ? { entry: list.map((s) => s.entry * unit) } : {}),
  };
}
const group = (list: readonly Subject[]) => ({ index: list.map((s) => s.group), count: 3 });
const close = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length);
  for (let i = 0; i < a.length; i++) {
    if (Number.isNaN(b[i])) expect(a[i]).toBeNaN();
    else expect(a[i]).toBeCloseTo(b[i] as number, 10);
  }
};

test('the radix order is the order of the numbers, and stable', () => {
  const anyNumbers = fc.array(fc.double({ noNaN: true }), { maxLength: 300 });
  const spreadEvenly = fc.array(fc.double({ noNaN: true, min: 0, max: 1 }), {
    minLength: 100,
    maxLength: 3000,
  });
  fc.assert(
    fc.property(fc.oneof(anyNumbers, spreadEvenly), (values) => {
      const repeated = Float64Array.from([...values, ...values]);
      const wanted = Array.from(repeated.keys()).sort((a, b) => {
        const x = repeated[a] as number;
        const y = repeated[b] as number;
        return x < y ? -1 : x > y ? 1 : a - b;
      });
      expect(Array.from(sortOrder(repeated))).toEqual(wanted);
      const labels = Uint32Array.from(repeated, (_, i) => 7 * i);
      const { order, sorted } = sortAscending(repeated, labels);
      expect(Array.from(order)).toEqual(wanted.map((i) => 7 * i));
      expect(Array.from(sorted)).toEqual(wanted.map((i) => repeated[i]));
    }),
    settings,
  );
});

test('survival starts at most at one, never rises and never leaves [0, 1]', () => {
  fc.assert(
    fc.property(subjects, fc.boolean(), (list, late) => {
      let before = 1;
      for (const s of kaplanMeier(input(list, 1, late)).survival) {
        expect(s).toBeLessThanOrEqual(before);
        expect(s).toBeGreaterThanOrEqual(0);
        before = s;
      }
    }),
    settings,
  );
});

test('without censoring survival is the share of subjects who are left', () => {
  fc.assert(
    fc.property(subjects, (list) => {
      const all = list.map((s) => ({ ...s, event: 1 }));
      const curve = kaplanMeier(input(all));
      curve.time.forEach((t, i) => {
        expect(curve.survival[i]).toBeCloseTo(all.filter((s) => s.stay > t).length / all.length, 12);
      });
    }),
    settings,
  );
});

test('whole days, which are counted, give the curves of half days, which are sorted', () => {
  fc.assert(
    fc.property(subjects, fc.boolean(), (list, late) => {
      const weight = list.map((s) => s.weight);
      const whole = { ...input(list, 1, late), weight };
      const { time, entry } = whole;
      const half = {
        ...whole,
        time: time.map((t) => t + 0.5),
        ...(entry === undefined ? {} : { entry: entry.map((t) => t + 0.5) }),
      };
      const sorted = kaplanMeierByGroup(half, group(list));
      for (const [g, counted] of kaplanMeierByGroup(whole, group(list)).entries()) {
        const other = sorted[g] as typeof counted;
        close(counted.survival, other.survival);
        expect(counted.atRisk).toEqual(other.atRisk);
        expect(counted.entered).toEqual(other.entered);
        expect(counted.time.map((t) => t + 0.5)).toEqual(other.time);
        expect(counted.entryTime.map((t) => t + 0.5)).toEqual(other.entryTime);
        expect([counted.n, counted.rows]).toEqual([other.n, other.rows]);
      }
    }),
    settings,
  );
});

test('the order of the rows and the unit of time do not matter', () => {
  fc.assert(
    fc.property(subjects, fc.boolean(), scale, fc.integer(), (list, late, unit, seed) => {
      const mixed = list
        .map((s, i) => ({ s, key: Math.imul(seed ^ i, 2654435761) }))
        .sort((a, b) => a.key - b.key)
        .map(({ s }) => s);
      const one = kaplanMeier(input(list, 1, late));
      const other = kaplanMeier(input(mixed, unit, late));
      close(other.survival, one.survival);
      close(other.standardError, one.standardError);
      close(other.atRisk, one.atRisk);
      close(
        other.time,
        one.time.map((t) => t * unit),
      );
    }),
    settings,
  );
});

test('a weight is as many subjects', () => {
  fc.assert(
    fc.property(subjects, fc.boolean(), (list, late) => {
      const written = list.flatMap((s) => Array.from({ length: s.weight }, () => s));
      const weight = list.map((s) => s.weight);
      const one = kaplanMeier({ ...input(list, 1, late), weight });
      const other = kaplanMeier(input(written, 1, late));
      close(one.survival, other.survival);
      close(one.standardError, other.standardError);
      close(one.upper, other.upper);
      expect(one.n).toBe(other.n);
      const weighted = logRank({ ...input(list, 1, late), weight }, group(list));
      expect(weighted.statistic).toBeCloseTo(logRank(input(written, 1, late), group(written)).statistic, 8);
    }),
    settings,
  );
});

test('twice the subjects: the same curve, an error smaller by the root of two', () => {
  fc.assert(
    fc.property(subjects, (list) => {
      const one = kaplanMeier(input(list));
      const two = kaplanMeier(input([...list, ...list]));
      close(two.survival, one.survival);
      close(
        two.standardError,
        one.standardError.map((e) => e / Math.SQRT2),
      );
    }),
    settings,
  );
});

test('entering at or before the start changes nothing', () => {
  fc.assert(
    fc.property(subjects, (list) => {
      const plain = input(list);
      const one = kaplanMeier({ ...plain, entry: list.map((s) => -s.entry) });
      close(one.survival, kaplanMeier(plain).survival);
      close(one.atRisk, kaplanMeier(plain).atRisk);
    }),
    settings,
  );
});

test('the jackknife error is never negative and leaves the curve as it is', () => {
  fc.assert(
    fc.property(subjects, fc.boolean(), (list, late) => {
      const curve = kaplanMeier(input(list, 1, late), { variance: 'jackknife' });
      for (const error of curve.standardError) expect(error).toBeGreaterThanOrEqual(0);
      close(curve.survival, kaplanMeier(input(list, 1, late)).survival);
    }),
    settings,
  );
});

test('the jackknife is the sum of squared derivatives with respect to the weights', () => {
  fc.assert(
    fc.property(fc.array(subject, { minLength: 2, maxLength: 20 }), (list) => {
      const rows = input(list, 1, true);
      const curve = kaplanMeier(rows, { variance: 'jackknife' });
      const step = 1e-6;
      const shifted = (i: number, by: number) =>
        kaplanMeier({ ...rows, weight: list.map((_, k) => (k === i ? 1 + by : 1)) }).survival;
      const variance = new Float64Array(curve.time.length);
      for (let i = 0; i < list.length; i++) {
        const up = shifted(i, step);
        const down = shifted(i, -step);
        variance.forEach((v, k) => {
          variance[k] = v + (((up[k] as number) - (down[k] as number)) / (2 * step)) ** 2;
        });
      }
      for (const [k, v] of variance.entries()) expect(curve.standardError[k]).toBeCloseTo(Math.sqrt(v), 6);
    }),
    { ...settings, numRuns: 60 },
  );
});

test('the restricted mean is the mean of the lesser of time and horizon when nobody is censored', () => {
  fc.assert(
    fc.property(subjects, fc.integer({ min: 1, max: 12 }), (list, horizon) => {
      const all = list.map((s) => ({ ...s, event: 1 }));
      const mean = all.reduce((sum, s) => sum + Math.min(s.stay, horizon), 0) / all.length;
      expect(restrictedMean(kaplanMeier(input(all)), horizon).estimate).toBeCloseTo(mean, 10);
    }),
    settings,
  );
});

test('numbers at risk at asked times are those of a count by hand', () => {
  fc.assert(
    fc.property(subjects, fc.boolean(), (list, late) => {
      const { time, entry } = input(list, 1, late);
      const asked = [0, 3, 5.5, 9, 30];
      survivalAt(kaplanMeier(input(list, 1, late)), asked).forEach((point, k) => {
        const t = asked[k] as number;
        const wanted = time.filter((end, i) => end >= t && (entry?.[i] ?? -1) < t).length;
        expect(point.underObservation).toBe(wanted);
      });
    }),
    settings,
  );
});

test('curves by group are the curves of the groups', () => {
  fc.assert(
    fc.property(subjects, fc.boolean(), (list, late) => {
      const curves = kaplanMeierByGroup(input(list, 1, late), group(list));
      curves.forEach((curve, g) => {
        const own = kaplanMeier(
          input(
            list.filter((s) => s.group === g),
            1,
            late,
          ),
        );
        close(curve.time, own.time);
        close(curve.survival, own.survival);
        close(curve.lower, own.lower);
      });
    }),
    settings,
  );
});

test('observed and expected events have the same sum; labels of groups do not matter', () => {
  fc.assert(
    fc.property(subjects, fc.boolean(), (list, late) => {
      const one = logRank(input(list, 1, late), group(list));
      const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
      expect(sum(one.observed)).toBeCloseTo(sum(one.expected), 9);
      const swapped = list.map((s) => ({ ...s, group: (s.group + 1) % 3 }));
      const other = logRank(input(swapped, 1, late), group(swapped));
      expect(other.degreesOfFreedom).toBe(one.degreesOfFreedom);
      expect(other.statistic).toBeCloseTo(one.statistic, 7);
      expect(one.statistic).toBeGreaterThanOrEqual(-1e-12);
    }),
    settings,
  );
});
