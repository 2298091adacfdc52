import type { CellDefinition, CellState } from 'observable:define';
import { clear, observe } from 'observable:display';
import { Inspector } from './inspector';

/**
 * What shows the value of a cell. The kit's own writes every error to the console too, and the words of the engine may quote
 * a value of a patient: here an error stands in the place of its cell and nowhere else.
 */
export function cellObserver(state: CellState, definition: CellDefinition): object {
  const observer = observe(state, definition);
  return Object.assign(observer, {
    rejected(error: unknown) {
      observer._error = true;
      clear(state);
      const node = document.createElement('div');
      new Inspector(node).rejected(error, definition.output);
      state.root.appendChild(node);
    },
  });
}
