import type { ColumnTable } from '@core/analyses/column-table';
import { useWords, type Words } from '@language/use-words';
import { pValueText } from '@view/figures/estimate-text';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import styles from '../workbench-view.module.css';
import { levelText } from './curve-words';

interface Line {
  readonly id: string;
  readonly label: string;
  readonly cells: readonly string[];
  readonly p: string;
}

/** Columns of an answer described side by side, as papers print their first table. */
export function TableEstimate({ table }: { readonly table: ColumnTable }) {
  const words = useWords();
  const { say, number } = words;
  const lines = useMemo(() => linesOf(table, words), [table, words]);
  const columns = useMemo(
    (): readonly DataColumn<Line>[] => [
      { id: 'label', header: say('workbench.column'), cell: ({ label }) => label },
      ...table.groups.map((group, at) => ({
        id: `group-${at}`,
        header: say('workbench.groupHead', {
          group: levelText(group, table.groups, words),
          rows: number(table.rows[at] ?? 0),
        }),
        cell: ({ cells }: Line) => cells[at] ?? '',
        numeric: true,
      })),
      ...(table.groups.length < 2
        ? []
        : [{ id: 'p', header: say('workbench.p'), cell: ({ p }: Line) => p, numeric: true }]),
    ],
    [table, words, say, number],
  );
  return (
    <>
      <DataTable caption={say('workbench.tableOne')} columns={columns} rows={lines} />
      <p className={styles.note}>
        {say('workbench.tableNote', { groupUnknown: number(table.groupUnknown) })}
      </p>
    </>
  );
}

function linesOf(table: ColumnTable, words: Words): readonly Line[] {
  const { say, number, percent } = words;
  const value = (one: number | null) => (one === null ? '–' : number(one, { maximumSignificantDigits: 4 }));
  const share = (count: number, of: number) =>
    of === 0 ? '–' : say('workbench.levelCell', { count: number(count), share: percent(count / of, 1) });
  return table.columns.flatMap((column): readonly Line[] => {
    const p = column.test.p === null ? '–' : pValueText(column.test.p, words);
    const unknown: readonly Line[] = column.missing.every((count) => count === 0)
      ? []
      : [
          {
            id: `${column.name} unknown`,
            label: say('workbench.unknownOf', { column: column.name }),
            cells: column.missing.map((count, at) => share(count, table.rows[at] ?? 0)),
            p: '',
          },
        ];
    if (column.kind === 'number') {
      const cells = column.summaries.map(({ median, lowerQuartile, upperQuartile }) =>
        median === null
          ? '–'
          : say('workbench.quartileCell', {
              median: value(median),
              lower: value(lowerQuartile),
              upper: value(upperQuartile),
            }),
      );
      return [{ id: column.name, label: column.name, cells, p }, ...unknown];
    }
    return [
      ...column.levels.map(({ level, rows }, at) => ({
        id: `${column.name} ${level}`,
        label: say('workbench.levelOf', { column: column.name, level }),
        cells: rows.map((count, group) => share(count, column.known[group] ?? 0)),
        p: at === 0 ? p : '',
      })),
      ...unknown,
    ];
  });
}
