import { namesIn, statementAt } from '@data/queries/workbench/script';
import type { SqlCompletion, SqlCompletions } from '@view/editor/sql-words';
import type { KnownTable } from './known-tables';

/** What the editor can complete with. */
export interface KnownSql {
  readonly tables: readonly KnownTable[];
  readonly functions: readonly string[];
  readonly keywords: readonly string[];
}

/**
 * What can stand at a place of a script: after `name.` the columns of that table or alias; elsewhere the columns of
 * the tables that the statement names, then tables, functions and keywords.
 *
 * @param asked  the reader asked for it; otherwise only a word that has begun is completed
 */
export function completeSql(
  script: string,
  position: number,
  known: KnownSql,
  asked: boolean,
): SqlCompletions | null {
  const before = script.slice(0, position);
  const word = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(before)?.[0] ?? '';
  const from = position - word.length;
  const statement = statementAt(script, position)?.text ?? '';
  const owner = /([\p{L}_][\p{L}\p{N}_]*)\.$/u.exec(before.slice(0, from))?.[1];
  if (owner !== undefined) {
    const table = tableOfAlias(statement, owner.toLowerCase(), known.tables);
    return table === null ? null : { from, options: columnsOf(table) };
  }
  if (word === '' && !asked) return null;
  const names = namesIn(statement);
  const named = known.tables.filter(({ name }) => names.has(name));
  return {
    from,
    options: [
      ...unlike(named.flatMap(columnsOf)),
      ...known.tables.map((table): SqlCompletion => tableOf(table)),
      ...known.functions.map((name): SqlCompletion => ({ label: name, kind: 'function', rank: -2 })),
      ...known.keywords.map((name): SqlCompletion => ({ label: name, kind: 'keyword', rank: -1 })),
    ],
  };
}

/** A column of several tables stands once. */
function unlike(columns: readonly SqlCompletion[]): readonly SqlCompletion[] {
  return [...new Map(columns.map((column) => [column.label, column])).values()];
}

/** The table that a name means in a statement: itself, or the one it is an alias of. */
function tableOfAlias(statement: string, name: string, tables: readonly KnownTable[]): KnownTable | null {
  const direct = tables.find((table) => table.name === name);
  if (direct !== undefined) return direct;
  for (const [, table = '', alias = ''] of statement.matchAll(
    /(?<![\p{L}\p{N}_])([\p{L}_][\p{L}\p{N}_]*)(?=\s+(?:as\s+)?([\p{L}_][\p{L}\p{N}_]*))/giu,
  )) {
    const found = tables.find((one) => one.name === table.toLowerCase());
    if (alias.toLowerCase() === name && found !== undefined) return found;
  }
  return null;
}

const tableOf = ({ name, meaning }: KnownTable): SqlCompletion => ({
  label: name,
  kind: 'table',
  meaning,
  rank: 1,
});

const columnsOf = ({ columns }: KnownTable): readonly SqlCompletion[] =>
  columns.map(({ name, type, unit, meaning }) => ({
    label: name,
    kind: 'column',
    detail: [type, unit].filter((part) => part !== null).join(' · '),
    ...(meaning === null ? {} : { meaning }),
    rank: 2,
  }));
