import { eventTable } from '@core/cohort/event-vocabulary';
import type { LinkedTable } from '@core/cohort/patient-record';
import { cohortLimits } from '@core/cohort/read-cohort';
import { emptyChoice, type PredicateDraft } from '@core/cohort/rule-draft';
import type { MessageId } from '@language/catalogue';
import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { GroupedChoice } from '@view/ui/GroupedChoice';
import { useRef } from 'react';
import styles from './editor.module.css';
import { PredicateEditor } from './PredicateEditor';

interface Props {
  readonly title: string;
  readonly name: 'among' | 'where';
  readonly table: LinkedTable;
  readonly predicates: readonly PredicateDraft[];
  readonly faultAt: (field: string) => string | undefined;
  readonly onChange: (predicates: readonly PredicateDraft[]) => void;
}

/** Claims on the columns of a row; all of them must hold. */
export function PredicateList({ title, name, table, predicates, faultAt, onChange }: Props) {
  const { say } = useWords();
  const part = useRef<HTMLFieldSetElement>(null);
  const columnName = (column: string) => say(`event.${table}.${column}` as MessageId);
  return (
    <fieldset ref={part} tabIndex={-1} className={styles.part}>
      <legend>{title}</legend>
      {predicates.map((predicate, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two claims on one column are told apart by their place only.
        <div key={at} className={styles.predicate} role="group" aria-label={columnName(predicate.column)}>
          <div className={styles.predicateHead}>
            <strong>{columnName(predicate.column)}</strong>
            <Button
              look="quiet"
              aria-label={say('editor.removeColumn', { column: columnName(predicate.column) })}
              onPress={() => {
                onChange(predicates.toSpliced(at, 1));
                // The button goes with its claim: the keyboard stays at the list.
                part.current?.focus();
              }}
            >
              ✕
            </Button>
          </div>
          <PredicateEditor
            table={table}
            draft={predicate}
            valuesFault={faultAt(`${name}.${at}.values`)}
            rangeFault={faultAt(`${name}.${at}.range`)}
            onChange={(next) => onChange(predicates.with(at, next))}
          />
        </div>
      ))}
      {predicates.length >= cohortLimits.predicates ? null : (
        <GroupedChoice
          label={`${title} – ${say('editor.addColumn')}`}
          labelHidden
          placeholder={say('editor.addColumn')}
          groups={[
            {
              id: table,
              label: say(`event.${table}`),
              options: Object.keys(eventTable(table).columns).map((column) => ({
                id: column,
                label: columnName(column),
              })),
            },
          ]}
          chosen={null}
          onChoose={(column) => onChange([...predicates, { column, ...emptyChoice }])}
        />
      )}
    </fieldset>
  );
}
