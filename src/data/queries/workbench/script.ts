/** One statement of a script, without the semicolon that ends it, and where it stands in the script. */
export interface ScriptStatement {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

interface Token {
  readonly kind: 'word' | 'quoted' | 'text' | 'comment' | 'semicolon' | 'other';
  readonly from: number;
  readonly to: number;
}

/**
 * The statements of a script in their order, as DuckDB's parser cuts it: semicolons in texts, quoted names and comments end
 * nothing. What holds only spaces and comments is no statement.
 *
 * @example
 * statementsOf("select ';' as a; -- one\nselect 2").map(({ text }) => text) // ["select ';' as a", "-- one\nselect 2"]
 */
export function statementsOf(script: string): readonly ScriptStatement[] {
  const statements: ScriptStatement[] = [];
  let start = 0;
  let isEmpty = true;
  const close = (end: number) => {
    if (!isEmpty) statements.push(trimmed(script, start, end));
    isEmpty = true;
  };
  for (const { kind, from, to } of tokensOf(script)) {
    if (kind === 'semicolon') {
      close(from);
      start = to;
    } else if (kind !== 'comment') isEmpty = false;
  }
  close(script.length);
  return statements;
}

/** The statement that a position stands in or behind; the first one before all of them, `null` in an empty script. */
export function statementAt(script: string, position: number): ScriptStatement | null {
  const statements = statementsOf(script);
  return statements.findLast(({ from }) => from <= position) ?? statements[0] ?? null;
}

/** The names and keywords that stand in a statement, in small letters, quoted names as they are. */
export function namesIn(sql: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { kind, from, to } of tokensOf(sql)) {
    if (kind === 'word') names.add(sql.slice(from, to).toLowerCase());
    else if (kind === 'quoted') names.add(sql.slice(from + 1, to - 1).replaceAll('""', '"'));
  }
  return names;
}

/** The functions that a statement calls, in small letters: a name, quoted or not, before an opening parenthesis. */
export function callsIn(sql: string): ReadonlySet<string> {
  const calls = new Set<string>();
  let name: string | null = null;
  for (const { kind, from, to } of tokensOf(sql)) {
    if (kind === 'comment') continue;
    if (name !== null && sql.slice(from, to) === '(') calls.add(name.toLowerCase());
    if (kind === 'word') name = sql.slice(from, to);
    else if (kind === 'quoted') name = sql.slice(from + 1, to - 1).replaceAll('""', '"');
    else name = null;
  }
  return calls;
}

/** Where the `?` of a statement stand that a value is bound to. */
export function parametersIn(sql: string): readonly number[] {
  return [...tokensOf(sql)].flatMap(({ kind, from, to }) =>
    kind === 'other' && sql.slice(from, to) === '?' ? [from] : [],
  );
}

/** The first word or sign of a statement, in small letters, and where what follows it begins; `null` when there is none. */
export function firstWord(sql: string): { readonly word: string; readonly end: number } | null {
  for (const { kind, from, to } of tokensOf(sql)) {
    if (kind !== 'comment') return { word: sql.slice(from, to).toLowerCase(), end: to };
  }
  return null;
}

function trimmed(script: string, start: number, end: number): ScriptStatement {
  const text = script.slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  return { text: text.trim(), from, to: from + text.trim().length };
}

const wordStart = /[\p{L}_]/u;
const wordAt = /[\p{L}\p{N}_$]+/uy;
const dollarAt = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const numberAt = /\d[\p{L}\p{N}_.]*/uy;

/** Tokens without the spaces between them; what is not closed goes to the end. */
function* tokensOf(sql: string): Generator<Token> {
  let at = 0;
  while (at < sql.length) {
    const from = at;
    const character = sql.charAt(at);
    const pair = sql.slice(at, at + 2);
    let kind: Token['kind'] = 'other';
    if (/\s/.test(character)) {
      at += 1;
      continue;
    }
    if (pair === '--') {
      kind = 'comment';
      at = endOr(sql, sql.indexOf('\n', at));
    } else if (pair === '/*') {
      kind = 'comment';
      at = blockEnd(sql, at);
    } else if (character === ';') {
      kind = 'semicolon';
      at += 1;
    } else if (character === "'") {
      kind = 'text';
      at = quoteEnd(sql, at, false);
    } else if (character === '"') {
      kind = 'quoted';
      at = quoteEnd(sql, at, false);
    } else if (/[eE]/.test(character) && sql.charAt(at + 1) === "'") {
      kind = 'text';
      at = quoteEnd(sql, at + 1, true);
    } else if (character === '$' && matchEnd(dollarAt, sql, at) !== null) {
      kind = 'text';
      const open = matchEnd(dollarAt, sql, at) ?? at;
      const tag = sql.slice(at, open);
      const close = sql.indexOf(tag, open);
      at = close === -1 ? sql.length : close + tag.length;
    } else if (wordStart.test(character)) {
      kind = 'word';
      at = matchEnd(wordAt, sql, at) ?? at + 1;
    } else {
      at = matchEnd(numberAt, sql, at) ?? at + 1;
    }
    yield { kind, from, to: at };
  }
}

const endOr = (sql: string, end: number) => (end === -1 ? sql.length : end);

function matchEnd(pattern: RegExp, sql: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(sql) ? pattern.lastIndex : null;
}

/** Behind the quote that closes the one at `open`; a doubled one does not close, nor one behind a backslash where those escape. */
function quoteEnd(sql: string, open: number, escapes: boolean): number {
  const quote = sql.charAt(open);
  for (let at = open + 1; at < sql.length; at++) {
    const character = sql.charAt(at);
    if (escapes && character === '\\') at += 1;
    else if (character === quote) {
      if (sql.charAt(at + 1) !== quote) return at + 1;
      at += 1;
    }
  }
  return sql.length;
}

/** Behind a block comment; they nest. */
function blockEnd(sql: string, open: number): number {
  let depth = 0;
  for (let at = open; at < sql.length; at++) {
    const pair = sql.slice(at, at + 2);
    if (pair === '/*') {
      depth += 1;
      at += 1;
    } else if (pair === '*/') {
      depth -= 1;
      at += 1;
      if (depth === 0) return at + 1;
    }
  }
  return sql.length;
}
