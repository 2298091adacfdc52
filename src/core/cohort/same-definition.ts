/**
 * A definition, or a part of one, as text: equal texts say the same, whatever the order in which their members were
 * written (a file, a link and a screen write them in different orders).
 *
 * @example
 * definitionText({ b: 1, a: [2] }) === definitionText({ a: [2], b: 1 }) // true
 */
export function definitionText(part: unknown): string {
  if (Array.isArray(part)) return `[${part.map(definitionText).join(',')}]`;
  if (typeof part !== 'object' || part === null) return JSON.stringify(part) ?? 'null';
  const members = Object.entries(part)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}:${definitionText(value)}`);
  return `{${members.join(',')}}`;
}

export const saysTheSame = (one: unknown, other: unknown): boolean =>
  one === other || definitionText(one) === definitionText(other);
