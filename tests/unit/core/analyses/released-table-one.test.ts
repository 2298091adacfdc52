import { groupRelations, releasedTableOne } from '@core/analyses/released-table-one';
import { categoryRow, numberRow, type TableOne, tableOneOf } from '@core/analyses/table-one';
import { type OverlapGroup, overlapOf } from '@core/cohort/overlap';
import { defaultPolicy } from '@core/disclosure/policy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const levels = ['low', 'intermediate', 'high'];

interface Row {
  readonly a: boolean;
  readonly b: boolean;
  readonly code: number;
  readonly value: number;
}

function tableOf(rows: readonly Row[], groups: readonly OverlapGroup[]) {
  const failed = (['a', 'b'] as const).map((name) => Uint32Array.from(rows, (row) => (row[name] ? 0 : 1)));
  const overlap = overlapOf(failed, rows.length);
  const compared = { overlap, groups, tests: true };
  const table: TableOne = {
    ...tableOneOf(compared),
    rows: [
      categoryRow(
        'elts',
        levels,
        rows.map(({ code }) => code),
        compared,
      ),
      numberRow(
        'age',
        rows.map(({ value }) => value),
        compared,
      ),
    ],
  };
  return { table, released: releasedTableOne(table, groups, overlap.counts, defaultPolicy) };
}

const row = fc.record({
  a: fc.boolean(),
  b: fc.boolean(),
  code: fc.constantFrom(0, 1, 1, 1, 2, 2, 3),
  value: fc.integer({ min: 18, max: 90 }),
});

describe('Table 1 as it leaves the page', () => {
  it('knows which groups lie within each other and which make another up', () => {
    // Set 1: only in the first, 3: in both. The second lies within the first; both and the rest make nobody up.
    expect(groupRelations([0, 1, 'rest'], [5, 7, 0, 4])).toEqual([{ whole: 0, parts: [1], isWhole: false }]);
    // The third holds everybody; the first and the second share nobody and make it up.
    expect(groupRelations([0, 1, 2], [0, 0, 0, 0, 0, 6, 7, 0])).toContainEqual({
      whole: 2,
      parts: [0, 1],
      isWhole: true,
    });
  });

  it('has no row of centres, whose codes stay inside', () => {
    const rows = Array.from({ length: 60 }, () => ({ a: true, b: false, code: 1, value: 50 }));
    const { table } = tableOf(rows, [0]);
    const [elts] = table.rows;
    if (elts?.kind !== 'category') throw new Error('no row');
    const centres = { ...elts, fact: 'centre', levels: [{ level: 'C07', patients: [60] }] } as const;
    const released = releasedTableOne({ ...table, rows: [centres, elts] }, [0], [0, 60, 0, 0], defaultPolicy);
    expect(released.rows.map(({ fact }) => fact)).toEqual(['elts']);
    expect(JSON.stringify(released)).not.toContain('C07');
  });

  it('holds no count of 1 to 10 and no exact count above, in any cell', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 120 }), (rows) => {
        const { released } = tableOf(rows, [0, 1, 'rest']);
        const counts = [
          ...released.patients,
          ...released.rows.flatMap((one) => [
            ...one.missing.map(({ count }) => count),
            ...(one.kind === 'category'
              ? one.levels.flatMap(({ parts }) => parts.map(({ count }) => count))
              : []),
          ]),
        ];
        for (const count of counts) {
          if (count.kind !== 'rounded') continue;
          expect(count.value === 0 || (count.value >= 15 && count.value % 5 === 0)).toBe(true);
        }
        // Numbers under the count of patients that a quantile needs are not told.
        const ages = released.rows[1];
        if (ages?.kind !== 'number') throw new Error('no ages');
        ages.summaries.forEach(({ median, mean }, g) => {
          const n = [0, 1, 'rest'].map(
            (group) => rows.filter(({ a, b }) => (group === 0 ? a : group === 1 ? b : !a && !b)).length,
          )[g] as number;
          if (n < 22) expect(median.value).toBeNull();
          if (n < 11) expect(mean.value).toBeNull();
        });
      }),
      { seed: 20260118, numRuns: 150 },
    );
  });

  it('keeps differences and tests back in a row with a small count', () => {
    const rows = Array.from({ length: 120 }, (_, i) => ({
      a: i < 60,
      b: i >= 60,
      code: i % 2 === 0 ? 1 : 2,
      value: 20 + i,
    }));
    const whole = tableOf(rows, [0, 1]).released.rows[0];
    expect(whole?.differences[0]?.value).toBe(0);
    expect(whole?.test?.value).toBe(1);
    const rare = tableOf(
      rows.map((one, i) => (i < 3 ? { ...one, code: 3 } : one)),
      [0, 1],
    ).released.rows[0];
    expect(rare?.differences[0]?.value).toBeNull();
    expect(rare?.test?.value).toBeNull();
  });

  it('does not tell small counts by the test that was chosen', () => {
    // Of 300 and of 100 ten each: five are expected among the 100, as many as Pearson's test asks for. With one less, fewer are.
    const of = (high: number) =>
      tableOf(
        Array.from({ length: 400 }, (_, i) => ({
          a: i < 300,
          b: i >= 300,
          code: i < 10 || (i >= 300 && i < 300 + high) ? 3 : 1 + (i % 2),
          value: 20 + (i % 60),
        })),
        [0, 1],
      );
    const [ten, nine] = [of(10), of(9)];
    expect(ten.table.rows[0]?.test?.method).toBe('pearson');
    expect(nine.table.rows[0]?.test?.method).toBe('fisher-exact');
    for (const { released } of [ten, nine]) {
      expect(released.rows[0]?.test).toMatchObject({ value: null, method: null, reason: null });
      expect(released.rows[0]?.differences[0]).toMatchObject({ value: null, reason: null });
    }
  });

  it('does not tell of how many a number is unknown by which of its quantiles are told', () => {
    const of = (patients: number, known: number) =>
      tableOf(
        Array.from({ length: patients }, (_, i) => ({
          a: true,
          b: false,
          code: 1 + (i % 2),
          value: i < known ? 30 + (i % 40) : Number.NaN,
        })),
        [0],
      ).released;
    const missingOf = (table: ReturnType<typeof of>) => table.rows[1]?.missing[0]?.count.kind;
    // The mean is told of 11 at least: of 13 who are told as 15, 11 to 17, it would be unknown of 1 to 6, not of 1 to 10.
    const few = of(13, 11);
    expect([few.patients[0]?.kind, missingOf(few)]).not.toEqual(['rounded', 'masked']);
    // Of large groups nothing is lost.
    expect(missingOf(of(400, 396))).toBe('masked');
    expect(of(400, 396).patients[0]).toMatchObject({ kind: 'rounded', value: 400 });
  });

  it('keeps calendar years whole', () => {
    const rows = Array.from({ length: 100 }, (_, i) => ({
      a: true,
      b: false,
      code: 1,
      value: 2000 + (i % 21),
    }));
    const failed = [new Uint32Array(100)];
    const overlap = overlapOf(failed, 100);
    const compared = { overlap, groups: [0] as const, tests: false };
    const years = numberRow(
      'diagnosis_year',
      rows.map(({ value }) => value),
      compared,
    );
    const released = releasedTableOne(
      { ...tableOneOf(compared), rows: [years] },
      [0],
      overlap.counts,
      defaultPolicy,
    );
    const [first] = released.rows;
    if (first?.kind !== 'number') throw new Error('no years');
    expect(first.summaries[0]?.median.value).toBe(2010);
    expect(first.summaries[0]?.lowerQuartile.value).toBe(2005);
  });
});
