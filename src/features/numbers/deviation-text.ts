import type { Words } from '@language/use-words';

/** A deviation or tolerance with two significant digits and a power of ten, the way R prints it. */
export function deviationText(number: Words['number'], deviation: number): string {
  return deviation === 0
    ? number(0)
    : number(deviation, { notation: 'scientific', maximumSignificantDigits: 2 }).replace('E', 'e');
}
