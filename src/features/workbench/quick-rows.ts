import type { AnswerColumn, AnswerValues } from '@data/queries/workbench/kept-answer';
import type { QuickRow } from '@view/charts/quick-chart';

interface Channels {
  readonly x: AnswerColumn;
  readonly y: AnswerColumn | undefined;
  readonly group: AnswerColumn | undefined;
}

/** The cells of the chosen columns, row by row. */
export function quickRows(values: AnswerValues, { x, y, group }: Channels): readonly QuickRow[] {
  const along = values[x.name] ?? [];
  const high = y === undefined ? [] : (values[y.name] ?? []);
  const of = group === undefined ? [] : (values[group.name] ?? []);
  return Array.from({ length: along.length }, (_, row) => {
    const place = along[row] ?? null;
    const height = high[row] ?? null;
    const name = of[row] ?? null;
    return {
      x: typeof place === 'boolean' ? String(place) : place,
      y: height === null ? null : Number(height),
      group: name === null ? null : String(name),
    };
  });
}

/** Groups that are told apart by colour and shape. */
const mostGroups = 6;

/** The groups of the rows in the order of their names; beyond what can be told apart, the most frequent ones. */
export function quickGroups(rows: readonly QuickRow[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { group } of rows) if (group !== null) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostGroups)
    .map(([name]) => name)
    .sort();
}
