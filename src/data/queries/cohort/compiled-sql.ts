import type { SqlValue } from '@data/engine/engine';

/** SQL with the values of its `?`, in order. */
export interface CompiledSql {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

export const sqlOf = (sql: string, values: readonly SqlValue[] = []): CompiledSql => ({ sql, values });

/** Parts put between the pieces of a template, their values in the order of the text. */
export function compiled(pieces: TemplateStringsArray, ...parts: readonly CompiledSql[]): CompiledSql {
  return sqlOf(
    pieces.map((piece, index) => piece + (parts[index]?.sql ?? '')).join(''),
    parts.flatMap(({ values }) => values),
  );
}

/** Parts joined by `and` or `or`; `none` is what no part means. */
export function joined(
  parts: readonly CompiledSql[],
  word: 'and' | 'or',
  none: 'true' | 'false',
): CompiledSql {
  if (parts.length === 0) return sqlOf(none);
  return sqlOf(
    `(${parts.map(({ sql }) => sql).join(` ${word} `)})`,
    parts.flatMap(({ values }) => values),
  );
}
