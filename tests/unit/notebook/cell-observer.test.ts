import { afterEach, describe, expect, it, vi } from 'vitest';
import { cellObserver } from '../../../src/notebook/cell-observer';

interface Place {
  className: string;
  textContent: string;
  readonly childNodes: Place[];
}

/** As much of a document as a cell needs. */
function place(): Place & Record<string, unknown> {
  const childNodes: Place[] = [];
  const attributes: Record<string, string> = {};
  return {
    className: '',
    textContent: '',
    childNodes,
    attributes,
    classList: { add: () => undefined },
    get lastChild() {
      const last = childNodes.at(-1);
      return last === undefined ? null : { remove: () => childNodes.pop() };
    },
    appendChild: (child: Place) => childNodes.push(child),
    replaceChildren: (...children: Place[]) => childNodes.splice(0, childNodes.length, ...children),
    setAttribute: (name: string, value: string) => {
      attributes[name] = value;
    },
  };
}

afterEach(() => vi.unstubAllGlobals());

describe('the observer of a cell', () => {
  it('shows an error in the place of the cell, as an alert, and writes nothing to the console', () => {
    vi.stubGlobal('document', { createElement: place });
    const written = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];
    const root = place();
    const state = { root: root as never, expanded: [], variables: [] };
    const cell = { id: 1, body: () => null, inputs: [], outputs: [], output: 'rows' };
    const observer = cellObserver(state, cell) as { rejected(error: unknown): void; pending(): void };
    observer.rejected(new Error("Could not convert string 'P0001' to INT32"));
    observer.rejected(new Error('another one takes its place'));
    const [shown, ...others] = root.childNodes as (Place & { readonly attributes: object })[];
    expect(others).toEqual([]);
    expect(shown?.attributes).toEqual({ role: 'alert' });
    expect(shown?.childNodes[0]).toMatchObject({
      className: 'notebook-error',
      textContent: 'rows: Error: another one takes its place',
    });
    observer.pending();
    expect(root.childNodes).toEqual([]);
    for (const spy of written) expect(spy).not.toHaveBeenCalled();
  });
});
