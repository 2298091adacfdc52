import { defaultPolicy } from '@core/disclosure/policy';
import { releaseCount } from '@core/disclosure/released';
import { differsTooLittle, inTurn, noteExport, tablesLeft } from '@session/export-ledger';
import { describe, expect, it } from 'vitest';

const upTo = (n: number, from = 0) => Uint32Array.from({ length: n - from }, (_, k) => from + k);
const entry = { title: 't', cohort: 'c', refusal: null, leftOut: [], files: [] };

describe('what a session has exported', () => {
  it('refuses sets that differ by a few from a cohort or a group of an earlier export, of the same extract', () => {
    // A cohort of 100, of whom 60 and 40 are in two groups.
    noteExport(entry, 'A', [upTo(100), upTo(60), upTo(100, 60)]);
    expect(differsTooLittle([upTo(100)], 'A')).toBe(false);
    // The same cohort split differently: one of its groups lacks five of an earlier group.
    expect(differsTooLittle([upTo(100), upTo(55), upTo(100, 55)], 'A')).toBe(true);
    // A cohort that is nearly one of the groups.
    expect(differsTooLittle([upTo(65)], 'A')).toBe(true);
    expect(differsTooLittle([upTo(80)], 'A')).toBe(false);
    // A group that is nearly the whole cohort.
    expect(differsTooLittle([upTo(400), upTo(95)], 'A')).toBe(true);
    expect(differsTooLittle([upTo(65)], 'B')).toBe(false);
  });

  it('keeps no patients of what was refused, and compares with those of the same extract, opened again too', () => {
    noteExport({ ...entry, refusal: 'differencing' }, 'A', null);
    expect(differsTooLittle([upTo(65)], 'A')).toBe(true);
    noteExport(entry, 'B', [upTo(300)]);
    expect(differsTooLittle([upTo(65)], 'B')).toBe(false);
    expect(differsTooLittle([upTo(301)], 'B')).toBe(true);
    // The first extract, opened again after another one.
    expect(differsTooLittle([upTo(65)], 'A')).toBe(true);
  });

  it('compares the patients of a regression with those of regressions', () => {
    noteExport(entry, 'C', [upTo(100)], [upTo(90), upTo(40)]);
    expect(differsTooLittle([upTo(87)], 'C', undefined, 'fitted')).toBe(true);
    expect(differsTooLittle([upTo(90), upTo(60)], 'C', undefined, 'fitted')).toBe(false);
    expect(differsTooLittle([upTo(87)], 'C')).toBe(false);
    expect(differsTooLittle([upTo(87)], 'D', undefined, 'fitted')).toBe(false);
  });

  it('makes one export after the other, so that none leaves beside one that it was not compared with', async () => {
    const seen: string[] = [];
    const make = (name: string, fails = false) =>
      inTurn(async () => {
        seen.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 2));
        seen.push(`${name} ends`);
        if (fails) throw new Error('the engine stopped');
        return name;
      }, new AbortController().signal);
    const [first, second, third] = await Promise.allSettled([make('a'), make('b', true), make('c')]);
    expect(seen).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} ends`]));
    expect(first).toEqual({ status: 'fulfilled', value: 'a' });
    expect(second.status).toBe('rejected');
    expect(third).toEqual({ status: 'fulfilled', value: 'c' });
  });

  it('does not begin one that was given up while it waited', async () => {
    const given = new AbortController();
    const begun: string[] = [];
    const make = (name: string, signal: AbortSignal) =>
      inTurn(async () => {
        begun.push(name);
        given.abort();
      }, signal);
    const all = [make('a', new AbortController().signal), make('b', given.signal)];
    all.push(make('c', new AbortController().signal));
    expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    expect(begun).toEqual(['a', 'c']);
  });

  it('keeps the counts of what was made, of the open extract alone', () => {
    const table = { patients: upTo(40), counts: [], sums: [], told: [], policy: defaultPolicy };
    noteExport(entry, 'E', [upTo(40)], [], table);
    noteExport(entry, 'E', [upTo(40)]);
    noteExport({ ...entry, refusal: 'together' }, 'E', null, [], table);
    expect(tablesLeft('E')).toEqual([table]);
    expect(tablesLeft('F')).toEqual([]);
    noteExport(entry, 'F', [upTo(40)], [], table);
    expect(tablesLeft('F')).toHaveLength(1);
  });

  it('keeps the same counts once, however often and in how many forms they leave', () => {
    const table = (size: number, policy = defaultPolicy) => ({
      patients: upTo(size),
      counts: [{ patients: size, key: 'all' }],
      sums: [],
      told: [releaseCount(size, policy)],
      policy,
    });
    for (let form = 0; form < 30; form++) noteExport(entry, 'G', [upTo(40)], [], table(40));
    expect(tablesLeft('G')).toHaveLength(1);
    noteExport(entry, 'G', [upTo(80)], [], table(80));
    noteExport(entry, 'G', [upTo(40)], [], table(40, { ...defaultPolicy, threshold: 20 }));
    expect(tablesLeft('G')).toHaveLength(3);
  });
});
