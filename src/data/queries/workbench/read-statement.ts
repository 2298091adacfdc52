import { callsIn, firstWord } from './script';

/** What a statement asks for: rows, or how the engine would find them. */
export interface ReadStatement {
  readonly kind: 'rows' | 'plan';
  /** What stands in the parentheses: the statement itself, or what is to be explained. */
  readonly sql: string;
  /** Where `sql` begins in the statement. */
  readonly offset: number;
}

/** First words of the statements that only read. */
export const readingWords = [
  'select',
  'with',
  'from',
  'values',
  'table',
  'describe',
  'desc',
  'show',
  'summarize',
  'pivot',
  'unpivot',
  '(',
] as const;

/**
 * Functions of DuckDB 1.4 that do more than read, whatever the lock says: the log of the engine is set and written by them,
 * and may go to the console or to a file. Two others run a text as a statement, in which such a call would not be seen.
 * `tests/queries/workbench.test.ts` calls every function of the engine and looks for others.
 */
const actingFunctions: ReadonlySet<string> = new Set([
  'enable_logging',
  'disable_logging',
  'truncate_duckdb_logs',
  'write_log',
  'checkpoint',
  'force_checkpoint',
  'setseed',
  'nextval',
  'query',
  'json_execute_serialized_sql',
]);

const actingCall = (sql: string): string | undefined =>
  [...callsIn(sql)].find((name) => actingFunctions.has(name));

/** @throws Error for a call of a function that does more than read */
export function assertCallsRead(sql: string): void {
  const name = actingCall(sql);
  if (name !== undefined)
    throw new Error(`Permission Error: the function ${name} is disabled; a statement can only SELECT`);
}

/**
 * A statement as something that only reads; `null` for every other one.
 *
 * This is the first of three doors. The second is the grammar: the statement is put into the parentheses of a subquery,
 * where nothing that writes, sets or attaches can stand. The third is the lock of the engine, under which no statement
 * reaches a file or another host. What a few functions could do in spite of the three is asked of their names.
 */
export function readStatement(statement: string): ReadStatement | null {
  const first = firstWord(statement);
  if (first === null) return null;
  if (first.word === 'explain') {
    const rest = statement.slice(first.end);
    const offset = first.end + (rest.length - rest.trimStart().length);
    const explained = readStatement(rest.trimStart());
    return explained?.kind === 'rows' ? { kind: 'plan', sql: explained.sql, offset } : null;
  }
  return (readingWords as readonly string[]).includes(first.word) && actingCall(statement) === undefined
    ? { kind: 'rows', sql: statement, offset: 0 }
    : null;
}

/** A reading statement as a relation. Its lines are the statement's own, moved by one; the last line break closes a comment. */
export const asRelation = (sql: string): string => `(\n${sql}\n)`;

/** The lines that stand before those of the statement in `select * from ${asRelation(sql)}`. */
export const relationLines = 1;
