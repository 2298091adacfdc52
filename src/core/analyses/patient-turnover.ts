import type { DisclosurePolicy } from '@core/disclosure/policy';
import { assembled, type Released } from '@core/disclosure/released';
import type { ProtectedCount } from '@core/disclosure/released-counts';
import { CountSheet } from './count-sheet';

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
  const sheet = new CountSheet();
  const namesOf = (members: readonly GroupMember[], level: string) =>
    new Set(
      members.filter((member) => level === 'all' || member.level === level).map(({ pseudonym }) => pseudonym),
    );
  const levels = [...new Set([...before, ...now].flatMap(({ level }) => level ?? []))].filter(
    (level) => level !== 'all',
  );
  const groupOf = (level: string) => {
    const [then, today] = [namesOf(before, level), namesOf(now, level)];
    const both = [...today].filter((name) => then.has(name)).length;
    const stayed = sheet.add(both);
    const [left, entered] = [sheet.add(then.size - both), sheet.add(today.size - both)];
    const sides = [then.size, today.size].map((patients, side) => {
      const place = sheet.add(patients);
      sheet.sum(place, [stayed, side === 0 ? left : entered]);
      return { place, patients };
    });
    return { level, stayed, left, entered, sides };
  };
  const all = groupOf('all');
  const parts = levels.map(groupOf);
  // The groups make up the cohort, with those whose group is not known.
  if (parts.length > 0) {
    all.sides.forEach(({ place, patients }, side) => {
      const own = parts.flatMap(({ sides }) => sides[side] ?? []);
      const unknown = patients - own.reduce((sum, one) => sum + one.patients, 0);
      sheet.sum(place, [...own.map((one) => one.place), sheet.addHidden(unknown)]);
    });
  }
  const told = sheet.release(policy);
  return assembled<readonly ReleasedTurnover[]>(
    [all, ...parts].map(({ level, stayed, entered, left }) => ({
      level,
      stayed: told(stayed),
      entered: told(entered),
      left: told(left),
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
