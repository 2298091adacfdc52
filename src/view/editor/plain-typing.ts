import { EditorSelection, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/**
 * Takes what is typed as text, before the browser edits the page itself: Chromium would keep the look of what it replaces
 * in a `style` attribute, which the content security policy refuses and reports. What an input method composes goes
 * the usual way.
 */
export const plainTyping: Extension = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const text = event.data;
    if (event.inputType !== 'insertText' || event.isComposing || view.composing || text === null)
      return false;
    const { main, ranges } = view.state.selection;
    if (ranges.length > 1) return false;
    const { from, to } = main;
    const insert = () =>
      view.state.update({
        changes: { from, to, insert: text },
        selection: EditorSelection.cursor(from + text.length),
        scrollIntoView: true,
        userEvent: 'input.type',
      });
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, from, to, text, insert))) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});
