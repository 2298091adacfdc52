import { firstWord } from './script';

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
 * A statement as something that only reads; `null` for every other one.
 *
 * This is the first of three doors. The second is the grammar: the statement is put into the parentheses of a subquery,
 * where nothing that writes, sets or attaches can stand. The third is the lock of the engine, under which no statement
 * reaches a file, another host or a setting.
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
  return (readingWords as readonly string[]).includes(first.word)
    ? { kind: 'rows', sql: statement, offset: 0 }
    : null;
}

/** A reading statement as a relation. Its lines are the statement's own, moved by one; the last line break closes a comment. */
export const asRelation = (sql: string): string => `(\n${sql}\n)`;

/** The lines that stand before those of the statement in `select * from ${asRelation(sql)}`. */
export const relationLines = 1;
