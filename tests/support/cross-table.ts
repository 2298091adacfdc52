import type { KeyedTable } from '@core/disclosure/session-audit';

/** A square table with all its margins, of which one count in three is small. */
export function crossTable(size: number): KeyedTable {
  const places = Array.from({ length: size }, (_, k) => k);
  const cell = (r: number, c: number) =>
    (r * 7 + c * 11) % 3 === 0 ? 1 + ((r + c) % 10) : 15 + ((r * c) % 40);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const byRow = places.map((r) => sum(places.map((c) => cell(r, c))));
  const byColumn = places.map((c) => sum(places.map((r) => cell(r, c))));
  const cells = places.flatMap((r) => places.map((c) => cell(r, c)));
  const at = (r: number, c: number) => 1 + 2 * size + r * size + c;
  const total = sum(byRow);
  return {
    patients: Uint32Array.from({ length: total }, (_, k) => k),
    counts: [total, ...byRow, ...byColumn, ...cells].map((patients, k) => ({ patients, key: `${k}` })),
    sums: [
      { whole: 0, parts: places.map((r) => 1 + r) },
      { whole: 0, parts: places.map((c) => 1 + size + c) },
      ...places.map((r) => ({ whole: 1 + r, parts: places.map((c) => at(r, c)) })),
      ...places.map((c) => ({ whole: 1 + size + c, parts: places.map((r) => at(r, c)) })),
    ],
  };
}
