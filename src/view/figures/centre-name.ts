import type { Words } from '@language/use-words';

/** A code for the own centre alone; `null` is the small ones together. */
export function centreName(centre: string | null, own: string | null, words: Words): string {
  if (centre === null) return words.say('practice.smallCentres');
  return centre === own ? centre : words.say('practice.anotherCentre');
}
