import type { Looks } from '@core/analyses/look-ledger';
import { useWords, type Words } from '@language/use-words';

/** How much was looked at, and what chance alone would find in it. */
export function LooksNote({ looks }: { readonly looks: Looks }) {
  const words = useWords();
  return looks.analyses === 0 ? null : <p>{looksText(looks, words)}</p>;
}

export function looksText({ comparisons, byChance, ...counts }: Looks, words: Words): string {
  const count = words.say('looks.count', counts);
  return comparisons < 2
    ? count
    : `${count} ${words.say('looks.chance', {
        comparisons,
        byChance: words.number(byChance, { maximumFractionDigits: 1 }),
      })}`;
}
