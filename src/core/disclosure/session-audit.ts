import { relationOf, type SetRelation } from './differencing';
import { type DisclosurePolicy, defaultPolicy, policyJson } from './policy';
import { withheldCount } from './released';
import {
  type AuditStep,
  knownBounds,
  type ProtectedCount,
  releaseBeside,
  type TableCount,
  type TableSum,
  type ToldCount,
} from './released-counts';

/** A count of a table by what it is a count of, the same in every table of the same patients; `null`: of this table alone. */
export interface KeyedCount extends TableCount {
  readonly key: string | null;
  /** The place of its patients among the groups of the table; without one they are those of the table. */
  readonly group?: number;
  /** Whoever knows how many all of its table or group are finds those whom it is not of. */
  readonly ofSome?: true;
}

/** A table of counts: of which patients, and every sum that a reader of it knows, those of its groups among them. */
export interface KeyedTable {
  /** Numbers of the patients, distinct and ascending. */
  readonly patients: Uint32Array;
  /** Patients of its parts, of its cohorts, of its curves: of the counts that are not of all. */
  readonly groups?: readonly Uint32Array[];
  readonly counts: readonly KeyedCount[];
  readonly sums: readonly TableSum[];
}

/** A table that has left, with what was told of it and by which policy. */
export interface LeftTable extends KeyedTable {
  readonly told: readonly ProtectedCount[];
  readonly policy: DisclosurePolicy;
}

/** What a count is called that is everybody of its table or its group. */
export const everybody = 'all';

export type BesideEarlier =
  | { readonly kind: 'released'; readonly told: readonly ProtectedCount[] }
  | { readonly kind: 'refused'; readonly reason: 'together' | 'too-many' };

/** What is told of the counts of a table; what is made of a table gives its counts and gets them back. */
export type TableRelease = (table: Pick<KeyedTable, 'counts' | 'sums'>) => readonly ProtectedCount[];

/** What was made of a table that was released beside those that have left. */
export interface ReleasedInSession<Made> {
  readonly made: Made;
  /** The table as it leaves, or why it does not: then nothing of it was told. */
  readonly left: LeftTable | null;
  readonly refusal: 'together' | 'too-many' | null;
}

/** How a table is audited beside those that have left: `releaseBesideEarlier` with them, here or away from the page. */
export interface SessionAudit {
  readonly policy: DisclosurePolicy;
  readonly audit: (table: KeyedTable) => BesideEarlier | Promise<BesideEarlier>;
}

/**
 * What is made of the counts of some patients, released beside tables of the same session.
 *
 * @param make  called twice with a release: for the counts that it asks of, and with what is told of them
 */
export async function releasedInSession<Made>(
  { patients, groups = [] }: Pick<KeyedTable, 'patients' | 'groups'>,
  make: (release: TableRelease) => Made,
  { policy, audit }: SessionAudit,
): Promise<ReleasedInSession<Made>> {
  let table: KeyedTable = { patients, groups, counts: [], sums: [] };
  const withheld: TableRelease = ({ counts }) => counts.map(() => withheldCount);
  const untold = make((asked) => {
    table = { patients, groups, counts: asked.counts, sums: asked.sums };
    return withheld(asked);
  });
  const found = await audit(table);
  if (found.kind === 'refused') return { made: untold, left: null, refusal: found.reason };
  return { made: make(() => found.told), left: { ...table, told: found.told, policy }, refusal: null };
}

/** How many tables that have left are looked at beside another one, and how many counts all together may have. */
export const mostTogether = { tables: 24, counts: 6000 } as const;

/**
 * The counts of a table as they may leave beside those of tables that have left before. What was told stays told; the new counts
 * are released as if all tables were one, joined by what a reader can work out: the same count of the same patients is the same; of
 * patients within others it is a part of theirs; parts of patients that have nobody in common add up; and whoever a figure is of
 * are some of its patients.
 *
 * Refused where withholding every new count would not be enough, or where the tables are more than can be looked at together. A
 * table that has left already, under the same policy, is told as it was.
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
  const again = leftBefore(table, earlier, policy);
  if (again !== undefined) return { kind: 'released', told: again.told };
  const tables: readonly (KeyedTable | LeftTable)[] = [table, ...earlier];
  const size = tables.reduce((sum, { counts }) => sum + counts.length, 0);
  if (earlier.length > mostTogether.tables || size > mostTogether.counts)
    return { kind: 'refused', reason: 'too-many' };
  const { counts, sums } = joined(tables);
  const released = releaseBeside(counts, sums, policy, progress);
  if (released.kind === 'refused')
    return { kind: 'refused', reason: released.reason === 'too-large' ? 'too-many' : 'together' };
  return { kind: 'released', told: released.counts.slice(0, table.counts.length) };
}

/** Patients whose counts are told by a table: all of it, or one of its groups. */
interface Unit {
  readonly table: number;
  readonly patients: Uint32Array;
  /** Where its counts stand, by their keys; everybody once. */
  readonly places: Map<string, number>;
  /** Where its counts stand that are of everybody, or of some of them whom a reader takes from all. */
  readonly wholes: number[];
}

/** The counts of several tables in one list, with the sums of each and those that join them. */
function joined(tables: readonly (KeyedTable | LeftTable)[]) {
  const counts: TableCount[] = [];
  const sums: TableSum[] = [];
  const units: Unit[] = [];
  const addHidden = (patients: number) => counts.push({ patients, hidden: true }) - 1;
  tables.forEach((one, table) => {
    const start = counts.length;
    const own = [one.patients, ...(one.groups ?? [])].map(
      (patients): Unit => ({ table, patients, places: new Map(), wholes: [] }),
    );
    one.counts.forEach(({ key, group, ofSome, ...count }, k) => {
      const place = counts.push('told' in one ? { ...count, told: toldOf(one, k) } : count) - 1;
      const unit = own[group === undefined ? 0 : 1 + group];
      if (key !== null) unit?.places.set(key, place);
      if (key === everybody || ofSome === true) unit?.wholes.push(place);
    });
    for (const { whole, parts } of one.sums)
      sums.push({ whole: start + whole, parts: parts.map((part) => start + part) });
    units.push(...own.filter(({ places }) => places.size > 0));
  });
  const join = (whole: number, parts: readonly number[]) => {
    const of = (place: number) => counts[place]?.patients ?? 0;
    const rest = of(whole) - parts.reduce((sum, place) => sum + of(place), 0);
    // Less than its parts: not what its key says. Nothing is joined that does not go with the numbers.
    if (rest >= 0) sums.push({ whole, parts: [...parts, addHidden(rest)] });
  };
  for (const { patients, places, wholes } of units) {
    const isAll = (place: number) => counts[place]?.patients === patients.length;
    if (wholes.length === 0) continue;
    const size = wholes.find((place) => isAll(place)) ?? addHidden(patients.length);
    for (const place of wholes) {
      if (!isAll(place)) join(size, [place]);
      else if (place !== size) sums.push({ whole: size, parts: [place] });
    }
    places.set(everybody, size);
  }
  const relation = relationsOf(units);
  units.forEach(({ table, patients, places }, w) => {
    const standing = (kind: SetRelation) =>
      units.flatMap((_, u) => (u !== w && relation(u, w) === kind ? [u] : []));
    const isElsewhere = (unit: number) => units[unit]?.table !== table;
    const same = standing('same').filter((u) => u > w && isElsewhere(u));
    const within = standing('within');
    for (const [key, place] of places) {
      const among = (some: readonly number[]) =>
        some.flatMap((unit): readonly Part[] => {
          const at = units[unit]?.places.get(key);
          return at === undefined ? [] : [{ at, unit }];
        });
      for (const { at } of among(same)) {
        if (counts[at]?.patients === counts[place]?.patients) sums.push({ whole: place, parts: [at] });
      }
      const parts = among(within);
      for (const { at, unit } of parts) if (isElsewhere(unit)) join(place, [at]);
      for (const family of familiesApart(parts, relation)) {
        // What groups of one table alone add up to is for the table to say; a group beside a part of another table is not.
        if (!family.some(({ unit }) => isElsewhere(unit))) continue;
        const own = family.map(({ at }) => at);
        const sizes = family.reduce((sum, { unit }) => sum + (units[unit]?.patients.length ?? 0), 0);
        // Parts that are all of the patients: whoever knows their definitions knows that nobody is left.
        if (sizes === patients.length && isSum(counts, place, own)) sums.push({ whole: place, parts: own });
        else join(place, own);
      }
    }
  });
  return { counts, sums };
}

/** What was told of a count that has left, as it is known by it. */
function toldOf({ told, counts, policy }: LeftTable, k: number): ToldCount {
  const [count, counted] = [told[k] as ProtectedCount, counts[k] as TableCount];
  return counted.told ?? { count, bounds: knownBounds(counted, count, policy), threshold: policy.threshold };
}

/** The same table among those that have left under the same policy: told as it was, it tells nothing new. */
export const leftBefore = (
  table: KeyedTable,
  earlier: readonly LeftTable[],
  policy: DisclosurePolicy,
): LeftTable | undefined =>
  earlier.find((one) => isSameTable(one, table) && isSamePolicy(one.policy, policy));

function isSameTable(one: KeyedTable, other: KeyedTable): boolean {
  const setsOf = ({ patients, groups = [] }: KeyedTable) => [patients, ...groups];
  const [sets, others] = [setsOf(one), setsOf(other)];
  return (
    one.counts.length === other.counts.length &&
    sets.length === others.length &&
    JSON.stringify([one.counts, one.sums]) === JSON.stringify([other.counts, other.sums]) &&
    sets.every((set, k) => relationOf(set, others[k] as Uint32Array) === 'same')
  );
}

const isSamePolicy = (one: DisclosurePolicy, other: DisclosurePolicy): boolean =>
  JSON.stringify(policyJson(one)) === JSON.stringify(policyJson(other));

/** How the patients of one unit stand to those of another, by their places. */
type UnitRelation = (one: number, other: number) => SetRelation;

/** The same as seen from the other set. */
const inverse = {
  within: 'around',
  around: 'within',
  same: 'same',
  apart: 'apart',
  across: 'across',
} as const;

/** Sets of a million patients take a moment: every two of them are compared once. */
function relationsOf(units: readonly Unit[]): UnitRelation {
  const known = new Map<number, SetRelation>();
  const forth = (one: number, other: number): SetRelation => {
    const key = one * units.length + other;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [a, b] = [units[one], units[other]] as [Unit, Unit];
    const found = relationOf(a.patients, b.patients);
    known.set(key, found);
    return found;
  };
  return (one, other) => (one < other ? forth(one, other) : inverse[forth(other, one)]);
}

/** A count of patients who are all among those of another unit. */
interface Part {
  readonly at: number;
  readonly unit: number;
}

const isSum = (counts: readonly TableCount[], whole: number, parts: readonly number[]): boolean =>
  counts[whole]?.patients === parts.reduce((sum, part) => sum + (counts[part]?.patients ?? 0), 0);

/** Two counts and more of which none has a patient in common with another: each begun with another one, and filled up. */
function familiesApart(parts: readonly Part[], relation: UnitRelation): readonly (readonly Part[])[] {
  const families = new Map<string, readonly Part[]>();
  for (const first of parts) {
    const family = [first];
    for (const other of parts) {
      if (family.every((one) => one.unit !== other.unit && relation(one.unit, other.unit) === 'apart'))
        family.push(other);
    }
    const sorted = family.toSorted((a, b) => a.at - b.at);
    if (sorted.length > 1) families.set(sorted.map(({ at }) => at).join(' '), sorted);
  }
  return [...families.values()];
}
