import type { FactRule } from '@core/cohort/cohort-definition';
import type { FactId } from '@core/cohort/fact-vocabulary';
import type { PatientListDefinition, PatientOrder } from '@core/cohort/patient-list';
import { useWords } from '@language/use-words';
import { markFigureDrawn } from '@session/redraw-clock';
import { usePatientRows } from '@session/use-patient-rows';
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { FailureNotice } from '@view/figures/FailureNotice';
import { rowInSlot, slotCount, slotOfRow, topSlotToSee } from '@view/ui/row-slots';
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ColumnHead } from './ColumnHead';
import { PatientCells } from './PatientCells';
import {
  columnWidth,
  orderOf,
  patientColumns,
  patientFeatures,
  pseudonymColumn,
  sortingOf,
} from './patient-columns';
import styles from './patient-table.module.css';

/** Height of a row in pixels; `patient-table.module.css` has the same. */
const rowHeight = 34;
const overscan = 6;
/** Of the column with the number of the row, in rem. */
const placeWidth = 4.5;

export interface PatientTableHandle {
  /** Puts the keyboard back on the row it was on. */
  readonly focusRow: () => void;
}

interface Props {
  readonly list: PatientListDefinition;
  readonly facts: readonly FactId[];
  readonly pseudonyms: boolean;
  /** Key of the patient that is open. */
  readonly opened: number | null;
  readonly onOpen: (patientKey: number, place: number) => void;
  readonly onOrder: (order: PatientOrder | null) => void;
  readonly onFilter: (fact: FactId, filter: FactRule | null) => void;
  readonly handle: Ref<PatientTableHandle>;
}

/** One row per patient, as many as there are: only those in sight are in the page. */
export function PatientTable({ list, facts, pseudonyms, opened, onOpen, onOrder, onFilter, handle }: Props) {
  const words = useWords();
  const frame = useRef<HTMLTableElement>(null);
  const head = useRef<HTMLTableSectionElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const hintId = useId();
  const [active, setActive] = useState(0);
  const [headStop, setHeadStop] = useState(0);
  /** The row that the keyboard goes to, until it is there. */
  const goingTo = useRef<number | null>(null);
  const [known, setKnown] = useState<number | null>(null);
  const slots = slotCount({ rows: known ?? 0 });
  const virtualizer = useVirtualizer({
    count: slots,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan,
    initialRect: { width: 0, height: 20 * rowHeight },
  });
  const bodyHeight = Math.max(
    rowHeight,
    (frame.current?.clientHeight ?? 0) - (head.current?.offsetHeight ?? 0),
  );
  const geometry = { rows: known ?? 0, inFrame: Math.min(slots, Math.ceil(bodyHeight / rowHeight)) };
  const topSlot = Math.min(
    Math.floor((virtualizer.scrollOffset ?? 0) / rowHeight),
    Math.max(0, slots - geometry.inFrame),
  );
  const inSight = virtualizer
    .getVirtualItems()
    .map(({ index }) => rowInSlot(geometry, topSlot, index))
    .filter((row) => row >= 0 && row < geometry.rows);
  const shown = useMemo(() => ({ facts, pseudonyms }), [facts, pseudonyms]);
  const { patients, rows, refreshing, error } = usePatientRows(list, shown, {
    first: inSight[0] ?? 0,
    last: inSight.at(-1) ?? 0,
  });
  useEffect(() => setKnown(patients), [patients]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its beginning.
  useEffect(() => {
    setActive(0);
    if (frame.current !== null) frame.current.scrollTop = 0;
  }, [list]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock counts answers, not renders.
  useEffect(() => {
    if (!refreshing) markFigureDrawn('patients');
  }, [refreshing, list, inSight[0]]);

  const visible = useMemo(
    () => new Set<string>([...facts, ...(pseudonyms ? [pseudonymColumn] : [])]),
    [facts, pseudonyms],
  );
  const table = useTable({
    features: patientFeatures,
    columns: patientColumns,
    data: useMemo(() => [...rows.values()], [rows]),
    getRowId: (row) => String(row.place),
    manualSorting: true,
    enableMultiSort: false,
    state: {
      sorting: sortingOf(list.order),
      columnVisibility: Object.fromEntries(patientColumns.map(({ id }) => [id, visible.has(id ?? '')])),
    },
    onSortingChange: (change) =>
      onOrder(orderOf(typeof change === 'function' ? change(sortingOf(list.order)) : change)),
  });
  const loaded = new Map(table.getRowModel().rows.map((row) => [row.id, row]));
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  const widths = headers.map(({ column }) => columnWidth(column.id));
  const template = `${placeWidth}rem ${widths.map((rem) => `minmax(${rem}rem, ${rem}fr)`).join(' ')}`;
  const leastWidth = `${placeWidth + widths.reduce((sum, rem) => sum + rem, 0)}rem`;

  function show(row: number): void {
    const element = frame.current;
    if (element === null) return;
    const whole = Math.max(1, Math.floor(bodyHeight / rowHeight));
    const slot = slotOfRow(geometry, topSlot, row);
    const isCut =
      slot * rowHeight < element.scrollTop || (slot + 1) * rowHeight > element.scrollTop + bodyHeight;
    if (!isCut) return;
    const top = topSlotToSee(geometry, topSlot, row, whole);
    element.scrollTop =
      top === topSlot
        ? slot > topSlot
          ? (slot - whole + 1) * rowHeight
          : slot * rowHeight
        : top * rowHeight;
  }

  /** Whether the row is in the page, to be focused. */
  function focusOn(row: number): boolean {
    const element = body.current?.querySelector<HTMLElement>(`[aria-rowindex="${row + 2}"]`) ?? null;
    element?.focus({ preventScroll: true });
    return element !== null;
  }

  function goTo(row: number): void {
    const next = Math.max(0, Math.min(geometry.rows - 1, row));
    setActive(next);
    show(next);
    goingTo.current = focusOn(next) ? null : next;
  }

  // The row may only now be in the page. An effect of the render before may still come: it is not about this row.
  useEffect(() => {
    if (goingTo.current === active && focusOn(active)) goingTo.current = null;
  });

  useImperativeHandle(handle, () => ({
    focusRow: () => {
      focusOn(active);
      show(active);
    },
  }));

  function onBodyKey(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(bodyHeight / rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: geometry.rows - 1,
    };
    const next = steps[event.key];
    if (next !== undefined) {
      event.preventDefault();
      if (event.key === 'ArrowUp' && active === 0) headButtons()[headStop]?.focus();
      else goTo(next);
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      frame.current?.scrollBy({ left: event.key === 'ArrowRight' ? 120 : -120 });
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(active);
    }
  }

  const headButtons = () => [...(head.current?.querySelectorAll<HTMLElement>('button') ?? [])];

  function onHeadKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      goTo(active);
    } else if (step !== undefined) {
      event.preventDefault();
      const buttons = headButtons();
      const next = Math.max(0, Math.min(buttons.length - 1, headStop + step));
      setHeadStop(next);
      buttons[next]?.focus();
    }
  }

  function open(place: number): void {
    const row = rows.get(place);
    if (row !== undefined) onOpen(row.patientKey, place);
  }

  const drawn = [...new Set([...inSight, ...(active < geometry.rows ? [active] : [])])];
  const topOf = (row: number) =>
    rowHeight *
    Math.max(
      0,
      Math.min(slots - 1, slotOfRow(geometry, topSlot, row), topSlot + geometry.inFrame + overscan),
    );
  const stops = headers.length * 2 - (pseudonyms ? 2 : 0);
  let stop = 0;
  return (
    <>
      <p className={styles.count} role="status" aria-busy={refreshing}>
        {known === null ? words.say('figure.asking') : words.say('patients.count', { listed: known })}
      </p>
      {error === null ? null : <FailureNotice error={error} words={words} />}
      <p id={hintId} className="visually-hidden">
        {words.say('patients.keys')}
      </p>
      <table
        ref={frame}
        role="grid"
        className={styles.table}
        aria-label={words.say('patients.list')}
        aria-describedby={hintId}
        aria-rowcount={geometry.rows + 1}
        aria-colcount={headers.length + 1}
        aria-busy={refreshing}
      >
        <thead
          ref={head}
          role="rowgroup"
          className={styles.head}
          style={{ minWidth: leastWidth }}
          onKeyDown={onHeadKey}
        >
          <tr role="row" aria-rowindex={1} className={styles.row} style={{ gridTemplateColumns: template }}>
            <th role="columnheader" scope="col" className={styles.place}>
              {words.say('patients.row')}
            </th>
            {headers.map((header) => {
              const sortable = header.column.getCanSort();
              const at = stop;
              if (sortable) stop += 2;
              return (
                <ColumnHead
                  key={header.id}
                  header={header}
                  list={list}
                  stop={Math.min(headStop, stops - 1) - at}
                  onStop={(offset) => setHeadStop(at + offset)}
                  onFilter={onFilter}
                />
              );
            })}
          </tr>
        </thead>
        <tbody
          ref={body}
          role="rowgroup"
          className={styles.body}
          style={{ height: slots * rowHeight, minWidth: leastWidth }}
          onKeyDown={onBodyKey}
        >
          {drawn.map((place) => (
            <PatientCells
              key={place}
              place={place}
              row={loaded.get(String(place))}
              columns={headers.map(({ column }) => column.id)}
              template={template}
              top={topOf(place)}
              active={place === active}
              opened={rows.get(place)?.patientKey === opened}
              onActive={() => setActive(place)}
              onOpen={() => open(place)}
            />
          ))}
        </tbody>
      </table>
      {known === 0 && !refreshing ? <p className={styles.nobody}>{words.say('patients.nobody')}</p> : null}
    </>
  );
}
