import { closeCompletion } from '@codemirror/autocomplete';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { showFault } from './fault-mark';
import styles from './sql-editor.module.css';
import { completing, duckDbLanguage, steadyExtensions } from './sql-extensions';
import type { SqlCompletions, SqlWords } from './sql-words';

export interface SqlEditorHandle {
  /** Where the cursor stands, and what is selected. */
  readonly selection: () => { readonly from: number; readonly to: number; readonly cursor: number };
  /** Writes over what is selected, and goes there. */
  readonly insert: (text: string) => void;
  /** Puts another script in place of this one, as one step that can be undone. */
  readonly replace: (script: string) => void;
}

interface Props {
  readonly label: string;
  /** Read once: from then on the script lives in the editor. */
  readonly script: string;
  readonly onWrite: (script: string) => void;
  /** Ctrl or Cmd and Enter. */
  readonly onRun: () => void;
  readonly words: SqlWords | null;
  readonly complete: (script: string, position: number, asked: boolean) => SqlCompletions | null;
  /** Place of a fault in the script. */
  readonly fault: number | null;
  readonly handle: Ref<SqlEditorHandle>;
}

/**
 * A field for SQL. It lives in a shadow tree: there CodeMirror adopts its style sheets as objects, where in the page it would
 * write `<style>` elements, which the content security policy refuses.
 */
export function SqlEditor({ label, script, onWrite, onRun, words, complete, fault, handle }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const language = useRef(new Compartment());
  const name = useRef(new Compartment());
  const calls = useRef({ onWrite, onRun, complete });
  calls.current = { onWrite, onRun, complete };

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes is dispatched below.
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const place = document.createElement('div');
    place.style.height = '100%';
    root.append(place);
    const editor = new EditorView({
      root,
      parent: place,
      state: EditorState.create({
        doc: script,
        extensions: [
          Prec.highest(
            keymap.of([
              {
                key: 'Mod-Enter',
                run: (target) => {
                  closeCompletion(target);
                  calls.current.onRun();
                  return true;
                },
              },
            ]),
          ),
          language.current.of([]),
          name.current.of([]),
          completing((text, position, asked) => calls.current.complete(text, position, asked)),
          steadyExtensions,
          EditorView.updateListener.of((update) => {
            if (update.docChanged) calls.current.onWrite(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => {
      editor.destroy();
      place.remove();
      view.current = null;
    };
  }, []);

  useEffect(() => {
    const extension = words === null ? [] : duckDbLanguage(words);
    view.current?.dispatch({ effects: language.current.reconfigure(extension) });
  }, [words]);

  useEffect(() => {
    const attributes = EditorView.contentAttributes.of({ 'aria-label': label });
    view.current?.dispatch({ effects: name.current.reconfigure(attributes) });
  }, [label]);

  useEffect(() => {
    if (view.current !== null) showFault(view.current, fault);
  }, [fault]);

  useImperativeHandle(handle, () => ({
    selection: () => {
      const { from = 0, to = 0, head = 0 } = view.current?.state.selection.main ?? {};
      return { from, to, cursor: head };
    },
    insert: (text) => {
      const editor = view.current;
      if (editor === null) return;
      editor.dispatch(editor.state.replaceSelection(text));
      editor.focus();
    },
    replace: (text) => {
      const editor = view.current;
      if (editor === null) return;
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
      editor.focus();
    },
  }));

  return <div ref={host} className={styles.editor} />;
}
