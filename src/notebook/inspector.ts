/** Shows what a cell gave when that is no element: as text, never as HTML. The kit calls it by these names. */
export class Inspector {
  readonly #node: Element;

  constructor(node: Element) {
    this.#node = node;
    node.classList.add('observablehq');
  }

  fulfilled(value: unknown, name?: string): void {
    const text = textOf(value);
    this.#write('value', name === undefined ? text : `${name} = ${text}`);
  }

  rejected(error: unknown, name?: string): void {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    this.#write('error', name === undefined ? text : `${name}: ${text}`);
    this.#node.setAttribute('role', 'alert');
  }

  #write(kind: 'value' | 'error', text: string): void {
    const line = document.createElement('pre');
    line.className = `notebook-${kind}`;
    line.textContent = text;
    this.#node.replaceChildren(line);
  }
}

const mostCharacters = 2_000;

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null) {
    const text = JSON.stringify(
      value,
      (_, part: unknown) => (ArrayBuffer.isView(part) ? Array.from(part as Float64Array) : part),
      2,
    );
    return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
  }
  return String(value);
}
