import { eventColumn } from '@core/cohort/event-vocabulary';
import type { LinkedTable } from '@core/cohort/patient-record';
import type { PredicateDraft } from '@core/cohort/rule-draft';
import { eventCodes } from '@data/queries/event-codes';
import type { MessageId } from '@language/catalogue';
import { eventCode } from '@language/code-name';
import { useWords } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { useMemo } from 'react';
import { CodeChoice } from './CodeChoice';
import { RangeFields } from './RangeFields';

interface Props {
  readonly table: LinkedTable;
  readonly draft: PredicateDraft;
  readonly valuesFault: string | undefined;
  readonly rangeFault: string | undefined;
  readonly onChange: (draft: PredicateDraft) => void;
}

/** A claim on one column: codes of its list, those that the extract holds where the list is open, or a range. */
export function PredicateEditor({ table, draft, valuesFault, rangeFault, onChange }: Props) {
  const words = useWords();
  const { column } = draft;
  const vocabulary = eventColumn(table, column);
  const held = useAnswer(
    eventCodes,
    useMemo(() => ({ table, column }), [table, column]),
  );
  if (vocabulary?.kind === 'number') {
    return (
      <RangeFields
        unit={vocabulary.unit}
        range={draft.range}
        fault={rangeFault}
        onChange={(range) => onChange({ ...draft, range })}
      />
    );
  }
  const codes = vocabulary?.levels ?? (held.kind === 'answered' ? held.answer : []);
  return (
    <CodeChoice
      label={words.say(`event.${table}.${column}` as MessageId)}
      codes={codes.map((code) => ({ code, name: eventCode(words, table, column, code) }))}
      chosen={draft.values}
      fault={valuesFault}
      onChange={(values) => onChange({ ...draft, values })}
    />
  );
}
