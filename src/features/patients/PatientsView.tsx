import type { FactRule } from '@core/cohort/cohort-definition';
import { type FactId, isFactId } from '@core/cohort/fact-vocabulary';
import { listedFacts, orderOfText, orderText, type PatientOrder } from '@core/cohort/patient-list';
import { useWords } from '@language/use-words';
import { useExtract } from '@session/use-extract';
import { useMayShowPatients } from '@session/use-policy';
import { useCohort, useUrlChoice, useUrlParameter } from '@session/use-url';
import { Notice } from '@view/ui/Notice';
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { ColumnChooser } from './ColumnChooser';
import chooserStyles from './column-filter.module.css';
import { ListFilters } from './ListFilters';
import { PatientPanel } from './PatientPanel';
import { PatientTable, type PatientTableHandle } from './PatientTable';
import styles from './patients-view.module.css';

interface OpenPatient {
  readonly patientKey: number;
  readonly place: number;
}

/** The screen of one extract: with another extract it begins anew, and no patient stays open. */
export function PatientsView() {
  const { say } = useWords();
  const mayShow = useMayShowPatients();
  const { key } = useExtract();
  if (!mayShow) return <Notice tone="warn" title={say('exports.noPatients')} />;
  return <PatientsOfExtract key={key} />;
}

/** The list of the cohort's patients, and one of them under it. Who is open is known to this page only. */
function PatientsOfExtract() {
  const words = useWords();
  const { cohort } = useCohort();
  const [sort, setSort] = useUrlChoice('sort');
  const [columnText, setColumnText] = useUrlParameter('columns');
  const [filters, setFilters] = useState<readonly FactRule[]>([]);
  const [pseudonyms, setPseudonyms] = useState(false);
  const [open, setOpen] = useState<OpenPatient | null>(null);
  const table = useRef<PatientTableHandle>(null);
  const facts = useMemo(() => chosenFacts(columnText), [columnText]);
  const list = useMemo(() => ({ cohort, filters, order: orderOfText(sort) }), [cohort, filters, sort]);

  const setFilter = useCallback((fact: FactId, filter: FactRule | null) => {
    setFilters((before) => {
      const others = before.filter(({ condition }) => condition.fact !== fact);
      return filter === null ? others : [...others, filter];
    });
  }, []);

  function close(): void {
    setOpen(null);
    table.current?.focusRow();
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || open === null || event.defaultPrevented) return;
    event.preventDefault();
    close();
  }

  return (
    <div className={styles.screen} onKeyDown={onKey}>
      <section className={styles.list} data-beside={open !== null} aria-label={words.say('patients.list')}>
        <div className={styles.tools}>
          <ListFilters
            cohort={cohort}
            filters={filters}
            onRemove={({ condition }) => setFilter(condition.fact, null)}
          />
          <Checkbox
            className={chooserStyles.level ?? ''}
            isSelected={pseudonyms}
            onChange={setPseudonyms}
            aria-describedby="why-hidden"
          >
            <span className={chooserStyles.box} aria-hidden="true" />
            <span>{words.say('patients.showPseudonym')}</span>
          </Checkbox>
          <ColumnChooser
            chosen={facts}
            onChoose={(chosen) =>
              setColumnText(chosen.join() === listedFacts.join() ? undefined : chosen.join('.'))
            }
          />
        </div>
        <PatientTable
          handle={table}
          list={list}
          facts={facts}
          pseudonyms={pseudonyms}
          opened={open?.patientKey ?? null}
          onOpen={(patientKey, place) => setOpen({ patientKey, place })}
          onOrder={(order: PatientOrder | null) => setSort(order === null ? undefined : orderText(order))}
          onFilter={setFilter}
        />
        <p className={styles.note}>
          {words.say('patients.noExport')} <span id="why-hidden">{words.say('patients.whyHidden')}</span>
        </p>
      </section>
      {open === null ? null : (
        <PatientPanel key={open.patientKey} patientKey={open.patientKey} place={open.place} onClose={close} />
      )}
    </div>
  );
}

/** Columns of the address, `sex.age`; without any fact that is known, the default ones. */
function chosenFacts(text: string | undefined): readonly FactId[] {
  const chosen = (text ?? '').split('.').filter(isFactId);
  return chosen.length === 0 ? listedFacts : chosen;
}
