import { everyone } from '@core/cohort/cohort-definition';
import type { Engine } from '@data/engine/engine';
import { cohortIndex } from '@data/queries/cohort/cohort-index';
import { readyCohort } from '@data/queries/cohort/ready-cohort';
import { expect, test } from 'vitest';

test('a new rule on linked rows is read before a figure that waits for its table may ask', async () => {
  const asked: string[] = [];
  const engine = {
    run: () => Promise.resolve(),
    query: (sql: string) => {
      asked.push(sql);
      const columns = sql.includes('as verdict')
        ? { verdict: Int32Array.of(1, 0, 2) }
        : sql.includes('as strays')
          ? { strays: [0] }
          : { cell: new Int32Array(3) };
      return Promise.resolve({ rowCount: 3, columns });
    },
  } as unknown as Engine;
  const condition = {
    kind: 'events',
    table: 'molecular',
    day: 'day',
    where: [],
    among: [],
    window: null,
    quantifier: { kind: 'any' },
    ifNone: 'no',
  } as const;
  const cohort = { ...everyone, rules: [{ condition, unknown: 'exclude' }] } as const;
  const figure = readyCohort(engine, cohort).then(() => engine.query('figure'));
  const counted = cohortIndex(engine).evaluate(cohort);
  await figure;
  expect((await counted).attrition.steps.at(-1)?.overall).toEqual({ met: 1, notMet: 1, unknown: 1 });
  const kinds = asked.map((sql) => ['as verdict', 'figure'].find((mark) => sql.includes(mark)) ?? 'other');
  expect(kinds.filter((kind) => kind !== 'other')).toEqual(['as verdict', 'figure']);
});
