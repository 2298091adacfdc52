import {
  autocompletion,
  type Completion,
  type CompletionContext,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { SQLDialect, sql } from '@codemirror/lang-sql';
import { bracketMatching, indentUnit } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { editorLook } from './editor-look';
import { faultMark } from './fault-mark';
import { plainTyping } from './plain-typing';
import type { SqlCompletion, SqlCompletions, SqlWords } from './sql-words';

/** DuckDB's SQL, by the words that the open engine names itself. */
export function duckDbLanguage({ keywords, functions, types }: SqlWords): Extension {
  const dialect = SQLDialect.define({
    keywords: keywords.filter((word) => word !== 'true' && word !== 'false' && word !== 'null').join(' '),
    builtin: functions.join(' '),
    types: types.join(' '),
    doubleDollarQuotedStrings: true,
    operatorChars: '*+-%<>!=&|^/~?:@',
    identifierQuotes: '"',
    spaceAfterDashes: false,
  });
  return sql({ dialect }).language.extension;
}

/** Everything of the editor that does not change while it stands. Tab leaves the editor, as any field of the page. */
export const steadyExtensions: Extension = [
  lineNumbers(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  drawSelection(),
  history(),
  bracketMatching(),
  closeBrackets(),
  indentUnit.of('  '),
  EditorView.lineWrapping,
  plainTyping,
  faultMark,
  editorLook,
  keymap.of([...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
];

const icons = { table: 'class', column: 'property', function: 'function', keyword: 'keyword' } as const;

/** Completion by a function of the script and the place in it. */
export function completing(
  complete: (script: string, position: number, asked: boolean) => SqlCompletions | null,
): Extension {
  const source = (context: CompletionContext) => {
    const found = complete(context.state.doc.toString(), context.pos, context.explicit);
    if (found === null) return null;
    return { from: found.from, options: found.options.map(completionOf), validFor: /^[\p{L}\p{N}_]*$/u };
  };
  return autocompletion({ override: [source], icons: false, maxRenderedOptions: 200 });
}

function completionOf({ label, kind, detail, meaning, rank }: SqlCompletion): Completion {
  return {
    label,
    type: icons[kind],
    ...(detail === undefined ? {} : { detail }),
    ...(meaning === undefined ? {} : { info: meaning }),
    ...(rank === undefined ? {} : { boost: rank }),
  };
}
