import { levelCounts, levelTotals, membersWithout } from '@core/cohort/coded-column';
import { PatternSorter } from '@core/cohort/rule-patterns';
import { categoryVerdicts, combinedVerdicts, rangeVerdicts } from '@core/cohort/verdict-column';
import { describe, expect, it } from 'vitest';

const [no, yes, open] = [0, 1, 2];

describe('verdicts of all patients at once', () => {
  it('answer a category by its code; what is not known is unknown', () => {
    const coded = { codes: Uint8Array.of(0, 1, 2, 1), levels: 2 };
    expect([...categoryVerdicts(coded, ['F', 'M'], ['M'])]).toEqual([open, no, yes, no]);
    expect([...categoryVerdicts(coded, ['F', 'M'], [])]).toEqual([open, no, no, no]);
  });

  it('answer a range at its ends, open or not', () => {
    const values = Float64Array.of(17, 18, 65, 66, Number.NaN);
    expect([...rangeVerdicts(values, { min: 18, max: 65 })]).toEqual([no, yes, yes, no, open]);
    expect([...rangeVerdicts(values, { min: 18, max: 65, minOpen: true, maxOpen: true })]).toEqual([
      no,
      no,
      no,
      no,
      open,
    ]);
    expect([...rangeVerdicts(values, { min: null, max: null })]).toEqual([yes, yes, yes, yes, open]);
  });

  it('combine by Kleene’s logic', () => {
    const a = Uint8Array.of(yes, yes, yes, no, no, no, open, open, open);
    const b = Uint8Array.of(yes, no, open, yes, no, open, yes, no, open);
    const of = [] as const;
    expect([...combinedVerdicts({ kind: 'all', of }, [a, b])]).toEqual([1, 0, 2, 0, 0, 0, 2, 0, 2]);
    expect([...combinedVerdicts({ kind: 'any', of }, [a, b])]).toEqual([1, 1, 1, 1, 0, 2, 1, 2, 2]);
    expect([...combinedVerdicts({ kind: 'at_least', count: 2, of }, [a, b])]).toEqual([
      1, 0, 2, 0, 0, 0, 2, 0, 2,
    ]);
  });
});

describe('patients sorted by their verdicts', () => {
  it('are counted by pattern, up to the 31st bit, and fail by the policy of each rule', () => {
    const sorter = new PatternSorter(3);
    for (let rule = 0; rule < 31; rule++) sorter.add(Uint8Array.of(yes, yes, yes));
    sorter.add(Uint8Array.of(no, open, yes));
    const last = 2 ** 31;
    expect(
      sorter.counts().map(({ notMet, unknown, patients }) => [notMet >>> 0, unknown >>> 0, patients]),
    ).toEqual([
      [last, 0, 1],
      [0, last, 1],
      [0, 0, 1],
    ]);
    const policies = (policy: 'exclude' | 'include') => Array(32).fill(policy) as ('exclude' | 'include')[];
    expect([...sorter.failed(policies('exclude'))]).toEqual([last, last, 0]);
    expect([...sorter.failed(policies('include'))]).toEqual([last, 0, 0]);
  });

  it('are all alike without rules, and none is no pattern', () => {
    expect(new PatternSorter(5).counts()).toEqual([{ notMet: 0, unknown: 0, patients: 5 }]);
    expect(new PatternSorter(0).counts()).toEqual([]);
  });
});

describe('the counts of a chart', () => {
  it('leave the rules of the chart itself out of account, the topmost bit too', () => {
    const failed = Uint32Array.of(0, 1, 2, 2 ** 31, 3, 0);
    expect([...membersWithout(failed, 0)]).toEqual([0, 5]);
    expect([...membersWithout(failed, 2)]).toEqual([0, 2, 5]);
    expect([...membersWithout(failed, 1 << 31)]).toEqual([0, 3, 5]);
    expect([...membersWithout(new Uint32Array(0), 0)]).toEqual([]);
  });

  it('count all patients and those in, with those not known first', () => {
    const coded = { codes: Uint8Array.of(1, 0, 2, 2), levels: 3 };
    expect([...levelTotals(coded)]).toEqual([1, 1, 2, 0]);
    expect([...levelCounts(coded, Uint32Array.of(1, 3))]).toEqual([1, 0, 1, 0]);
  });
});
