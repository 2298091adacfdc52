import { categoryRow, numberRow, type TableOneGroups, tableOneOf } from '@core/analyses/table-one';
import { type OverlapGroup, overlapOf } from '@core/cohort/overlap';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Groups as members: `ab` is a patient in the first and the second cohort, the empty text one in none. */
function compared(
  members: readonly string[],
  groups: readonly OverlapGroup[] = [0, 1],
  tests = true,
): TableOneGroups {
  const failed = ['a', 'b', 'c']
    .slice(0, Math.max(...groups.map((group) => (group === 'rest' ? 1 : group + 1))))
    .map((name) => Uint32Array.from(members, (of) => (of.includes(name) ? 0 : 2)));
  return { overlap: overlapOf(failed, members.length), groups, tests };
}

const levels = ['F', 'M'];

describe('Table 1, by hand', () => {
  // Six patients: three in a, two in b, one in none. F is level 1, M level 2, 0 is not known.
  const members = ['a', 'a', 'a', 'b', 'b', ''];
  const sex = [1, 1, 0, 2, 1, 2];

  it('counts levels of the known and the missing, per group', () => {
    const row = categoryRow('sex', levels, sex, compared(members));
    expect(row.levels).toEqual([
      { level: 'F', patients: [2, 1] },
      { level: 'M', patients: [0, 1] },
    ]);
    expect(row.known).toEqual([2, 2]);
    expect(row.missing).toEqual([1, 0]);
  });

  it('gives the standardised difference of two shares: 1 and 1/2, so (1/2) / √(1/8) = √2', () => {
    const row = categoryRow('sex', levels, sex, compared(members));
    expect(row.differences[0]?.estimate).toBeCloseTo(Math.SQRT2, 12);
    expect(row.test).toMatchObject({ method: 'fisher-exact', reason: null });
    // One of four with M: both are as probable as they can be, p = 1.
    expect(row.test?.p).toBeCloseTo(1, 12);
  });

  it('sums up numbers: quartiles of type 7, standard deviation with n - 1, missing apart', () => {
    const ages = [40, 50, Number.NaN, 60, 80, 99];
    const row = numberRow('age', ages, compared(members));
    expect(row.summaries[0]).toMatchObject({
      median: 45,
      lowerQuartile: 42.5,
      upperQuartile: 47.5,
      mean: 45,
    });
    expect(row.summaries[0]?.standardDeviation).toBeCloseTo(Math.sqrt(50), 12);
    expect(row.missing).toEqual([1, 0]);
    // Means 45 and 70, variances 50 and 200: 25 / √125.
    expect(row.differences[0]?.estimate).toBeCloseTo(25 / Math.sqrt(125), 12);
    expect(row.test).toMatchObject({ method: 'wilcoxon-exact' });
    expect(row.test?.p).toBeCloseTo(2 / 6, 12);
  });

  it('has the rest as a group, and tests three groups by Kruskal-Wallis', () => {
    const table = tableOneOf(compared(members, [0, 1, 'rest']));
    expect(table).toMatchObject({ patients: [3, 2, 1], disjoint: true });
    const row = numberRow('age', [40, 50, 45, 60, 80, 99], compared(members, [0, 1, 'rest']));
    expect(row.test?.method).toBe('kruskal-wallis');
    expect(row.differences).toHaveLength(2);
  });

  it('defines neither difference nor test where a patient is in two groups', () => {
    const both = compared(['a', 'ab', 'b', 'b']);
    expect(tableOneOf(both).disjoint).toBe(false);
    const row = categoryRow('sex', levels, [1, 1, 2, 2], both);
    expect(row.levels.map(({ patients }) => patients)).toEqual([
      [2, 1],
      [0, 2],
    ]);
    expect(row.differences).toEqual([{ estimate: null, reason: 'overlap' }]);
    expect(row.test).toEqual({ p: null, method: null, reason: 'overlap' });
    expect(numberRow('age', [1, 2, 3, 4], both).test?.reason).toBe('overlap');
  });

  it('keeps groups without patients, and facts that nobody knows', () => {
    const empty = compared(['a', 'a']);
    const row = categoryRow('sex', levels, [0, 0], empty);
    expect(row).toMatchObject({ levels: [], known: [0, 0], missing: [2, 0] });
    expect(row.differences[0]).toEqual({ estimate: null, reason: 'empty-group' });
    expect(row.test).toMatchObject({ p: null, reason: 'too-few-groups' });
    const ages = numberRow('age', [Number.NaN, 3], empty);
    expect(ages.summaries[1]).toMatchObject({ n: 0, median: null, reason: 'no-values' });
    expect(ages.test).toMatchObject({ p: null, reason: 'too-few-groups' });
    expect(numberRow('age', [], compared([])).missing).toEqual([0, 0]);
  });

  it('says when all have the same answer', () => {
    const same = compared(['a', 'a', 'b']);
    expect(categoryRow('sex', levels, [1, 1, 1], same).test).toMatchObject({ reason: 'all-equal' });
    expect(numberRow('age', [7, 7, 7], same).test).toMatchObject({ reason: 'all-equal' });
  });

  it('takes Pearson where counts are large, and says so where Fisher would take too long', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 'a' : 'b'));
    const codes = (n: number, rare: number) => Array.from({ length: n }, (_, i) => (i < rare ? 2 : 1));
    expect(categoryRow('sex', levels, codes(100, 40), compared(many(100))).test?.method).toBe('pearson');
    expect(categoryRow('sex', levels, codes(100, 3), compared(many(100))).test?.method).toBe('fisher-exact');
    expect(categoryRow('sex', levels, codes(6000, 3), compared(many(6000))).test?.method).toBe(
      'pearson-small-expected',
    );
  });
});

describe('Table 1, by its laws', () => {
  const patients = fc.array(
    fc.record({
      of: fc.constantFrom('', 'a', 'b', 'c'),
      code: fc.nat(3),
      value: fc.option(fc.integer({ min: -20, max: 20 }), { nil: Number.NaN }),
    }),
    { maxLength: 60 },
  );
  const open = ['low', 'intermediate', 'high'];
  const both = (
    rows: readonly { of: string; code: number; value: number }[],
    groups: readonly OverlapGroup[],
  ) => {
    const groupsOf = compared(
      rows.map(({ of }) => of),
      groups,
    );
    return {
      category: categoryRow(
        'elts',
        open,
        rows.map(({ code }) => code),
        groupsOf,
      ),
      number: numberRow(
        'age',
        rows.map(({ value }) => value),
        groupsOf,
      ),
      table: tableOneOf(groupsOf),
    };
  };
  const seed = 20260118;

  it('known and missing make the group, levels make the known', () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const { category, number, table } = both(rows, [0, 1, 2]);
        table.patients.forEach((size, g) => {
          expect((category.known[g] ?? 0) + (category.missing[g] ?? 0)).toBe(size);
          expect((number.known[g] ?? 0) + (number.missing[g] ?? 0)).toBe(size);
          const sum = category.levels.reduce((all, level) => all + (level.patients[g] ?? 0), 0);
          expect(sum).toBe(category.known[g]);
        });
      }),
      { seed },
    );
  });

  it('the order of the groups changes their columns, not a p; the difference of numbers changes its sign', () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const forth = both(rows, [0, 1, 2]);
        const back = both(rows, [2, 1, 0]);
        expect(back.category.known).toEqual(forth.category.known.toReversed());
        expect(back.number.summaries).toEqual(forth.number.summaries.toReversed());
        for (const kind of ['category', 'number'] as const) {
          const [p, q] = [forth[kind].test, back[kind].test];
          expect(q?.method).toBe(p?.method);
          if (p?.p == null || q?.p == null) expect(q?.p).toBe(p?.p);
          else expect(q.p).toBeCloseTo(p.p, 9);
          const [there, here] = [forth[kind].differences[1], back[kind].differences[1]];
          if (there?.estimate == null) expect(here?.estimate ?? null).toBeNull();
          else {
            const sign = kind === 'number' ? -1 : 1;
            expect(here?.estimate).toBeCloseTo(sign * there.estimate, 9);
          }
        }
      }),
      { seed },
    );
  });

  it('the names of the levels do not matter', () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const turned = rows.map((row) => ({ ...row, code: row.code === 0 ? 0 : 4 - row.code }));
        const [one, other] = [both(rows, [0, 1]).category, both(turned, [0, 1]).category];
        expect(other.levels.map((level) => level.patients)).toEqual(
          one.levels.map((level) => level.patients).toReversed(),
        );
        const [a, b] = [one.differences[0]?.estimate ?? null, other.differences[0]?.estimate ?? null];
        if (a === null || b === null) expect(b).toBe(a);
        else expect(b).toBeCloseTo(a, 8);
      }),
      { seed },
    );
  });

  it('everybody twice: the same shares and medians, twice the counts', () => {
    fc.assert(
      fc.property(patients, (rows) => {
        const [once, twice] = [both(rows, [0, 1]), both([...rows, ...rows], [0, 1])];
        expect(twice.category.known).toEqual(once.category.known.map((n) => 2 * n));
        expect(twice.category.missing).toEqual(once.category.missing.map((n) => 2 * n));
        once.number.summaries.forEach(({ mean }, g) => {
          const doubled = twice.number.summaries[g]?.mean ?? null;
          if (mean === null) expect(doubled).toBeNull();
          else expect(doubled).toBeCloseTo(mean, 9);
        });
        const [a, b] = [once.category.differences[0]?.estimate, twice.category.differences[0]?.estimate];
        if (a == null) expect(b ?? null).toBeNull();
        else expect(b).toBeCloseTo(a, 9);
      }),
      { seed },
    );
  });
});
