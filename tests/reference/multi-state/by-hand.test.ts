import { currentSurvival } from '@core/statistics/survival/current-survival';
import { restrictedTimeInState } from '@core/statistics/survival/incidence-at';
import { multiState } from '@core/statistics/survival/multi-state';
import { stateProbabilityAt } from '@core/statistics/survival/state-probability';
import { expect, test } from 'vitest';

// Four subjects leave treatment. One loses remission at 1, regains it at 3 and is last seen at 8; one loses it at 2 and
// dies at 5; two stay in remission, last seen at 6 and 8.
const changes = {
  subject: [1, 1, 1, 2, 2, 3, 4],
  time: [1, 3, 8, 2, 5, 6, 8],
  change: [1, 2, 0, 1, 3, 0, 0],
};

test('current survival of four subjects is the share in remission, while nobody is censored', () => {
  const points = currentSurvival(changes, [0.5, 1, 2, 3, 5]);
  expect(points.map((p) => p.estimate)).toEqual([1, 3 / 4, 1 / 2, 3 / 4, 3 / 4]);
});

test('its error is then that of a share', () => {
  const [point] = currentSurvival(changes, [3]);
  expect(point?.standardError).toBeCloseTo(Math.sqrt(((3 / 4) * (1 / 4)) / 4), 14);
  expect(point).toMatchObject({ n: 4, method: 'current survival', reason: null });
});

test('counting by first loss alone is never higher', () => {
  const fit = multiState(
    {
      subject: [1, 1, 1, 2, 2, 3, 4],
      entry: [0, 1, 3, 0, 2, 0, 0],
      time: changes.time,
      state: changes.change,
    },
    4,
  );
  const first = stateProbabilityAt(fit, [0], [3, 5])[1]?.estimate ?? 2;
  expect(first).toBe(1 / 2);
  expect(fit.transitions[1]).toEqual([0, 0, 1, 1]);
  expect(restrictedTimeInState(fit.time, fit.probability[0] ?? new Float64Array(0), 1, 2)).toBeCloseTo(
    1 + 3 / 4,
    14,
  );
});

test('beyond the last time it is undefined, and nobody has no probability', () => {
  expect(currentSurvival(changes, [9])[0]).toMatchObject({ estimate: null, reason: 'after-last-time' });
  const none = currentSurvival({ subject: [], time: [], change: [] }, [1]);
  expect(none[0]).toMatchObject({ estimate: null, reason: 'no-subjects', n: 0 });
});

test('wrong histories are refused', () => {
  expect(() => currentSurvival({ subject: [1], time: [0], change: [1] }, [1])).toThrow('positive');
  expect(() => currentSurvival({ subject: [1], time: [1], change: [4] }, [1])).toThrow(
    'change must be 0, 1, 2 or 3',
  );
  expect(() => multiState({ subject: [1], entry: [0], time: [1], state: [2] }, 2)).toThrow(
    'state must be 0 .. 1',
  );
});
