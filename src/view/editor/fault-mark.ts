import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

const setFault = StateEffect.define<number | null>();

const faultMarks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    // What is written anew is not yet known to be wrong.
    let next = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects) {
      if (!effect.is(setFault)) continue;
      next =
        effect.value === null ? Decoration.none : marksAt(transaction.state.doc.toString(), effect.value);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The word at the place is underlined, its line is tinted. */
function marksAt(script: string, position: number): DecorationSet {
  const at = Math.min(Math.max(0, position), script.length);
  const lineFrom = script.lastIndexOf('\n', at - 1) + 1;
  const [word] = /^[\p{L}\p{N}_]+|^\S/u.exec(script.slice(at)) ?? [];
  const line = Decoration.line({ class: 'cm-fault-line' }).range(lineFrom);
  if (word === undefined) return Decoration.set([line]);
  return Decoration.set([line, Decoration.mark({ class: 'cm-fault' }).range(at, at + word.length)]);
}

export const faultMark: Extension = faultMarks;

/** Marks the place of a fault, or takes the mark away. */
export function showFault(view: EditorView, position: number | null): void {
  view.dispatch({ effects: [setFault.of(position), ...scrollTo(view, position)] });
}

function scrollTo(view: EditorView, position: number | null) {
  if (position === null) return [];
  return [
    EditorView.scrollIntoView(Math.min(position, view.state.doc.length), { y: 'nearest', yMargin: 24 }),
  ];
}
