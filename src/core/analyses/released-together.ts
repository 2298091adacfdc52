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
  const places = sheets.map((sheet) => {
    const own = sheet.counts.map((count) => {
      const before = count.key === null ? undefined : known.get(count.key);
      const there = before === undefined ? undefined : counts[before];
      if (before === undefined || there === undefined) {
        const place = counts.push(count) - 1;
        if (count.key !== null) known.set(count.key, place);
        return place;
      }
      // Everybody stands in nearly every sum: at a place in each table, so that not every two sums have one in common.
      if (count.key === everybody && there.patients >= count.patients) {
        const place = counts.push({ ...count, key: null }) - 1;
        const rest = there.patients - count.patients;
        const others = rest === 0 ? [] : [counts.push({ patients: rest, hidden: true, key: null }) - 1];
        sums.push({ whole: before, parts: [place, ...others] });
        return place;
      }
      if (there.patients !== count.patients) return counts.push(count) - 1;
      // Shown in one of the two, it is known in both.
      if (count.hidden !== true) counts[before] = count;
      return before;
    });
    for (const { whole, parts } of sheet.sums)
      sums.push({ whole: own[whole] as number, parts: parts.map((part) => own[part] as number) });
    return own;
  });
  return { counts, sums, places };
}
