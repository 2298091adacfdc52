import { aalenJohansen } from '@core/statistics/survival/aalen-johansen';
import { grayTest } from '@core/statistics/survival/gray-test';
import { incidenceAt, restrictedTimeInState } from '@core/statistics/survival/incidence-at';
import { expect, test } from 'vitest';

// Five subjects: cause 1 at 1; at 2 cause 1, cause 2 and a censoring; cause 2 at 4.
const five = { time: [1, 2, 2, 2, 4], cause: [1, 1, 2, 0, 2] };

test('incidences of five subjects, written out', () => {
  const [first, second] = aalenJohansen(five, 2).causes;
  // 1/5; S(2-) = 4/5 and one of four at risk for each cause; S(4-) = 4/5 times 2/4, one of one.
  expect(Array.from(first?.probability ?? [])).toEqual([
    1 / 5,
    1 / 5 + (4 / 5) * (1 / 4),
    1 / 5 + (4 / 5) * (1 / 4),
  ]);
  expect(second?.probability[1]).toBeCloseTo(1 / 5, 14);
  expect(second?.probability[2]).toBeCloseTo(1 / 5 + 2 / 5, 14);
});

test('the first variance by Aalen is that of one event among five, by the jackknife as the derivatives say', () => {
  const aalen = aalenJohansen(five, 2, { variance: 'aalen' }).causes[0];
  expect((aalen?.standardError[0] ?? 0) ** 2).toBeCloseTo(1 / 25, 14);
  const jackknife = aalenJohansen(five, 2).causes[0];
  // Derivatives 4/25 for the one, -1/25 for the others: (16 + 4) / 625.
  expect((jackknife?.standardError[0] ?? 0) ** 2).toBeCloseTo(20 / 625, 14);
});

test('asked times carry counts since the time before', () => {
  const points = incidenceAt(aalenJohansen(five, 2), [1, 3, 9]);
  expect(points.map((p) => p.causes.map((c) => c.events))).toEqual([
    [1, 0],
    [1, 1],
    [0, 1],
  ]);
  expect(points.map((p) => p.atRisk)).toEqual([5, 1, 0]);
  expect(points[2]?.eventFree.estimate).toBe(0);
});

test('the time in a state is the area under its probability', () => {
  const curves = aalenJohansen(five, 2);
  expect(restrictedTimeInState(curves.time, curves.eventFree.probability, 1, 3)).toBeCloseTo(
    1 + 4 / 5 + 2 / 5,
    14,
  );
});

test('nobody has an incidence of nothing', () => {
  const curves = aalenJohansen({ time: [], cause: [] }, 3);
  expect(curves.time).toHaveLength(0);
  expect(incidenceAt(curves, [1])[0]?.causes[2]).toMatchObject({ estimate: null, reason: 'no-subjects' });
});

test("Gray's test needs events of the cause and two groups at risk", () => {
  const tests = grayTest({ time: [1, 2, 3, 4], cause: [1, 0, 1, 0] }, 2, { index: [0, 0, 1, 1], count: 2 });
  expect(tests[0]?.statistic).toBeGreaterThan(0);
  expect(tests[1]).toMatchObject({ statistic: null, pValue: null, reason: 'no-events' });
  const alone = grayTest({ time: [1, 2], cause: [1, 1] }, 1, { index: [0, 0], count: 2 });
  expect(alone[0]).toMatchObject({ statistic: null, reason: 'no-comparison' });
});

test('late entry is refused where the test is not defined', () => {
  const late = { time: [1, 2], cause: [1, 1], entry: [0, 0] };
  expect(() => grayTest(late, 1, { index: [0, 1], count: 2 })).toThrow(RangeError);
  expect(() => aalenJohansen({ time: [1], cause: [3] }, 2)).toThrow('cause must be 0 .. 2 or missing');
});
