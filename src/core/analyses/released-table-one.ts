import { facts } from '@core/cohort/fact-vocabulary';
import { isInGroup, type OverlapGroup } from '@core/cohort/overlap';
import type { Bounds } from '@core/disclosure/known-sums';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import {
  assembled,
  type Released,
  releasedShare,
  releaseMoment,
  releaseQuantile,
} from '@core/disclosure/released';
import type { ProtectedCount } from '@core/disclosure/released-counts';
import { everybody, type TableRelease } from '@core/disclosure/session-audit';
import { CountSheet } from './count-sheet';
import { exportedFacts } from './exported-figure';
import type { GroupTest } from './group-test';
import type { CategoryRow, GroupDifference, NumberRow, TableOne } from './table-one';

type ReleasedValue = Released<{ readonly value: number | null }>;

/** A count with its share of the known. */
export interface ReleasedPart {
  readonly count: ProtectedCount;
  readonly share: Released<{ readonly share: number | null }>;
}

interface ReleasedRowOf<Id> {
  readonly fact: Id;
  readonly missing: readonly ReleasedPart[];
  /** `null` also when a small count of the row stands behind it. */
  readonly differences: readonly (ReleasedValue & Pick<GroupDifference, 'reason'>)[];
  readonly test: (ReleasedValue & Pick<GroupTest, 'method' | 'reason'>) | null;
}

export interface ReleasedCategoryRow extends ReleasedRowOf<CategoryRow['fact']> {
  readonly kind: 'category';
  readonly levels: readonly { readonly level: string; readonly parts: readonly ReleasedPart[] }[];
}

export interface ReleasedNumberRow extends ReleasedRowOf<NumberRow['fact']> {
  readonly kind: 'number';
  readonly summaries: readonly {
    readonly median: ReleasedValue;
    readonly lowerQuartile: ReleasedValue;
    readonly upperQuartile: ReleasedValue;
    readonly mean: ReleasedValue;
    readonly standardDeviation: ReleasedValue;
  }[];
}

/** Table 1 as it may leave the page. */
export interface ReleasedTableOne {
  readonly patients: readonly ProtectedCount[];
  readonly disjoint: boolean;
  readonly rows: readonly (ReleasedCategoryRow | ReleasedNumberRow)[];
}

/** Where the counts of a row stand in the table of all counts, per group. */
interface Places {
  readonly levels: readonly (readonly number[])[];
  readonly known: readonly number[];
  readonly missing: readonly number[];
}

/**
 * Table 1 through disclosure control. Every count is released beside all it adds up with: the levels of a fact make the
 * known, known and missing make the group, and groups that lie within each other or make each other up are known to. Shares
 * are made of released counts; a difference or a test leaves only from a row without a small count, rounded, and with its method
 * and its reason: which test was chosen tells whether a count below 5 was expected. A fact whose levels are
 * whatever the extract holds (centres) has no row: its codes stay inside.
 *
 * @param sets     patients per set of groups' cohorts, as `Overlap` has them: who lies within whom
 * @param release  how its counts are released; by itself where it is not said
 */
export function releasedTableOne(
  table: TableOne,
  groups: readonly OverlapGroup[],
  sets: readonly number[],
  policy: DisclosurePolicy,
  release?: TableRelease,
): Released<ReleasedTableOne> {
  const sheet = new CountSheet();
  const related = groupRelations(groups, sets);
  const add = (
    patients: readonly number[],
    key: string,
    within: (count: number) => Bounds | undefined = () => undefined,
  ): readonly number[] => {
    const places = patients.map((count, g) => sheet.add(count, key, g, within(count)));
    for (const { whole, parts, isWhole } of related) {
      const known = parts.map((g) => places[g] as number);
      const rest = (patients[whole] ?? 0) - parts.reduce((total, g) => total + (patients[g] ?? 0), 0);
      // Also where nobody is left: a reader does not know it.
      sheet.sum(places[whole] as number, isWhole ? known : [...known, sheet.addHidden(rest)]);
    }
    return places;
  };
  const patients = add(table.patients, everybody);
  const rows = table.rows.filter(({ fact }) => exportedFacts.includes(fact));
  const placesOf = rows.map((row): Places => {
    const key = (level: string) => `fact/${row.fact}/${level}`;
    const levels =
      row.kind === 'category' ? row.levels.map(({ level, patients: some }) => add(some, key(level))) : [];
    const summarised = row.kind === 'number' ? (n: number) => summarisedOf(n, policy) : undefined;
    const [known, missing] = [add(row.known, key('known'), summarised), add(row.missing, key('unknown'))];
    groups.forEach((_, g) => {
      const at = (places: readonly number[]) => places[g] as number;
      sheet.sum(at(patients), [at(known), at(missing)]);
      if (row.kind === 'category') sheet.sum(at(known), levels.map(at));
    });
    return { levels, known, missing };
  });
  const told = sheet.release(policy, release);
  const countAt = (place: number | undefined) => told(place as number);
  return assembled<ReleasedTableOne>({
    patients: patients.map(countAt),
    disjoint: table.disjoint,
    rows: rows.map((row, r) => {
      const { levels, known, missing } = placesOf[r] as Places;
      const isSafe = [...levels, known, missing, patients].flat().every((place) => {
        const { kind } = countAt(place);
        return kind === 'rounded';
      });
      const part = (place: number | undefined, whole: number | undefined): ReleasedPart => ({
        count: countAt(place),
        share: releasedShare(countAt(place), countAt(whole)),
      });
      const least = Math.min(...row.known);
      const estimate = (value: number | null) => releaseMoment(isSafe ? value : null, least, policy);
      const shared = {
        missing: groups.map((_, g) => part(missing[g], patients[g])),
        differences: row.differences.map(({ estimate: value, reason }) => ({
          ...estimate(hundredths(value)),
          reason: isSafe ? reason : null,
        })),
        test:
          row.test === null
            ? null
            : {
                ...estimate(twoDigits(row.test.p)),
                method: isSafe ? row.test.method : null,
                reason: isSafe ? row.test.reason : null,
              },
      };
      if (row.kind === 'category') {
        return {
          kind: row.kind,
          fact: row.fact,
          ...shared,
          levels: row.levels.map(({ level }, l) => ({
            level,
            parts: groups.map((_, g) => part(levels[l]?.[g], known[g])),
          })),
        };
      }
      return {
        kind: row.kind,
        fact: row.fact,
        ...shared,
        summaries: row.summaries.map(summaryOf(row, policy)),
      };
    }),
  });
}

/** Of how many a number is known, as a reader finds by which of its mean, its median and its quartiles are told. */
function summarisedOf(n: number, { threshold }: DisclosurePolicy): Bounds {
  const ends = [0, threshold, 2 * threshold, 4 * threshold, Number.POSITIVE_INFINITY];
  const place = ends.findLastIndex((end) => end <= n);
  return { lower: ends[place] ?? 0, upper: (ends[place + 1] ?? Number.POSITIVE_INFINITY) - 1 };
}

/** More digits would let counts be found by trying. */
const twoDigits = (value: number | null) => (value === null ? null : Number(value.toPrecision(2)));
const hundredths = (value: number | null) => (value === null ? null : Math.round(100 * value) / 100);

const summaryOf =
  ({ fact }: NumberRow, policy: DisclosurePolicy) =>
  (summary: NumberRow['summaries'][number]) => {
    const isYear = facts[fact].unit === 'year';
    const quantile = (value: number | null, p: number) =>
      releaseQuantile(value, p, summary.n, policy, isYear ? 4 : 2);
    return {
      median: quantile(summary.median, 0.5),
      lowerQuartile: quantile(summary.lowerQuartile, 0.25),
      upperQuartile: quantile(summary.upperQuartile, 0.75),
      mean: releaseMoment(summary.mean, summary.n, policy, isYear ? 4 : 3),
      standardDeviation: releaseMoment(summary.standardDeviation, summary.n, policy),
    };
  };

interface GroupRelation {
  readonly whole: number;
  readonly parts: readonly number[];
  /** The parts make the whole; else they lie in it. */
  readonly isWhole: boolean;
}

/** Groups that lie within another, and sets of groups without common patients that make another up. */
export function groupRelations(
  groups: readonly OverlapGroup[],
  sets: readonly number[],
): readonly GroupRelation[] {
  // The members of a group as the sets that somebody is in, one bit each: at most 64 of them.
  const present = sets.flatMap((count, set) => (count > 0 ? [set] : []));
  const members = groups.map((group) =>
    present.reduce((bits, set, k) => (isInGroup(set, group) ? bits | (1n << BigInt(k)) : bits), 0n),
  );
  const relations: GroupRelation[] = [];
  for (let subset = 1; subset < 1 << groups.length; subset++) {
    const parts = groups.flatMap((_, g) => (subset & (1 << g) ? [g] : []));
    let union = 0n;
    let disjoint = true;
    for (const g of parts) {
      const bits = members[g] ?? 0n;
      if ((union & bits) !== 0n || bits === 0n) disjoint = false;
      union |= bits;
    }
    if (!disjoint) continue;
    members.forEach((whole, g) => {
      if (parts.includes(g) || (union & ~whole) !== 0n) return;
      const isWhole = union === whole;
      if (isWhole || parts.length === 1) relations.push({ whole: g, parts, isWhole });
    });
  }
  return relations;
}
