import { aalenJohansen } from '@core/statistics/survival/aalen-johansen';
import { multiState } from '@core/statistics/survival/multi-state';
import { stateProbabilityAt } from '@core/statistics/survival/state-probability';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const settings = { seed: 20260304, numRuns: 200 };
const step = fc.record({ stay: fc.integer({ min: 1, max: 6 }), state: fc.integer({ min: 0, max: 2 }) });
const histories = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 25 });
type Histories = typeof histories extends fc.Arbitrary<infer T> ? T : never;

function rows(list: Histories) {
  const all = list.flatMap((history, subject) => {
    let entry = 0;
    return history.map(({ stay, state }) => {
      const row = { subject, entry, time: entry + stay, state };
      entry = row.time;
      return row;
    });
  });
  return all;
}
const columns = (all: ReturnType<typeof rows>) => ({
  subject: all.map((r) => r.subject),
  entry: all.map((r) => r.entry),
  time: all.map((r) => r.time),
  state: all.map((r) => r.state),
});

test('probabilities of all states sum to one, and the probability of all together is certain', () => {
  fc.assert(
    fc.property(histories, (list) => {
      const fit = multiState(columns(rows(list)), 3);
      for (let i = 0; i < fit.time.length; i++) {
        expect(fit.probability.reduce((sum, p) => sum + (p[i] as number), 0)).toBeCloseTo(1, 10);
      }
      for (const point of stateProbabilityAt(fit, [0, 1, 2], Array.from(fit.time))) {
        expect(point.standardError).toBeCloseTo(0, 10);
      }
    }),
    settings,
  );
});

test('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(histories, (list) => {
      const all = rows(list);
      const one = multiState(columns(all), 3);
      const other = multiState(columns([...all].reverse()), 3);
      expect(other.time).toEqual(one.time);
      one.probability.forEach((p, k) => {
        p.forEach((value, i) => {
          expect(other.probability[k]?.[i]).toBeCloseTo(value, 12);
        });
      });
    }),
    settings,
  );
});

test('with single moves out of the first state it is the competing-risks estimate, errors included', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (list) => {
      const time = list.map((s) => s.stay);
      const cause = list.map((s) => s.state);
      const competing = aalenJohansen({ time, cause }, 2);
      const fit = multiState(
        { subject: list.map((_, i) => i), entry: list.map(() => 0), time, state: cause },
        3,
      );
      competing.causes.forEach((one, k) => {
        const points = stateProbabilityAt(fit, [k + 1], Array.from(competing.time));
        points.forEach((point, i) => {
          expect(point.estimate).toBeCloseTo(one.probability[i] as number, 10);
          expect(point.standardError).toBeCloseTo(one.standardError[i] as number, 7);
        });
      });
    }),
    settings,
  );
});

test('when nobody is censored it is the share of subjects in the state, with the error of a share', () => {
  fc.assert(
    fc.property(histories, (list) => {
      // Everybody is followed to the end: the last interval is carried on to time 100.
      const all = rows(list.map((history) => [...history, { stay: 100, state: 0 }])).map((r) => ({
        ...r,
        time: Math.min(r.time, 100),
      }));
      const fit = multiState(columns(all), 3);
      for (const [i, t] of Array.from(fit.time).entries()) {
        if (t >= 100) continue;
        const inOne = list.filter((_, subject) => {
          const past = all.filter((r) => r.subject === subject && r.time <= t && r.state > 0);
          return past[past.length - 1]?.state === 1;
        }).length;
        const share = inOne / list.length;
        expect(fit.probability[1]?.[i]).toBeCloseTo(share, 10);
        const [point] = stateProbabilityAt(fit, [1], [t]);
        expect(point?.standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / list.length), 8);
      }
    }),
    { ...settings, numRuns: 60 },
  );
});
