import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table';
import { type ReactNode, useMemo } from 'react';
import styles from './data-table.module.css';

export interface DataColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => string;
  /** Numbers stand flush right. */
  readonly numeric?: boolean;
  /** A sentence: it takes the width that a line of words needs. */
  readonly wide?: boolean;
}

interface Props<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
}

const features = tableFeatures({});

/** A table with caption and row headers; the first column names the row. Scrolls sideways inside its own frame. */
export function DataTable<Row extends object>({ caption, captionHidden = false, columns, rows }: Props<Row>) {
  // The library keeps the text of a cell with its row: other columns, in another language, ask for new rows.
  const { definitions, data } = useMemo(
    () => ({
      definitions: columns.map(
        (column): ColumnDef<typeof features, Row> => ({
          id: column.id,
          header: column.header,
          accessorFn: column.cell,
        }),
      ),
      data: [...rows],
    }),
    [columns, rows],
  );
  const table = useTable({ features, columns: definitions, data });
  const numeric = useMemo(
    () => new Set(columns.filter((column) => column.numeric).map(({ id }) => id)),
    [columns],
  );
  const wide = useMemo(() => new Set(columns.filter((column) => column.wide).map(({ id }) => id)), [columns]);
  return (
    <section className={styles.frame} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption className={captionHidden ? 'visually-hidden' : styles.caption}>{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th
                  key={header.id}
                  scope="col"
                  className={numeric.has(header.column.id) ? styles.numeric : undefined}
                >
                  {columns.find(({ id }) => id === header.column.id)?.header}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell, index) => {
                const isNumeric = numeric.has(cell.column.id);
                const className = isNumeric
                  ? styles.numeric
                  : wide.has(cell.column.id)
                    ? styles.wide
                    : undefined;
                const value = String(cell.getValue() ?? '');
                const text = isNumeric ? numbersOf(value) : value;
                return index === 0 ? (
                  <th key={cell.id} scope="row" className={className}>
                    {text}
                  </th>
                ) : (
                  <td key={cell.id} className={className}>
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A number stays in one line; where the table is narrow, its interval in parentheses stands below it. */
function numbersOf(text: string): ReactNode {
  const interval = text.endsWith(')') ? text.indexOf(' (') : -1;
  if (interval < 0) return <span className={styles.together}>{text}</span>;
  return (
    <>
      <span className={styles.together}>{text.slice(0, interval)}</span>{' '}
      <span className={styles.together}>{text.slice(interval + 1)}</span>
    </>
  );
}
