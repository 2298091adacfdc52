import type { AnswerOrder, KeptAnswer } from '@data/queries/workbench/kept-answer';
import { useWords } from '@language/use-words';
import { useAnswerRows } from '@session/use-answer-rows';
import {
  type ColumnDef,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { rowInSlot, slotCount, slotOfRow } from '@view/ui/row-slots';
import { useMemo, useRef } from 'react';
import styles from './answer-grid.module.css';

/** Height of a row in pixels; `answer-grid.module.css` has the same. */
const rowHeight = 30;
const mostInSight = 14;
const overscan = 8;

/** A row that is here, and its place in the answer. */
interface Placed {
  readonly place: number;
  readonly cells: readonly (string | null)[];
}

const features = tableFeatures({ rowSortingFeature });

interface Props {
  readonly answer: KeptAnswer;
  readonly order: AnswerOrder | null;
  readonly onOrder: (order: AnswerOrder | null) => void;
}

/** A table of any length: the rows in sight are in the page, a window to each side of them in its memory. */
export function AnswerGrid({ answer, order, onOrder }: Props) {
  const words = useWords();
  const { say } = words;
  const frame = useRef<HTMLElement>(null);
  const slots = slotCount({ rows: answer.rows });
  const virtualizer = useVirtualizer({
    count: slots,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan,
    initialRect: { width: 0, height: mostInSight * rowHeight },
  });
  const geometry = { rows: answer.rows, inFrame: Math.min(slots, mostInSight) };
  const topSlot = Math.min(
    Math.floor((virtualizer.scrollOffset ?? 0) / rowHeight),
    Math.max(0, slots - geometry.inFrame),
  );
  const places = virtualizer
    .getVirtualItems()
    .map(({ index }) => rowInSlot(geometry, topSlot, index))
    .filter((place) => place >= 0 && place < answer.rows);
  const here = useAnswerRows(answer, { first: places[0] ?? 0, last: places.at(-1) ?? 0 });

  const definitions = useMemo(
    () =>
      answer.columns.map(
        (column, at): ColumnDef<typeof features, Placed> => ({
          id: `c${at}`,
          header: column.name,
          accessorFn: (row) => row.cells[at] ?? null,
          sortDescFirst: false,
        }),
      ),
    [answer.columns],
  );
  const sorting: SortingState =
    order === null
      ? []
      : answer.columns.flatMap(({ name }, at) =>
          name === order.column ? [{ id: `c${at}`, desc: order.descending }] : [],
        );
  const table = useTable({
    features,
    columns: definitions,
    data: useMemo(
      () =>
        places.flatMap((place): Placed[] => {
          const cells = here.get(place);
          return cells === undefined ? [] : [{ place, cells }];
        }),
      [places, here],
    ),
    getRowId: (row) => String(row.place),
    manualSorting: true,
    enableMultiSort: false,
    state: { sorting },
    onSortingChange: (change) => {
      const [next] = typeof change === 'function' ? change(sorting) : change;
      const column = answer.columns[Number(next?.id.slice(1))];
      onOrder(
        column === undefined || next === undefined ? null : { column: column.name, descending: next.desc },
      );
    },
  });
  const loaded = new Map(table.getRowModel().rows.map((row) => [row.id, row]));
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const template = `4.5rem ${answer.columns.map(widthOf).join(' ')}`;
  return (
    <section ref={frame} className={styles.frame} tabIndex={0} aria-label={say('workbench.answer')}>
      <table
        className={styles.table}
        aria-label={say('workbench.rowsOf')}
        aria-rowcount={answer.rows + 1}
        aria-colcount={answer.columns.length + 1}
      >
        <thead role="rowgroup" className={styles.head}>
          <tr role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
            <th role="columnheader" scope="col" className={styles.place}>
              {say('workbench.row')}
            </th>
            {headers.map((header, at) => {
              const column = answer.columns[at];
              const sorted = header.column.getIsSorted();
              return (
                <th
                  key={header.id}
                  role="columnheader"
                  scope="col"
                  aria-sort={sorted === false ? 'none' : sorted === 'desc' ? 'descending' : 'ascending'}
                  className={column?.kind === 'number' ? styles.number : undefined}
                >
                  <button
                    type="button"
                    className={styles.sort}
                    onClick={header.column.getToggleSortingHandler()}
                  >
                    <span className="visually-hidden">{say('workbench.sortBy')} </span>
                    <span className={styles.name}>{column?.name}</span>
                    <span className={styles.type}>{shortType(column?.type ?? '')}</span>
                    <span aria-hidden="true" className={styles.arrow}>
                      {sorted === false ? '' : sorted === 'desc' ? '▼' : '▲'}
                    </span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody role="rowgroup" className={styles.body} style={{ height: slots * rowHeight }}>
          {places.map((place) => (
            <tr
              key={place}
              role="row"
              aria-rowindex={place + 2}
              className={`${styles.row} ${styles.placed}`}
              style={{
                gridTemplateColumns: template,
                transform: `translateY(${slotOfRow(geometry, topSlot, place) * rowHeight}px)`,
              }}
            >
              <th role="rowheader" scope="row" className={styles.place}>
                {words.number(place + 1)}
              </th>
              {loaded
                .get(String(place))
                ?.getAllCells()
                .map((cell, at) => {
                  const value = cell.getValue();
                  const isNumber = answer.columns[at]?.kind === 'number';
                  return value === null ? (
                    <td
                      key={cell.id}
                      role="cell"
                      className={`${styles.null} ${isNumber ? styles.number : ''}`}
                    >
                      {say('workbench.null')}
                    </td>
                  ) : (
                    <td key={cell.id} role="cell" className={isNumber ? styles.number : undefined}>
                      {String(value)}
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

const widthOf = ({ kind, name }: KeptAnswer['columns'][number]): string => {
  const rem = Math.min(16, Math.max(kind === 'text' ? 8 : 6.5, name.length * 0.6 + 2.5));
  return `minmax(${rem}rem, 1fr)`;
};

/** The codes of an enumeration are a long type. */
const shortType = (type: string): string => type.replace(/^ENUM\(.*\)$/, 'ENUM').toLowerCase();
