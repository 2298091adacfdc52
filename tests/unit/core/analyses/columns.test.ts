import { columnRegression } from '@core/analyses/column-regression';
import { columnIncidence, columnSurvival } from '@core/analyses/column-survival';
import { columnTable } from '@core/analyses/column-table';
import { daysPerMonth } from '@core/domain/calendar';
import { coxRegression } from '@core/statistics/survival/cox-regression';
import { describe, expect, it } from 'vitest';

const options = { interval: 'log', level: 0.95 } as const;
const time = { name: 't', cells: [1, 1, 6, 6, 8, 9, null, 3] };
const event = { name: 'e', cells: [true, false, true, true, false, true, true, null] };
const group = { name: 'g', cells: ['b', 'a', 'b', 'a', 'a', null, 'c', 'c'] };

describe('Kaplan-Meier of columns', () => {
  it('is that of the complete rows, in days', () => {
    const { value } = columnSurvival({ time, unit: 'months', group: null, event }, options);
    const [all] = value?.curves ?? [];
    expect(Array.from(all?.curve.survival ?? [])).toEqual(
      [5 / 6, 5 / 12, 5 / 12, 0].map((s) => expect.closeTo(s, 12)),
    );
    expect(Array.from(all?.curve.time ?? [])).toEqual([1, 6, 8, 9].map((month) => month * daysPerMonth));
    expect(value).toMatchObject({ excluded: 2, groupUnknown: 0, test: null, levels: ['all'] });
  });

  it('leaves out who has no group, and groups that nobody complete is in', () => {
    const { value } = columnSurvival({ time, unit: 'days', group, event }, options);
    expect(value).toMatchObject({ levels: ['a', 'b'], excluded: 2, groupUnknown: 1 });
    expect(value?.curves.map(({ curve }) => curve.n)).toEqual([3, 2]);
    expect(value?.test?.n).toBe(5);
  });

  it.each([
    [{ name: 'e', cells: [2] }, 'event-not-0-1'],
    [{ name: 'e', cells: ['yes'] }, 'event-not-0-1'],
    [{ name: 'e', cells: [null] }, 'no-rows'],
  ])('refuses an event that is none: %s', (column, reason) => {
    const { refused } = columnSurvival(
      { time: { name: 't', cells: [1] }, unit: 'days', group: null, event: column },
      options,
    );
    expect(refused?.reason).toBe(reason);
  });

  it('refuses more groups than can be told apart', () => {
    const cells = Array.from({ length: 13 }, (_, k) => k);
    const many = { name: 'g', cells };
    const { refused } = columnSurvival(
      {
        time: { name: 't', cells },
        unit: 'days',
        group: many,
        event: { name: 'e', cells: cells.map(() => 1) },
      },
      options,
    );
    expect(refused).toEqual({ reason: 'too-many-groups', column: 'g', groups: 13 });
  });
});

it('cumulative incidences of columns are those of their causes', () => {
  const cause = { name: 'c', cells: [1, 2, 0] };
  const { value } = columnIncidence(
    { time: { name: 't', cells: [1, 2, 3] }, unit: 'days', group: null, cause },
    options,
  );
  expect(value?.causes).toBe(2);
  expect(Array.from(value?.curves[0]?.curves.causes[1]?.probability ?? [])).toEqual([
    0,
    expect.closeTo(1 / 3, 12),
    expect.closeTo(1 / 3, 12),
  ]);
  const text = { name: 'c', cells: ['death', null, null] };
  expect(
    columnIncidence(
      { time: { name: 't', cells: [1, 2, 3] }, unit: 'days', group: null, cause: text },
      options,
    ).refused?.reason,
  ).toBe('cause-not-whole');
});

it('a regression of columns compares categories with their most frequent level', () => {
  const times = [5, 3, 9, 2, 7, 4, 8, 6];
  const events = [1, 1, 0, 1, 1, 0, 1, 1];
  const age = [50, 61, 44, 70, 58, 66, 49, 55];
  const sex = ['m', 'f', 'm', 'f', 'm', 'm', 'f', null];
  const { value } = columnRegression({
    time: { name: 't', cells: times },
    event: { name: 'e', cells: events },
    covariates: [
      { name: 'age', cells: age },
      { name: 'sex', cells: sex },
    ],
  });
  const direct = coxRegression(
    { time: times, event: events },
    {
      names: ['age', 'sex=f'],
      columns: [age, sex.map((one) => (one === null ? Number.NaN : Number(one === 'f')))],
    },
  );
  expect(value?.references).toEqual({ sex: 'm' });
  expect(value?.excluded).toBe(1);
  expect(value?.fit.terms.map(({ name }) => name)).toEqual(['age', 'sex=f']);
  expect(value?.fit.terms.map(({ coefficient }) => coefficient)).toEqual(
    direct.terms.map(({ coefficient }) => expect.closeTo(coefficient ?? 0, 9)),
  );
});

it('a table of columns counts levels and sums up numbers, per group', () => {
  const { value } = columnTable({ name: 'g', cells: ['a', 'a', 'b', 'b', null] }, [
    { name: 'n', cells: [1, 3, 5, null, 9] },
    { name: 'c', cells: [true, null, false, true, true] },
  ]);
  expect(value).toMatchObject({ groups: ['a', 'b'], rows: [2, 2], groupUnknown: 1 });
  const [n, c] = value?.columns ?? [];
  expect(n?.kind === 'number' && n.summaries.map(({ median }) => median)).toEqual([2, 5]);
  expect(n?.missing).toEqual([0, 1]);
  expect(c).toMatchObject({
    missing: [1, 0],
    levels: [
      { level: 'false', rows: [0, 1] },
      { level: 'true', rows: [1, 1] },
    ],
  });
  expect(columnTable(null, [{ name: 'n', cells: [] }]).refused).toEqual({ reason: 'no-rows' });
});
