/**
 * A number as people type it: comma or point before the decimals, a minus of any kind, spaces between thousands. `null`
 * for nothing at all, `undefined` for what is not a number.
 *
 * @example
 * readNumber('−1 234,5') // -1234.5
 */
export function readNumber(text: string): number | null | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^[\u2212\u2013]/, '-');
  if (plain === '') return null;
  if (!/^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(plain)) return undefined;
  return Number(plain.replace(',', '.'));
}
