import { boundValue } from '@data/engine/bound-value';
import type { SqlValue } from '@data/engine/engine';
import { parametersIn } from './workbench/script';

/** A statement with the values of its `?` in their places. */
export function withValues(sql: string, values: readonly SqlValue[]): string {
  let written = '';
  let from = 0;
  for (const [place, at] of parametersIn(sql).entries()) {
    written += sql.slice(from, at) + boundValue(values[place] ?? null);
    from = at + 1;
  }
  return written + sql.slice(from);
}
