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
import { rowInSlot, slotCount, slotOfRow } from '@view/ui/row-slots';
import { useMemo, useState } from 'react';
import { AnswerGridRow } from './AnswerGridRow';
import styles from './answer-grid.module.css';

/** Height of a row in pixels; `answer-grid.module.css` has the same. */
const rowHeight = 30;
const mostInSight = 14;
const overscan = 8;

const noRows: readonly (readonly (string | null)[])[] = [];

const features = tableFeatures({ rowSortingFeature });

interface Props {
  readonly answer: KeptAnswer;
  readonly order: AnswerOrder | null;
  readonly onOrder: (order: AnswerOrder | null) => void;
}

/** A table of any length: the rows in sight are in the page, a window to each side of them in its memory. */
export function AnswerGrid({ answer, order, onOrder }: Props) {
  const { say } = useWords();
  const slots = slotCount({ rows: answer.rows });
  const geometry = { rows: answer.rows, inFrame: Math.min(slots, mostInSight) };
  // Where a slot is one row, the frame moves over rows that stand: they change once in `overscan` rows only.
  const turn = slots === answer.rows ? overscan : 1;
  const lastTop = Math.max(0, slots - geometry.inFrame);
  const [topSlot, setTopSlot] = useState(0);
  const first = Math.max(0, rowInSlot(geometry, topSlot, topSlot - overscan));
  const last = Math.min(
    answer.rows - 1,
    rowInSlot(geometry, topSlot, topSlot + geometry.inFrame + turn + overscan),
  );
  const rowAt = useAnswerRows(answer, { first, last });
  const shown = Math.max(0, last - first + 1);
  const places = Array.from({ length: shown }, (_, at) => first + at);

  const definitions = useMemo(
    () =>
      answer.columns.map(
        (column, at): ColumnDef<typeof features, readonly (string | null)[]> => ({
          id: `c${at}`,
          header: column.name,
          accessorFn: (row) => row[at] ?? null,
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
    // Rows are read from the windows that are here: none is copied into the table.
    data: noRows,
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
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const template = useMemo(() => `4.5rem ${answer.columns.map(widthOf).join(' ')}`, [answer.columns]);
  const follow = (pixels: number) => {
    const slot = Math.min(Math.floor(pixels / rowHeight), lastTop);
    setTopSlot(slot - (slot % turn));
  };
  return (
    <section
      className={styles.frame}
      tabIndex={0}
      aria-label={say('workbench.answer')}
      onScroll={(event) => follow(event.currentTarget.scrollTop)}
    >
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
            <AnswerGridRow
              // Rows of the page are used again: one that leaves at the top comes back at the end.
              key={place % shown}
              place={place}
              top={slotOfRow(geometry, topSlot, place) * rowHeight}
              template={template}
              columns={answer.columns}
              cells={rowAt(place)}
            />
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
