/**
 * The windows of a long list that hold the rows in sight, then the one after and the one before.
 *
 * @param rows  of the list; `null` while it is not known
 */
export function windowsInSight(
  { first, last }: { readonly first: number; readonly last: number },
  rows: number | null,
  windowRows: number,
): readonly number[] {
  const at = (place: number) => Math.floor(Math.max(0, place) / windowRows);
  const [from, to] = [at(first), at(last)];
  const inSight = Array.from({ length: to - from + 1 }, (_, k) => from + k);
  const end = rows === null ? to : at(rows - 1);
  return [...inSight, ...(to < end ? [to + 1] : []), ...(from > 0 ? [from - 1] : [])];
}
