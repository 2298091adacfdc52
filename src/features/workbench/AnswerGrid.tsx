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
import { type CSSProperties, useLayoutEffect, useMemo, useRef } from 'react';
import styles from './answer-grid.module.css';
import { type RowLook, RowPainter } from './row-painter';

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
  const { say, number } = useWords();
  const frame = useRef<HTMLElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const openRows = useAnswerRows(answer);
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
  const look = useMemo(
    (): RowLook => ({
      rowHeight,
      template,
      columns: answer.columns.map(({ kind }) => (kind === 'number' ? (styles.number ?? '') : '')),
      row: `${styles.row} ${styles.placed}`,
      place: styles.place ?? '',
      null: styles.null ?? '',
      nullText: say('workbench.null'),
      placeText: (place) => number(place + 1),
    }),
    [answer.columns, template, say, number],
  );
  useLayoutEffect(() => {
    const [scrolled, rows] = [frame.current, body.current];
    if (scrolled === null || rows === null) return;
    const painter = new RowPainter(rows, look);
    const paint = () => {
      const sight = rowsInSight(answer.rows, scrolled.scrollTop);
      windows.see(sight);
      painter.paint(sight, (place) => windows.rowAt(place));
    };
    const windows = openRows(paint);
    paint();
    scrolled.addEventListener('scroll', paint, { passive: true });
    return () => {
      scrolled.removeEventListener('scroll', paint);
      windows.stop();
      painter.clear();
    };
  }, [answer.rows, look, openRows]);
  return (
    <section ref={frame} className={styles.frame} tabIndex={0} aria-label={say('workbench.answer')}>
      <table
        className={styles.table}
        aria-label={say('workbench.rowsOf')}
        aria-rowcount={answer.rows + 1}
        aria-colcount={answer.columns.length + 1}
        style={{ '--rows': `${slotCount({ rows: answer.rows }) * rowHeight}px` } as CSSProperties}
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
        <tbody ref={body} role="rowgroup" className={styles.body} />
      </table>
    </section>
  );
}

/** The rows in the page when the frame is scrolled so far, and where the first of them stands. */
function rowsInSight(rows: number, pixels: number) {
  const slots = slotCount({ rows });
  const geometry = { rows, inFrame: Math.min(slots, mostInSight) };
  const topSlot = Math.min(Math.floor(pixels / rowHeight), slots - geometry.inFrame);
  const count = Math.min(rows, geometry.inFrame + 1 + 2 * overscan);
  const wanted = rowInSlot(geometry, topSlot, topSlot - overscan);
  const first = Math.min(Math.max(0, wanted), rows - count);
  return { first, last: first + count - 1, top: slotOfRow(geometry, topSlot, first) * rowHeight };
}

const widthOf = ({ kind, name }: KeptAnswer['columns'][number]): string => {
  const rem = Math.min(16, Math.max(kind === 'text' ? 8 : 6.5, name.length * 0.6 + 2.5));
  return `minmax(${rem}rem, 1fr)`;
};

/** The codes of an enumeration are a long type. */
const shortType = (type: string): string => type.replace(/^ENUM\(.*\)$/, 'ENUM').toLowerCase();
