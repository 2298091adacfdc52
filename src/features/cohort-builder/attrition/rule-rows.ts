import { createContext, useContext } from 'react';
import type { AttritionRow } from './attrition-rows';

/** Given by context, so that a rule that was edited redraws its own row and not the list around all of them. */
export const RuleRowsContext = createContext<readonly AttritionRow[]>([]);

/** A row as it stands now; the list may be a moment behind. */
export function useRuleRow(listed: AttritionRow): AttritionRow {
  return useContext(RuleRowsContext).find(({ key }) => key === listed.key) ?? listed;
}

/** The same rules in the same order, whatever each of them says now. */
export const inSameOrder = (rows: readonly AttritionRow[], others: readonly AttritionRow[]): boolean =>
  rows.length === others.length && rows.every(({ key }, place) => key === others[place]?.key);
