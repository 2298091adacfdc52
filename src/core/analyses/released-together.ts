import { withheldCount } from '@core/disclosure/released';
import type { TableSum } from '@core/disclosure/released-counts';
import {
  everybody,
  type KeyedCount,
  type KeyedTable,
  type TableRelease,
} from '@core/disclosure/session-audit';

type Sheet = Pick<KeyedTable, 'counts' | 'sums'>;

/**
 * What is made of several tables of the same patients, all their counts released as those of one: what is called the same in two of
 * them, and is as many, stands there once, so that it is told once and every sum of either is a sum of both. Whoever a figure is of
 * are some of those of the first table.
 *
 * @param make     called twice with a release, which it calls for its tables in the same order
 * @param release  of all counts
 */
export function releasedTogether<Made>(make: (release: TableRelease) => Made, release: TableRelease): Made {
  const sheets: Sheet[] = [];
  make((sheet) => {
    sheets.push({ counts: [...sheet.counts], sums: [...sheet.sums] });
    return sheet.counts.map(() => withheldCount);
  });
  const { counts, sums, places } = oneTable(sheets);
  const told = release({ counts, sums });
  let turn = 0;
  return make(() => {
    const own = places[turn] ?? [];
    turn += 1;
    return own.map((place) => told[place] ?? withheldCount);
  });
}

function oneTable(sheets: readonly Sheet[]) {
  const counts: KeyedCount[] = [];
  const sums: TableSum[] = [];
  const known = new Map<string, number>();
  const add = (count: KeyedCount): number => counts.push(count) - 1;
  const addPart = (whole: number, place: number): void => {
    const rest = (counts[whole]?.patients ?? 0) - (counts[place]?.patients ?? 0);
    const others = rest === 0 ? [] : [add({ patients: rest, hidden: true, key: null })];
    sums.push({ whole, parts: [place, ...others] });
  };
  const placeOf = (count: KeyedCount): number => {
    const before = count.key === null ? undefined : known.get(count.key);
    const there = before === undefined ? undefined : counts[before];
    if (before === undefined || there === undefined) {
      const place = add(count);
      if (count.key !== null) known.set(count.key, place);
      return place;
    }
    // Everybody stands in nearly every sum: at a place in each table, so that not every two sums have one in common.
    if (count.key === everybody && there.patients >= count.patients) {
      const place = add({ ...count, key: null });
      addPart(before, place);
      return place;
    }
    if (there.patients !== count.patients) return add(count);
    // Shown in one of the two, it is known in both.
    if (count.hidden !== true) counts[before] = count;
    return before;
  };
  const places = sheets.map((sheet) => {
    const own = sheet.counts.map((count) => {
      const { ofSome, ...one } = count;
      const all = ofSome === true ? known.get(everybody) : undefined;
      if (all === undefined || (counts[all]?.patients ?? 0) < count.patients) return placeOf(count);
      const place = placeOf(one);
      addPart(all, place);
      return place;
    });
    for (const { whole, parts } of sheet.sums)
      sums.push({ whole: own[whole] as number, parts: parts.map((part) => own[part] as number) });
    return own;
  });
  return { counts, sums, places };
}
