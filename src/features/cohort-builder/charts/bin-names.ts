import { facts, type NumberFactId } from '@core/cohort/fact-vocabulary';
import { rangeText } from '@language/number-text';
import type { Words } from '@language/use-words';
import type { Scale } from './brush-range';

/** The bins of a histogram in words: a whole number, or from one number to below the next. */
export function binNames(
  words: Words,
  fact: NumberFactId,
  { start, end, decimals, bars }: Scale & { readonly bars: number },
): readonly string[] {
  const width = (end - start) / Math.max(1, bars);
  const { unit } = facts[fact];
  return Array.from({ length: bars }, (_, at) => {
    const [from, to] = [at, at + 1].map((k) => Number((start + k * width).toFixed(decimals))) as [
      number,
      number,
    ];
    const isOne = decimals === 0 && to - from === 1;
    return rangeText(words, isOne ? { min: from, max: from } : { min: from, max: to, maxOpen: true }, unit);
  });
}
