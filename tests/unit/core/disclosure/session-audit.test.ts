import { defaultPolicy } from '@core/disclosure/policy';
import { boundsOf, type ProtectedCount, type TableSum } from '@core/disclosure/released-counts';
import {
  type KeyedTable,
  type LeftTable,
  mostTogether,
  releaseBesideEarlier,
} from '@core/disclosure/session-audit';
import { type LinearKnowledge, linearRange, wholeNumbersIn } from '@tests/support/linear-range';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const upTo = (n: number, from = 0) => Uint32Array.from({ length: n }, (_, k) => from + k);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** A total and its levels. */
function levels(counts: readonly number[], from = 0, fact = 'class'): KeyedTable {
  const total = sum(counts);
  return {
    patients: upTo(total, from),
    counts: [
      { patients: total, key: 'all' },
      ...counts.map((patients, k) => ({ patients, key: `${fact}/${k}` })),
    ],
    sums: [{ whole: 0, parts: counts.map((_, k) => k + 1) }],
  };
}

function left(table: KeyedTable, earlier: readonly LeftTable[] = []): LeftTable {
  const released = releaseBesideEarlier(table, earlier);
  if (released.kind === 'refused') throw new Error(`refused: ${released.reason}`);
  return { ...table, told: released.told, policy: defaultPolicy };
}

/** What a reader of two tables knows of their counts, one after the other, with the sums that join them. */
function readerRange(
  tables: readonly { readonly table: KeyedTable; readonly told: readonly ProtectedCount[] }[],
  joins: readonly TableSum[],
  exact: readonly number[],
) {
  const known: LinearKnowledge[] = [];
  let start = 0;
  for (const { table, told } of tables) {
    told.forEach((count, k) => {
      const { lower, upper } = boundsOf(count, defaultPolicy);
      known.push({ terms: [[start + k, 1]], min: lower, max: upper });
    });
    for (const { whole, parts } of table.sums)
      known.push({
        terms: [[start + whole, -1], ...parts.map((at): [number, number] => [start + at, 1])],
        min: 0,
        max: 0,
      });
    start += table.counts.length;
  }
  for (const { whole, parts } of joins)
    known.push({ terms: [[whole, -1], ...parts.map((at): [number, number] => [at, 1])], min: 0, max: 0 });
  return exact.map((patients, k) => ({ patients, left: () => wholeNumbersIn(linearRange(known, k)) }));
}

const count = fc.oneof({ arbitrary: fc.nat(14), weight: 2 }, { arbitrary: fc.nat(80), weight: 1 });

describe('a table that leaves after another', () => {
  it('is told as it is by itself where it has nothing in common with the earlier ones', () => {
    const table = levels([40, 7, 30]);
    const alone = releaseBesideEarlier(table, []);
    expect(releaseBesideEarlier(table, [left(levels([40, 30], 1000))])).toEqual(alone);
    expect(releaseBesideEarlier(table, [left(levels([37, 40], 0, 'other'))])).toEqual(alone);
  });

  it('does not tell the margin that an earlier table withheld a count for', () => {
    // 60 + 4 + 30: the four are masked, and something beside them is withheld.
    const rows: KeyedTable = {
      patients: upTo(94),
      counts: [
        { patients: 94, key: 'all' },
        { patients: 64, hidden: true, key: 'row/1' },
        { patients: 30, key: 'row/2' },
        { patients: 60, key: null },
        { patients: 4, key: null },
      ],
      sums: [
        { whole: 0, parts: [1, 2] },
        { whole: 1, parts: [3, 4] },
      ],
    };
    const first = left(rows);
    const margins: KeyedTable = {
      patients: upTo(94),
      counts: [
        { patients: 94, key: 'all' },
        { patients: 64, key: 'row/1' },
        { patients: 30, key: 'row/2' },
      ],
      sums: [{ whole: 0, parts: [1, 2] }],
    };
    const alone = releaseBesideEarlier(margins, []);
    const after = releaseBesideEarlier(margins, [first]);
    if (alone.kind === 'refused' || after.kind === 'refused') throw new Error('refused');
    expect(alone.told[1]?.kind).toBe('rounded');
    const exact = [...rows.counts, ...margins.counts].map(({ patients }) => patients);
    const same: readonly TableSum[] = [0, 1, 2].map((k) => ({ whole: k, parts: [5 + k] }));
    const few = readerRange(
      [
        { table: rows, told: first.told },
        { table: margins, told: after.told },
      ],
      same,
      exact,
    )[4];
    expect(few?.left()).toBeGreaterThanOrEqual(10);
  });

  it('leaves no small count of a part, of the whole or of the rest to be narrowed: two cohorts, one within the other', () => {
    const pairs = fc.array(fc.tuple(count, count), { minLength: 2, maxLength: 4 });
    let told = 0;
    fc.assert(
      fc.property(pairs, fc.boolean(), (cells, wholeFirst) => {
        const part = levels(cells.map(([inside]) => inside));
        const whole = levels(cells.map(([inside, outside]) => inside + outside));
        fc.pre(part.patients.length > 0 && part.patients.length < whole.patients.length);
        const [one, other] = wholeFirst ? [whole, part] : [part, whole];
        const first = left(one);
        const second = releaseBesideEarlier(other, [first]);
        if (second.kind === 'refused') return;
        told += 1;
        const tables = [
          { table: one, told: first.told },
          { table: other, told: second.told },
        ];
        const n = part.counts.length;
        const [wholeAt, partAt] = wholeFirst ? [0, n] : [n, 0];
        const rests = part.counts.map(
          (_, k) => (whole.counts[k]?.patients ?? 0) - (part.counts[k]?.patients ?? 0),
        );
        const exact = [
          ...one.counts.map(({ patients }) => patients),
          ...other.counts.map(({ patients }) => patients),
        ];
        const joins = rests.map((_, k) => ({ whole: wholeAt + k, parts: [partAt + k, 2 * n + k] }));
        const ranges = readerRange([...tables, { table: { ...part, sums: [] }, told: [] }], joins, [
          ...exact,
          ...rests,
        ]);
        for (const { patients, left: values } of ranges) {
          if (patients > 0 && patients < 11) expect(values()).toBeGreaterThanOrEqual(10);
        }
      }),
      { seed: 20261127, numRuns: 100 },
    );
    expect(told).toBeGreaterThan(30);
  });

  it('is refused where only the earlier counts could be withheld', () => {
    const patients = upTo(100);
    const apart = left({
      patients,
      counts: [
        { patients: 50, key: 'deep' },
        { patients: 47, key: 'sustained' },
      ],
      sums: [],
    });
    expect(apart.told.map(({ kind }) => kind)).toEqual(['rounded', 'rounded']);
    // Another table says that one is within the other: three are deep and not sustained.
    const nested: KeyedTable = {
      patients,
      counts: [
        { patients: 50, hidden: true, key: 'deep' },
        { patients: 47, hidden: true, key: 'sustained' },
        { patients: 3, hidden: true, key: null },
      ],
      sums: [{ whole: 0, parts: [1, 2] }],
    };
    expect(releaseBesideEarlier(nested, [apart])).toEqual({ kind: 'refused', reason: 'together' });
    expect(releaseBesideEarlier(nested, []).kind).toBe('released');
  });

  it('adds up parts that have nobody in common: what the whole has more than both is protected too', () => {
    const [one, two] = [levels([50, 50]), levels([50, 0], 100)];
    const earlier = [left(one), left(two, [left(one)])];
    const whole = (others: number) => releaseBesideEarlier(levels([100, 50 + others]), earlier);
    // Six of the class are in neither part.
    const after = whole(6);
    expect(after.kind === 'released' && after.told[2]?.kind === 'rounded').toBe(false);
    const enough = whole(30);
    expect(enough.kind === 'released' && enough.told[2]?.kind === 'rounded').toBe(true);
  });

  it('is refused beside more tables than are looked at together', () => {
    const table = levels([30, 30]);
    const many = Array.from({ length: mostTogether.tables + 1 }, () => left(table));
    const next = levels([31, 29]);
    expect(releaseBesideEarlier(next, many)).toEqual({ kind: 'refused', reason: 'too-many' });
    expect(releaseBesideEarlier(next, many.slice(1)).kind).toBe('released');
    // What has left already is told as it was.
    expect(releaseBesideEarlier(table, many)).toEqual({ kind: 'released', told: many[0]?.told });
  });
});
