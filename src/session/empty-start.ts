/** The parameter of an address on which the page opens no extract by itself. */
export const startParameter = 'start';
export const emptyStart = 'empty';

/** Whether an address (`#/extract?start=empty`) asks for a page without an extract. */
export function startsEmpty(hash: string): boolean {
  const [, search = ''] = hash.split('?');
  return new URLSearchParams(search).get(startParameter) === emptyStart;
}

/** What is kept of an address when a session is closed: the look of the page, and nothing of what was asked. */
const kept = ['lang', 'theme'] as const;

/** The address of an empty start, in the language and theme of the one before. */
export function emptyStartAfter(hash: string): string {
  const [, search = ''] = hash.split('?');
  const before = new URLSearchParams(search);
  const after = new URLSearchParams({ [startParameter]: emptyStart });
  for (const name of kept) {
    const value = before.get(name);
    if (value !== null) after.set(name, value);
  }
  return `#/extract?${after}`;
}
