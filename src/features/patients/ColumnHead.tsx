import type { FactRule } from '@core/cohort/cohort-definition';
import { type FactId, facts } from '@core/cohort/fact-vocabulary';
import type { PatientListDefinition } from '@core/cohort/patient-list';
import type { ListedPatient } from '@data/queries/patient-rows';
import { factUnit } from '@language/fact-text';
import { useWords } from '@language/use-words';
import type { Header } from '@tanstack/react-table';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { ColumnFilter } from './ColumnFilter';
import { type patientFeatures, pseudonymColumn } from './patient-columns';
import styles from './patient-table.module.css';

interface Props {
  readonly header: Header<typeof patientFeatures, ListedPatient>;
  readonly list: PatientListDefinition;
  /** 0 when the sort button is the one that Tab reaches, 1 when the filter button is. */
  readonly stop: number;
  readonly onStop: (offset: 0 | 1) => void;
  readonly onFilter: (fact: FactId, filter: FactRule | null) => void;
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

/** The head of one column: press to sort, a funnel to filter. */
export function ColumnHead({ header, list, stop, onStop, onFilter }: Props) {
  const words = useWords();
  const { column } = header;
  if (column.id === pseudonymColumn) {
    return (
      <th role="columnheader" scope="col">
        {words.say('patients.pseudonym')}
      </th>
    );
  }
  const fact = column.id as FactId;
  const name = words.say(`clinic.${fact}`);
  const unit = factUnit(words, fact);
  const sorted = column.getIsSorted();
  const filter = list.filters.find(({ condition }) => condition.fact === fact) ?? null;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sorted === false ? 'none' : ariaSort[sorted]}
      className={facts[fact].kind === 'number' ? styles.number : undefined}
    >
      <Button
        className={styles.sort ?? ''}
        excludeFromTabOrder={stop !== 0}
        onFocus={() => onStop(0)}
        onPress={() => {
          const next = column.getNextSortingOrder();
          if (next === false) column.clearSorting();
          else column.toggleSorting(next === 'desc');
        }}
      >
        <span className={styles.name}>
          {name}
          {unit === null ? null : <span className={styles.unit}> ({unit})</span>}
        </span>
        <span aria-hidden="true" className={styles.arrow}>
          {sorted === 'asc' ? '▲' : sorted === 'desc' ? '▼' : ''}
        </span>
      </Button>
      <DialogTrigger>
        <Button
          className={`${styles.funnel} ${filter === null ? '' : styles.set}`}
          excludeFromTabOrder={stop !== 1}
          onFocus={() => onStop(1)}
          aria-label={words.say(filter === null ? 'patients.filterBy' : 'patients.filtered', {
            variable: name,
          })}
        >
          <svg aria-hidden="true" width="12" height="12" viewBox="0 0 12 12">
            <path
              d="M1 1.5h10L7.2 6.2v4.3L4.8 9V6.2Z"
              fill={filter === null ? 'none' : 'currentColor'}
              stroke="currentColor"
              strokeLinejoin="round"
            />
          </svg>
        </Button>
        <Popover className={styles.popover ?? ''}>
          <Dialog
            className={styles.dialog ?? ''}
            aria-label={words.say('patients.filterBy', { variable: name })}
          >
            <ColumnFilter
              fact={fact}
              cohort={list.cohort}
              filter={filter}
              onFilter={(next) => onFilter(fact, next)}
            />
          </Dialog>
        </Popover>
      </DialogTrigger>
    </th>
  );
}
