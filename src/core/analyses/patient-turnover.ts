import type { DisclosurePolicy } from '@core/disclosure/policy';
import { assembled, type Released } from '@core/disclosure/released';
import {
  type ProtectedCount,
  releaseCounts,
  type TableCount,
  type TableSum,
} from '@core/disclosure/released-counts';

/** One patient of a cohort. */
export interface GroupMember {
  /** The number that the engine gave: the same patient has another one in another extract. */
  readonly key: number;
  readonly pseudonym: string;
  /** `null`: the group is not known. */
  readonly level: string | null;
}

/** Who stayed in a group of an export between two extracts, who came and who went, as it may be told. */
export interface ReleasedTurnover {
  /** `all`: the whole cohort. */
  readonly level: string;
  readonly stayed: ProtectedCount;
  readonly entered: ProtectedCount;
  readonly left: ProtectedCount;
}

/** The sets of an export: its whole cohort and, split, each group that is told of; keys ascending as the members are. */
export function memberSets(members: readonly GroupMember[], least: number): readonly Uint32Array[] {
  const levels = [...new Set(members.flatMap(({ level }) => level ?? []))];
  const groups = levels.map((level) => members.filter((member) => member.level === level));
  return [members, ...groups.filter(({ length }) => length >= least && length < members.length)].map((some) =>
    Uint32Array.from(some, ({ key }) => key),
  );
}

/**
 * Who entered and left a cohort and each of its groups from one extract to the next, by pseudonym: who changes the group leaves
 * one and enters the other. The counts are released beside the sizes that they add up to, which the numbers of an export tell.
 */
export function releasedTurnover(
  before: readonly GroupMember[],
  now: readonly GroupMember[],
  policy: DisclosurePolicy,
): Released<readonly ReleasedTurnover[]> {
  const counts: TableCount[] = [];
  const sums: TableSum[] = [];
  const add = (patients: number, hidden = false) =>
    counts.push(hidden ? { patients, hidden } : { patients }) - 1;
  const namesOf = (members: readonly GroupMember[], level: string) =>
    new Set(
      members.filter((member) => level === 'all' || member.level === level).map(({ pseudonym }) => pseudonym),
    );
  const levels = [...new Set([...before, ...now].flatMap(({ level }) => level ?? []))].filter(
    (level) => level !== 'all',
  );
  const groups = ['all', ...levels].map((level) => {
    const [then, today] = [namesOf(before, level), namesOf(now, level)];
    const both = [...today].filter((name) => then.has(name)).length;
    const [stayed, left, entered] = [add(both), add(then.size - both), add(today.size - both)];
    const sizes = [add(then.size), add(today.size)] as const;
    sums.push({ whole: sizes[0], parts: [stayed, left] }, { whole: sizes[1], parts: [stayed, entered] });
    return { level, stayed, left, entered, sizes };
  });
  const [all, ...parts] = groups;
  // The groups make up the cohort, with those whose group is not known.
  for (const side of levels.length === 0 || all === undefined ? [] : ([0, 1] as const)) {
    const places = parts.map(({ sizes }) => sizes[side]);
    const known = places.reduce((sum, place) => sum + (counts[place]?.patients ?? 0), 0);
    const rest = add((counts[all?.sizes[side] ?? 0]?.patients ?? 0) - known, true);
    sums.push({ whole: all?.sizes[side] ?? 0, parts: [...places, rest] });
  }
  const released = releaseCounts(counts, sums, policy);
  const at = (place: number) => released[place] as ProtectedCount;
  return assembled<readonly ReleasedTurnover[]>(
    groups.map(({ level, stayed, entered, left }) => ({
      level,
      stayed: at(stayed),
      entered: at(entered),
      left: at(left),
    })),
  );
}

/** The group that a number of an export is of, by its path; the whole cohort where it names none. */
export function turnoverOf(
  path: string,
  turnover: Released<readonly ReleasedTurnover[]>,
): ReleasedTurnover | null {
  const named = turnover.filter(({ level }) => `.${path}.`.includes(`.${level}.`) && level !== 'all');
  const longest = named.toSorted((a, b) => b.level.length - a.level.length)[0];
  return longest ?? turnover.find(({ level }) => level === 'all') ?? null;
}
