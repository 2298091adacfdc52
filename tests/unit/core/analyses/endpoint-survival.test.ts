import { curveSteps, riskTable } from '@core/analyses/curve-reading';
import { type EndpointRow, endpointAt, endpointSurvival, monthsOf } from '@core/analyses/endpoint-survival';
import type { CurveGroup } from '@core/analyses/group-variable';
import { endpointPresets } from '@core/endpoint/endpoint-presets';
import { describe, expect, it } from 'vitest';

const options = { interval: 'log', level: 0.95 } as const;
/** The standard normal quantile of a two-sided level of 95 %. */
const z = 1.959963984540054;

const { endpoint } = endpointPresets['euro-ski-mrfs'];

/** The events and the censorings of a day. */
const row = (
  day: number,
  events: number,
  censored: number,
  level: string | null = 'all',
): readonly EndpointRow[] =>
  [
    { level, entry: null, day, kind: 0, patients: events },
    { level, entry: null, day, kind: null, patients: censored },
  ].filter(({ patients }) => patients > 0);

const survivalOf = (
  rows: readonly (readonly EndpointRow[])[],
  groupBy: CurveGroup | null = null,
  asked: Parameters<typeof endpointSurvival>[1] = options,
) => endpointSurvival({ endpoint, groupBy, rows: rows.flat(), excluded: [] }, asked);

/** Twenty patients who left on ten days. */
const tenDays: readonly (readonly EndpointRow[])[] = [
  row(61, 2, 0),
  row(91, 2, 1),
  row(122, 1, 0),
  row(152, 0, 1),
  row(183, 1, 1),
  row(244, 2, 0),
  row(366, 0, 2),
  row(488, 1, 0),
  row(731, 0, 3),
  row(1461, 1, 2),
];

/** Everybody in one curve. */
function one(rows: readonly (readonly EndpointRow[])[]) {
  const survival = survivalOf(rows);
  const [item] = survival.curves;
  if (item === undefined || survival.curves.length !== 1) throw new Error('not one curve');
  return { survival, item };
}

/** Numbers to twelve decimals; `null` is itself. */
function expectNumbers(actual: readonly (number | null)[], expected: readonly (number | null)[]): void {
  expect(actual.map((value) => value === null)).toEqual(expected.map((value) => value === null));
  actual.forEach((value, index) => {
    if (value !== null) expect(value).toBeCloseTo(expected[index] ?? Number.NaN, 12);
  });
}

/** Day, at risk, events, censored, survival, and Greenwood's sum of d / (n (n - d)), by hand. */
const steps: readonly (readonly [number, number, number, number, number, number])[] = [
  [61, 20, 2, 0, 9 / 10, 1 / 180],
  [91, 18, 2, 1, 4 / 5, 1 / 180 + 1 / 144],
  [122, 15, 1, 0, 56 / 75, 1 / 180 + 1 / 144 + 1 / 210],
  [152, 14, 0, 1, 56 / 75, 1 / 180 + 1 / 144 + 1 / 210],
  [183, 13, 1, 1, 224 / 325, 1 / 180 + 1 / 144 + 1 / 210 + 1 / 156],
  [244, 11, 2, 0, 2016 / 3575, 1 / 180 + 1 / 144 + 1 / 210 + 1 / 156 + 2 / 99],
  [366, 9, 0, 2, 2016 / 3575, 1 / 180 + 1 / 144 + 1 / 210 + 1 / 156 + 2 / 99],
  [488, 7, 1, 0, 1728 / 3575, 1 / 180 + 1 / 144 + 1 / 210 + 1 / 156 + 2 / 99 + 1 / 42],
  [731, 6, 0, 3, 1728 / 3575, 1 / 180 + 1 / 144 + 1 / 210 + 1 / 156 + 2 / 99 + 1 / 42],
  [1461, 3, 1, 2, 1152 / 3575, 1 / 180 + 1 / 144 + 1 / 210 + 1 / 156 + 2 / 99 + 1 / 42 + 1 / 6],
];

describe('the curve of ten days, by hand', () => {
  const { survival, item } = one(tenDays);

  it('starts at (0, 1) and steps down by 1 - events / at risk, with the log interval of Greenwood', () => {
    const [start, ...drawn] = curveSteps(item.eventFree);
    expect(start).toEqual({ month: 0, survival: 1, lower: 1, upper: 1, atRisk: 20, events: 0, censored: 0 });
    expect(drawn.map(({ atRisk, events, censored }) => [atRisk, events, censored])).toEqual(
      steps.map(([, atRisk, events, censored]) => [atRisk, events, censored]),
    );
    const column = (of: (step: (typeof drawn)[number]) => number | null) => drawn.map(of);
    expectNumbers(
      column((step) => step.month),
      steps.map(([day]) => (day * 12) / 365.25),
    );
    expectNumbers(
      column((step) => step.survival),
      steps.map(([, , , , survival]) => survival),
    );
    expectNumbers(
      column((step) => step.lower),
      steps.map(([, , , , survival, sum]) => survival * Math.exp(-z * Math.sqrt(sum))),
    );
    expectNumbers(
      column((step) => step.upper),
      steps.map(([, , , , survival, sum]) => Math.min(1, survival * Math.exp(z * Math.sqrt(sum)))),
    );
  });

  it('has its median on the first day at or below one half, its limits where the band crosses one half', () => {
    // Survival 2016/3575 = 0.564 until day 488, then 0.483. The lower limit is 0.510 on day 183 and 0.374 on day 244;
    // the upper one is still above 0.8 on the last day.
    expect(item.median).toMatchObject({
      estimate: 488,
      interval: { lower: 244, upper: null, level: 0.95, method: 'log' },
      n: 20,
      reason: null,
    });
  });

  it('has its median follow-up where the censorings, taken as events, pass one half', () => {
    // 17/18 · 13/14 · 12/13 · 7/9 = 17/27 until day 731, then 17/54. Its lower limit is 0.636 on day 183, 0.412 on 366.
    expect(item.followUp).toMatchObject({
      estimate: 731,
      interval: { lower: 366, upper: null },
      n: 20,
      method: 'reverse Kaplan-Meier median',
    });
  });

  it('is read at 6, 12, 24, 36 and 60 months, the last one beyond follow-up', () => {
    expect(monthsOf(endpoint)).toEqual([6, 12, 24, 36, 60]);
    expect(item.landmarks.map(({ time }) => time)).toEqual([182.625, 365.25, 730.5, 1095.75, 1826.25]);
    expectNumbers(
      item.landmarks.map(({ estimate }) => estimate),
      [56 / 75, 2016 / 3575, 1728 / 3575, 1728 / 3575, null],
    );
    expect(item.landmarks.map(({ atRisk }) => atRisk)).toEqual([13, 9, 6, 3, 0]);
    expect(item.landmarks.map(({ reason }) => reason)).toEqual([null, null, null, null, 'after-last-time']);
    const spread = Math.exp(z * Math.sqrt(1 / 180 + 1 / 144 + 1 / 210));
    expectNumbers(
      [item.landmarks[0]?.interval?.lower ?? null, item.landmarks[0]?.interval?.upper ?? null],
      [56 / 75 / spread, (56 / 75) * spread],
    );
    expect(item.landmarks[4]?.interval).toBeNull();
  });

  it('has the table under its axis: at risk before, events and censorings up to and with the tick', () => {
    // 48 months are 1461 days exactly: the three who leave then are at risk, and counted as gone.
    expect(riskTable(item.eventFree, [0, 12, 24, 36, 48, 60])).toEqual([
      { month: 0, atRisk: 20, events: 0, censored: 0 },
      { month: 12, atRisk: 9, events: 8, censored: 3 },
      { month: 24, atRisk: 6, events: 9, censored: 5 },
      { month: 36, atRisk: 3, events: 9, censored: 8 },
      { month: 48, atRisk: 3, events: 10, censored: 10 },
      { month: 60, atRisk: 0, events: 10, censored: 10 },
    ]);
  });

  it('counts who was analysed, and carries whom the registry included later', () => {
    expect(survival).toMatchObject({ analysed: 20, groupUnknown: 0, groupBy: null, includedLater: 0 });
    expect(survival).toMatchObject({ logRank: null, gray: null, contrasts: [] });
    expect(item).toMatchObject({ level: 'all', patients: 20, events: [10], censored: 10, incidence: null });
    const table = { endpoint, groupBy: null, rows: tenDays.flat(), excluded: [], includedLater: 5 };
    expect(endpointSurvival(table, options).includedLater).toBe(5);
  });

  it('does not depend on the order of the rows', () => {
    expect(one(tenDays.toReversed()).item).toEqual(item);
  });
});

describe('the interval', () => {
  it('is the one that was asked for, at its level', () => {
    const asked = { interval: 'plain', level: 0.9 } as const;
    const { curves } = survivalOf([row(100, 1, 0), row(200, 0, 3)], null, asked);
    // Survival 3/4; Greenwood's sum is 1 / (4 · 3); the quantile of 90 % is 1.6448536….
    const half = 0.75 * 1.6448536269514722 * Math.sqrt(1 / 12);
    const step = curves.flatMap(({ eventFree }) => curveSteps(eventFree))[1];
    expectNumbers([step?.lower ?? null, step?.upper ?? null], [0.75 - half, 1]);
    expect(curves[0]?.median.interval).toMatchObject({ level: 0.9, method: 'plain' });
  });
});

describe('the edges', () => {
  it('nobody: no curve, no number', () => {
    expect(survivalOf([])).toMatchObject({ curves: [], analysed: 0, groupUnknown: 0, logRank: null });
  });

  it('one patient with the event: survival 0, without limits, which stays 0', () => {
    const { item } = one([row(100, 1, 0)]);
    expect(curveSteps(item.eventFree)[1]).toMatchObject({ survival: 0, lower: null, upper: null, atRisk: 1 });
    expect(item.median).toMatchObject({ estimate: 100, interval: { lower: null, upper: null } });
    expect(item.followUp).toMatchObject({ estimate: null, reason: 'no-events' });
    expect(item.landmarks.map(({ estimate }) => estimate)).toEqual([0, 0, 0, 0, 0]);
  });

  it('one patient censored: survival 1, no median, no landmark after the last day', () => {
    const { item } = one([row(200, 0, 1)]);
    expect(item.median).toMatchObject({ estimate: null, reason: 'no-events' });
    expect(item.followUp.estimate).toBe(200);
    expect(item.landmarks.map(({ estimate }) => estimate)).toEqual([1, null, null, null, null]);
    expect(item.landmarks[1]?.reason).toBe('after-last-time');
  });

  it('everybody censored: survival 1 with the limits 1 and 1', () => {
    const { item } = one([row(200, 0, 4), row(2000, 0, 3)]);
    expect(item.eventFree.eventCount).toBe(0);
    expect(item.landmarks.every(({ estimate, interval }) => estimate === 1 && interval?.lower === 1)).toBe(
      true,
    );
    expect(riskTable(item.eventFree, [0, 12])).toEqual([
      { month: 0, atRisk: 7, events: 0, censored: 0 },
      { month: 12, atRisk: 3, events: 0, censored: 4 },
    ]);
  });

  it('everybody with the event on one day: one step to 0', () => {
    const { item } = one([row(90, 7, 0)]);
    expect(curveSteps(item.eventFree).map(({ survival }) => survival)).toEqual([1, 0]);
    expect(item.median.estimate).toBe(90);
    expect(riskTable(item.eventFree, [0, 6])).toEqual([
      { month: 0, atRisk: 7, events: 0, censored: 0 },
      { month: 6, atRisk: 0, events: 7, censored: 0 },
    ]);
  });

  it('a curve that stays on one half has its median in the middle of the plateau', () => {
    expect(one([row(100, 2, 0), row(180, 1, 0), row(300, 0, 1)]).item.median.estimate).toBe((100 + 180) / 2);
    expect(one([row(100, 1, 0), row(300, 0, 1)]).item.median.estimate).toBe((100 + 300) / 2);
  });

  it('a median that is not reached is not the last day', () => {
    expect(one([row(100, 1, 0), row(300, 0, 3)]).item.median).toMatchObject({
      estimate: null,
      reason: 'not-reached',
    });
  });
});

describe('the groups', () => {
  const bySex = (rows: readonly (readonly EndpointRow[])[]) => survivalOf(rows, 'sex');
  const twoGroups = [
    row(10, 1, 0, 'F'),
    row(20, 0, 1, 'F'),
    row(30, 1, 0, 'F'),
    row(40, 0, 1, 'F'),
    row(20, 1, 0, 'M'),
    row(30, 2, 0, 'M'),
    row(50, 0, 2, 'M'),
  ];

  it('are compared by the log-rank test, by hand', () => {
    // Day 10: 4 women of 9, 1 event. Day 20: 3 of 8, 1 event. Day 30: 2 of 6, 3 events.
    const expected = 4 / 9 + 3 / 8 + (3 * 2) / 6;
    const variance = (4 * 5) / 81 + (3 * 5) / 64 + (3 * (6 - 3) * 2 * 4) / (36 * 5);
    const { logRank: test } = bySex(twoGroups);
    expect(test).toMatchObject({ degreesOfFreedom: 1, observed: [2, 3], groupSizes: [4, 5], n: 9 });
    expectNumbers(test?.expected ?? [], [expected, 5 - expected]);
    expect(test?.statistic).toBeCloseTo((2 - expected) ** 2 / variance, 12);
    // Twice the normal tail beyond the root of the statistic, 0.19233…
    expect(test?.pValue).toBeCloseTo(0.8474820717487018, 10);
  });

  it('have their own curves, medians and counts', () => {
    const { curves } = bySex(twoGroups);
    expect(curves.map(({ level, eventFree }) => [level, eventFree.n, eventFree.eventCount])).toEqual([
      ['F', 4, 2],
      ['M', 5, 3],
    ]);
    // 3/4 · 1/2 = 3/8 and 4/5 · 2/4 = 2/5.
    expectNumbers(
      curves.map(({ eventFree }) => eventFree.survival.at(-1) ?? null),
      [3 / 8, 2 / 5],
    );
    expect(curves.map(({ median }) => median.estimate)).toEqual([30, 30]);
  });

  it('stand in the order of the variable, whatever the order of the rows, and a level that nobody has is absent', () => {
    const rows = [row(10, 1, 0, '>=65'), row(20, 1, 0, '<50')];
    const { curves, analysed } = survivalOf(rows, 'age_at_diagnosis');
    expect(curves.map(({ level }) => level)).toEqual(['<50', '>=65']);
    expect(analysed).toBe(2);
  });

  it('leave out those whose group is not known, from the curves and from the test, and count them', () => {
    const found = bySex([row(15, 4, 1, null), ...twoGroups]);
    expect(found).toMatchObject({ analysed: 14, groupUnknown: 5 });
    expect(found.curves).toEqual(bySex(twoGroups).curves);
    expect(found.logRank).toMatchObject({
      statistic: bySex(twoGroups).logRank?.statistic,
      observed: [2, 3],
      n: 9,
    });
  });

  it('of three are compared with two degrees of freedom, each under its own name', () => {
    const rows = [row(10, 3, 0, 'high'), row(20, 1, 1, 'intermediate'), row(400, 1, 2, 'low')];
    const { curves, logRank: test } = survivalOf(rows, 'elts');
    expect(curves.map(({ level }) => level)).toEqual(['low', 'intermediate', 'high']);
    expect(test).toMatchObject({ degreesOfFreedom: 2, observed: [1, 1, 3], groupSizes: [3, 2, 3] });
    // Day 10: 8 at risk, 3 events. Day 20: 5 at risk, 1 event. Day 400: 3 at risk, 1 event.
    expectNumbers(test?.expected ?? [], [9 / 8 + 3 / 5 + 1, 6 / 8 + 2 / 5, 9 / 8]);
  });

  it('cannot be compared when there is one, when nobody has the event, and when no group is known', () => {
    expect(bySex([row(10, 1, 0, 'F')]).logRank).toMatchObject({ pValue: null, reason: 'no-comparison' });
    expect(bySex([row(10, 0, 1, 'F'), row(10, 0, 1, 'M')]).logRank).toMatchObject({
      pValue: null,
      reason: 'no-events',
    });
    expect(bySex([row(10, 1, 1, null)])).toMatchObject({ curves: [], groupUnknown: 2, logRank: null });
    expect(bySex([])).toMatchObject({ curves: [], logRank: null });
  });
});

describe('one number of a curve', () => {
  const late = row(731, 1, 1).map((one) => ({ ...one, entry: 200 }));
  it.each(['euro-ski-mrfs', 'relapse', 'overall-survival', 'mmr-itt'] as const)(
    'is that of the whole curve: %s',
    (preset) => {
      const { endpoint: read } = endpointPresets[preset];
      const rows = [...tenDays.flat(), ...late];
      const [curve] = endpointSurvival({ endpoint: read, groupBy: null, rows, excluded: [] }, options).curves;
      monthsOf(read).forEach((month, place) => {
        const whole = curve?.incidenceLandmarks[place]?.causes[0] ?? curve?.landmarks[place];
        expect(endpointAt(read, rows, month, options)).toEqual(whole);
      });
    },
  );

  it('is none of nobody, and not read between the months', () => {
    expect(endpointAt(endpoint, [], 12, options)).toBeNull();
    expect(() => endpointAt(endpoint, tenDays.flat(), 13, options)).toThrow('not read at month 13');
  });
});
