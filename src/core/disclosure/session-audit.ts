import { relationOf, type SetRelation } from './differencing';
import { type DisclosurePolicy, defaultPolicy } from './policy';
import { withheldCount } from './released';
import {
  type AuditStep,
  type ProtectedCount,
  releaseBeside,
  type TableCount,
  type TableSum,
} from './released-counts';

/** A count of a table by what it is a count of, the same in every table of the same patients; `null`: of this table alone. */
export interface KeyedCount extends TableCount {
  readonly key: string | null;
}

/** A table of counts: of which patients, and every sum that a reader of it knows. */
export interface KeyedTable {
  /** Numbers of the patients, distinct and ascending. */
  readonly patients: Uint32Array;
  readonly counts: readonly KeyedCount[];
  readonly sums: readonly TableSum[];
}

/** A table that has left, with what was told of it. */
export interface LeftTable extends KeyedTable {
  readonly told: readonly ProtectedCount[];
}

export type BesideEarlier =
  | { readonly kind: 'released'; readonly told: readonly ProtectedCount[] }
  | { readonly kind: 'refused'; readonly reason: 'together' | 'too-many' };

/** What is told of the counts of a table; what is made of a table gives its counts and gets them back. */
export type TableRelease = (table: Omit<KeyedTable, 'patients'>) => readonly ProtectedCount[];

/** What was made of a table that was released beside those that have left. */
export interface ReleasedInSession<Made> {
  readonly made: Made;
  /** The table as it leaves, or why it does not: then nothing of it was told. */
  readonly left: LeftTable | null;
  readonly refusal: 'together' | 'too-many' | null;
}

/**
 * What is made of the counts of some patients, released beside tables of the same session.
 *
 * @param make   called twice with a release: for the counts that it asks of, and with what is told of them
 * @param audit  `releaseBesideEarlier` with the earlier tables, here or away from the page
 */
export async function releasedInSession<Made>(
  patients: Uint32Array,
  make: (release: TableRelease) => Made,
  audit: (table: KeyedTable) => BesideEarlier | Promise<BesideEarlier>,
): Promise<ReleasedInSession<Made>> {
  let table: KeyedTable = { patients, counts: [], sums: [] };
  const withheld: TableRelease = ({ counts }) => counts.map(() => withheldCount);
  const untold = make((asked) => {
    table = { patients, ...asked };
    return withheld(asked);
  });
  const found = await audit(table);
  if (found.kind === 'refused') return { made: untold, left: null, refusal: found.reason };
  const { counts, sums } = table;
  return { made: make(() => found.told), left: { patients, counts, sums, told: found.told }, refusal: null };
}

/** How many tables that have left are looked at beside another one, and how many counts all together may have. */
export const mostTogether = { tables: 24, counts: 3000 } as const;

/**
 * The counts of a table as they may leave beside those of tables that have left before. What was told stays told; the new counts
 * are released as if all tables were one, joined by what a reader can work out: the same count of the same patients is the same; of
 * patients within others it is a part of theirs; parts of patients that have nobody in common add up.
 *
 * Refused where withholding every new count would not be enough, or where the tables are more than can be looked at together.
 * Patients that overlap without one set holding the other are not joined: their counts have no sum.
 *
 * @see tests/unit/core/disclosure/session-audit.test.ts, which solves pairs of tables as linear programs
 */
export function releaseBesideEarlier(
  table: KeyedTable,
  earlier: readonly LeftTable[],
  policy: DisclosurePolicy = defaultPolicy,
  progress?: (step: AuditStep) => void,
): BesideEarlier {
  const tables: readonly (KeyedTable | LeftTable)[] = [table, ...earlier];
  const size = tables.reduce((sum, { counts }) => sum + counts.length, 0);
  if (earlier.length > mostTogether.tables || size > mostTogether.counts)
    return { kind: 'refused', reason: 'too-many' };
  const counts: TableCount[] = [];
  const sums: TableSum[] = [];
  const starts = tables.map((one) => {
    const start = counts.length;
    const told = 'told' in one ? one.told : null;
    one.counts.forEach(({ patients, hidden }, k) => {
      const count = hidden ? { patients, hidden } : { patients };
      counts.push(told === null ? count : { ...count, told: told[k] as ProtectedCount });
    });
    for (const { whole, parts } of one.sums)
      sums.push({ whole: start + whole, parts: parts.map((part) => start + part) });
    return start;
  });
  const places = tables.map(({ counts: own }, t) => {
    const byKey = new Map<string, number>();
    own.forEach(({ key }, k) => {
      if (key !== null) byKey.set(key, (starts[t] as number) + k);
    });
    return byKey;
  });
  const join = (whole: number, parts: readonly number[]) => {
    const of = (place: number) => counts[place]?.patients ?? 0;
    const rest = of(whole) - parts.reduce((sum, place) => sum + of(place), 0);
    // Less than its parts: not what its key says. Nothing is joined that does not go with the numbers.
    if (rest < 0) return;
    sums.push({ whole, parts: [...parts, counts.push({ patients: rest, hidden: true }) - 1] });
  };
  const relation = relationsOf(tables);
  tables.forEach((_, w) => {
    const standing = (kind: SetRelation) =>
      tables.flatMap((_other, t) => (t !== w && relation(t, w) === kind ? [t] : []));
    const [same, within] = [standing('same').filter((t) => t > w), standing('within')];
    for (const [key, place] of places[w] ?? []) {
      const among = (some: readonly number[]) =>
        some.flatMap((table): readonly Part[] => {
          const at = places[table]?.get(key);
          return at === undefined ? [] : [{ at, table }];
        });
      for (const { at } of among(same)) {
        if (counts[at]?.patients === counts[place]?.patients) sums.push({ whole: place, parts: [at] });
      }
      const parts = among(within);
      for (const { at } of parts) join(place, [at]);
      for (const family of familiesApart(parts, relation)) join(place, family);
    }
  });
  const released = releaseBeside(counts, sums, policy, progress);
  if (released.kind === 'refused')
    return { kind: 'refused', reason: released.reason === 'too-large' ? 'too-many' : 'together' };
  return { kind: 'released', told: released.counts.slice(0, table.counts.length) };
}

/** How the patients of one table stand to those of another, by their places. */
type TableRelation = (one: number, other: number) => SetRelation;

/** The same as seen from the other set. */
const inverse = {
  within: 'around',
  around: 'within',
  same: 'same',
  apart: 'apart',
  across: 'across',
} as const;

/** Sets of a million patients take a moment: every two of them are compared once. */
function relationsOf(tables: readonly KeyedTable[]): TableRelation {
  const known = new Map<number, SetRelation>();
  const forth = (one: number, other: number): SetRelation => {
    const key = one * tables.length + other;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [a, b] = [tables[one], tables[other]] as [KeyedTable, KeyedTable];
    const found = relationOf(a.patients, b.patients);
    known.set(key, found);
    return found;
  };
  return (one, other) => (one < other ? forth(one, other) : inverse[forth(other, one)]);
}

/** A count of patients who are all among those of another table. */
interface Part {
  readonly at: number;
  readonly table: number;
}

/** Places of two counts and more of which none has a patient in common with another: each begun with another one, and filled up. */
function familiesApart(parts: readonly Part[], relation: TableRelation): readonly (readonly number[])[] {
  const families = new Map<string, readonly number[]>();
  for (const first of parts) {
    const family = [first];
    for (const other of parts) {
      if (family.every((one) => one.table !== other.table && relation(one.table, other.table) === 'apart'))
        family.push(other);
    }
    const places = family.map(({ at }) => at).toSorted((a, b) => a - b);
    if (places.length > 1) families.set(places.join(' '), places);
  }
  return [...families.values()];
}
