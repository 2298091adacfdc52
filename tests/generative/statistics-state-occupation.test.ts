import { kaplanMeier } from '@core/statistics/survival/kaplan-meier';
import { multiState } from '@core/statistics/survival/multi-state';
import { stateOccupation } from '@core/statistics/survival/state-occupation';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const settings = { seed: 20261126, numRuns: 200 };
const step = fc.record({ stay: fc.integer({ min: 1, max: 6 }), state: fc.integer({ min: 0, max: 3 }) });
const histories = fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 30 });

/** Rows of subjects that begin in state 0; the last step of each ends the observation in its state. */
function asRows(list: readonly (readonly { stay: number; state: number }[])[]) {
  return list.flatMap((history, subject) => {
    let at = 0;
    let from = 0;
    return history.map(({ stay, state }, place) => {
      const row = {
        subject,
        entry: at,
        time: at + stay,
        from,
        to: place === history.length - 1 ? -1 : state,
      };
      at = row.time;
      from = state;
      return row;
    });
  });
}

function counted(rows: ReturnType<typeof asRows>, subjects: number) {
  const moves = rows.filter(({ from, to }) => to !== from);
  return {
    time: [0, ...moves.map(({ time }) => time)],
    from: [-1, ...moves.map(({ from }) => from)],
    to: [0, ...moves.map(({ to }) => to)],
    count: [subjects, ...moves.map(() => 1)],
  };
}

test('counts give the probabilities and the risk that the rows of the subjects give', () => {
  const moving = histories.map((list) =>
    list.map((history) => history.map(({ stay, state }) => ({ stay, state: Math.max(1, state) }))),
  );
  fc.assert(
    fc.property(moving, (list) => {
      const rows = asRows(list);
      const last = new Map(rows.map((row) => [row.subject, row]));
      const ends = [...last.values()].map(({ time, from }) => ({ time, from, to: -1, subject: 0, entry: 0 }));
      const moves = rows.filter(({ to }) => to >= 0);
      const fit = stateOccupation(counted([...moves, ...ends], list.length), 4);
      // `multiState` reads 0 as "no move", so nobody here returns to state 0.
      const whole = multiState(
        {
          subject: rows.map(({ subject }) => subject),
          entry: rows.map(({ entry }) => entry),
          time: rows.map(({ time }) => time),
          state: rows.map(({ to }) => Math.max(0, to)),
        },
        4,
      );
      whole.time.forEach((time, row) => {
        const at = fit.time.findLastIndex((one) => one <= time);
        for (let state = 0; state < 4; state++) {
          expect(fit.probability[state]?.[at]).toBeCloseTo(whole.probability[state]?.[row] ?? Number.NaN, 10);
          if (fit.time[at] === time) expect(fit.atRisk[state]?.[at]).toBe(whole.atRisk[state]?.[row]);
        }
      });
    }),
    settings,
  );
});

test('when nobody is lost it is the share of the subjects in the state, with the error of a share', () => {
  fc.assert(
    fc.property(histories, (list) => {
      const rows = asRows(list.map((history) => [...history, { stay: 100, state: 0 }]));
      const moves = rows.filter(({ from, to }) => to >= 0 && to !== from);
      const fit = stateOccupation(counted(moves, list.length), 4);
      fit.time.forEach((time, at) => {
        fit.probability.forEach((share, state) => {
          const inside = list.filter((_, subject) =>
            rows.some(
              (row) => row.subject === subject && row.entry <= time && time < row.time && row.from === state,
            ),
          ).length;
          const expected = inside / list.length;
          expect(share[at]).toBeCloseTo(expected, 10);
          expect(fit.standardError[state]?.[at]).toBeCloseTo(
            Math.sqrt((expected * (1 - expected)) / list.length),
            7,
          );
        });
      });
    }),
    settings,
  );
});

test('with one move it is Kaplan and Meier’s estimate with Greenwood’s error', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ time: fc.integer({ min: 1, max: 20 }), event: fc.integer({ min: 0, max: 1 }) }), {
        minLength: 2,
        maxLength: 40,
      }),
      (list) => {
        const fit = stateOccupation(
          {
            time: [0, ...list.map(({ time }) => time)],
            from: [-1, ...list.map(() => 0)],
            to: [0, ...list.map(({ event }) => (event === 1 ? 1 : -1))],
            count: [list.length, ...list.map(() => 1)],
          },
          2,
        );
        const curve = kaplanMeier({
          time: list.map(({ time }) => time),
          event: list.map(({ event }) => event),
        });
        curve.time.forEach((time, row) => {
          const at = fit.time.indexOf(time);
          const survival = curve.survival[row] as number;
          expect(fit.probability[0]?.[at]).toBeCloseTo(survival, 10);
          if (survival > 0)
            expect(fit.standardError[0]?.[at]).toBeCloseTo(curve.standardError[row] as number, 10);
        });
      },
    ),
    settings,
  );
});

test('how the rows are split and ordered does not matter', () => {
  fc.assert(
    fc.property(histories, (list) => {
      const { time, from, to, count } = counted(asRows(list), list.length);
      const one = stateOccupation({ time, from, to, count }, 4);
      const turned = { time: time.toReversed(), from: from.toReversed(), to: to.toReversed() };
      const other = stateOccupation({ ...turned, count: count.toReversed() }, 4);
      expect(other).toEqual(one);
    }),
    settings,
  );
});
