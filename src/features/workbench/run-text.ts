import type { Words } from '@language/use-words';

/** Seconds with the digits that matter: hundredths below ten seconds. */
export const secondsText = (milliseconds: number, words: Words): string =>
  words.number(milliseconds / 1000, {
    minimumFractionDigits: milliseconds < 10_000 ? 2 : 0,
    maximumFractionDigits: milliseconds < 10_000 ? 2 : 0,
  });

/** A position of a script as its line and its column, both from 1. */
export function lineAndColumn(
  script: string,
  position: number,
): { readonly line: number; readonly column: number } {
  const before = script.slice(0, position);
  const lineFrom = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: position - lineFrom + 1 };
}
