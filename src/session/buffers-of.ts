/**
 * The buffers under the typed arrays of an answer, each once: handed over instead of copied, so that the page that
 * receives millions of numbers is not held up.
 */
export function buffersOf(answer: unknown): readonly ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
      return;
    }
    // A list begins as it goes on: numbers and words need no look at each of millions.
    if (Array.isArray(value) && typeof value[0] !== 'object') return;
    for (const one of Object.values(value)) visit(one);
  };
  visit(answer);
  return [...found];
}
