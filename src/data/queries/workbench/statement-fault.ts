import { relationLines } from './read-statement';

/** Why a statement has no answer, in the engine's own words, and where in the statement. They may quote a value: for this screen only. */
export interface StatementFault {
  readonly message: string;
  /** Position in the statement, from 0; `null` where the engine names no place. */
  readonly position: number | null;
}

/**
 * Reads the place out of an error of DuckDB: it quotes the line, shortened by `...` on either side, with a caret under it.
 *
 * @param sql  the statement as it was put into the parentheses of `asRelation`
 */
export function statementFault(error: unknown, sql: string): StatementFault {
  const words = error instanceof Error ? error.message : String(error);
  const place = /\n+LINE (\d+): (.*)\n( *)\^[\s\S]*$/.exec(words);
  const message = (place === null ? words : words.slice(0, place.index)).trim();
  if (place === null) return { message, position: atEnd(message, sql) };
  const [, line = '1', quoted = '', indent = ''] = place;
  const lines = sql.split('\n');
  const index = Number(line) - 1 - relationLines;
  const own = lines[index];
  if (own === undefined) return { message, position: index < 0 ? 0 : sql.length };
  const cutLeft = quoted.startsWith('...') ? 3 : 0;
  const core = quoted.slice(cutLeft).replace(/\.\.\.$/, '');
  const start = Math.max(0, own.indexOf(core));
  const column = start + indent.length - `LINE ${line}: `.length - cutLeft;
  const before = lines.slice(0, index).reduce((length, one) => length + one.length + 1, 0);
  return { message, position: before + Math.max(0, Math.min(own.length, column)) };
}

const atEnd = (message: string, sql: string) => (/at end of input/.test(message) ? sql.length : null);
