import type { Condition } from '@core/cohort/cohort-definition';
import { conditionKnownFrom, factKnownFrom, latest } from '@core/cohort/fact-known';
import { factIds } from '@core/cohort/fact-vocabulary';
import { describe, expect, it } from 'vitest';

const sample = (to: number | null, unit: 'days' | 'months' = 'months'): Condition => ({
  kind: 'events',
  table: 'molecular',
  day: 'day',
  among: [],
  where: [],
  window: { of: { event: 'first_tki' }, from: 0, to, unit },
  quantifier: { kind: 'any' },
  ifNone: 'no',
});

describe('when a fact is known', () => {
  it('says so of every fact: at the start, after a window, or at the end', () => {
    expect(Object.keys(factKnownFrom)).toEqual([...factIds]);
    expect(factKnownFrom).toMatchObject({ sex: 0, elts: 0, first_tki: 0, response_12m: 15, last_tki: 'end' });
  });

  it('reads the end of a window, in its own unit; without an end it is the end of follow-up', () => {
    expect(conditionKnownFrom(sample(15))).toBe(15);
    expect(conditionKnownFrom(sample(30.4375, 'days'))).toBeCloseTo(1, 12);
    expect(conditionKnownFrom(sample(null))).toBe('end');
    expect(conditionKnownFrom(sample(-3))).toBe(0);
  });

  it('is that of the last part of a combination', () => {
    const sex: Condition = { kind: 'category', fact: 'sex', values: ['F'] };
    const early: Condition = { kind: 'category', fact: 'eln2020_3m', values: ['optimal'] };
    expect(conditionKnownFrom({ kind: 'all', of: [sex, early] })).toBe(7.5);
    expect(conditionKnownFrom({ kind: 'any', of: [sex, { kind: 'not', of: sample(24) }] })).toBe(24);
    expect(conditionKnownFrom({ kind: 'any', of: [early, sample(null)] })).toBe('end');
    expect(latest([])).toBe(0);
  });
});
