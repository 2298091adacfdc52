import { type FactId, facts } from '@core/cohort/fact-vocabulary';
import type { ListedPatient } from '@data/queries/patient-rows';
import { factText } from '@language/fact-text';
import { useWords } from '@language/use-words';
import type { Row } from '@tanstack/react-table';
import { type patientFeatures, pseudonymColumn } from './patient-columns';
import styles from './patient-table.module.css';

interface Props {
  readonly place: number;
  /** Absent while its window is on the way. */
  readonly row: Row<typeof patientFeatures, ListedPatient> | undefined;
  readonly columns: readonly string[];
  readonly template: string;
  readonly top: number;
  readonly active: boolean;
  readonly opened: boolean;
  readonly onActive: () => void;
  readonly onOpen: () => void;
}

/** The row of one patient; not known is a quiet dash. */
export function PatientCells(props: Props) {
  const { place, row, columns, template, top, active, opened, onActive, onOpen } = props;
  const words = useWords();
  const cells = new Map(row?.getVisibleCells().map((cell) => [cell.column.id, cell.getValue()]));
  return (
    <tr
      role="row"
      aria-rowindex={place + 2}
      aria-selected={opened}
      tabIndex={active ? 0 : -1}
      className={`${styles.row} ${styles.patient}`}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      onFocus={onActive}
      onClick={onOpen}
    >
      <th role="rowheader" scope="row" className={styles.place}>
        {words.number(place + 1)}
      </th>
      {columns.map((column) => {
        const value = cells.get(column) as string | number | null | undefined;
        const isNumber = column !== pseudonymColumn && facts[column as FactId].kind === 'number';
        return (
          <td key={column} role="gridcell" className={isNumber ? styles.number : undefined}>
            {row === undefined ? (
              <span className={styles.awaited} aria-hidden="true" />
            ) : value === null || value === undefined ? (
              <span className={styles.unknown}>
                <span aria-hidden="true">–</span>
                <span className="visually-hidden">{words.say('patients.notKnown')}</span>
              </span>
            ) : column === pseudonymColumn ? (
              value
            ) : (
              factText(words, column as FactId, value)
            )}
          </td>
        );
      })}
    </tr>
  );
}
