const noBreak = '\u00a0';
const narrowNoBreak = '\u202f';

/**
 * The spaces that French typography puts before : ; ! ? % and inside « », made unbreakable, so that no line begins
 * with a lone mark. Leaves everything else, placeholders of messages included, as it is.
 *
 * @example
 * frenchSpaces('méthode « log » : 95 %') // the three marks stay with their words
 */
export function frenchSpaces(text: string): string {
  return text
    .replaceAll('« ', `«${noBreak}`)
    .replace(/ (?=[»:%])/g, noBreak)
    .replace(/ (?=[;!?])/g, narrowNoBreak);
}
