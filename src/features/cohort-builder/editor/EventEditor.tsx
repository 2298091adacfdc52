import { numberedEvents, singleEvents } from '@core/cohort/anchor-event';
import { eventTable } from '@core/cohort/event-vocabulary';
import { linkedTables } from '@core/cohort/patient-record';
import { type EventDraft, emptyEventDraft } from '@core/cohort/rule-draft';
import type { MessageId } from '@language/catalogue';
import { useWords } from '@language/use-words';
import { ChoiceField } from '@view/ui/ChoiceField';
import { NumberBox } from '@view/ui/NumberBox';
import { Segments } from '@view/ui/Segments';
import { AnchorField } from './AnchorField';
import styles from './editor.module.css';
import { PredicateList } from './PredicateList';

interface Props {
  readonly draft: EventDraft;
  readonly faultAt: (field: string) => string | undefined;
  readonly onChange: (draft: EventDraft) => void;
}

const quantifiers = ['any', 'never', 'every', 'first', 'last', 'at_least'] as const;
const anchors = ['index', ...singleEvents, ...numberedEvents] as const;

/** A rule on the rows of a linked table: which rows, when, how many, and what is claimed of them. */
export function EventEditor({ draft, faultAt, onChange }: Props) {
  const { say } = useWords();
  const put = (change: Partial<EventDraft>) => onChange({ ...draft, ...change });
  const { days } = eventTable(draft.table);
  return (
    <>
      <div className={styles.line}>
        <ChoiceField
          label={say('editor.table')}
          options={linkedTables.map((table) => ({ id: table, label: say(`event.${table}`) }))}
          chosen={draft.table}
          onChoose={(table) => {
            if (table !== draft.table) onChange(emptyEventDraft(table));
          }}
        />
        <ChoiceField
          label={say('editor.quantifier')}
          options={quantifiers.map((kind) => ({ id: kind, label: say(`editorQuantifier.${kind}`) }))}
          chosen={draft.quantifier}
          onChoose={(quantifier) => put({ quantifier })}
        />
        {draft.quantifier === 'at_least' ? (
          <>
            <NumberBox
              label={say('editor.atLeastCount')}
              value={draft.count}
              decimals={0}
              fault={faultAt('count')}
              onChange={(count) => put({ count })}
            />
            <NumberBox
              label={say('editor.atLeastSpan')}
              value={draft.spanMonths}
              fault={faultAt('span')}
              onChange={(spanMonths) => put({ spanMonths })}
            />
          </>
        ) : null}
      </div>
      <PredicateList
        title={say('editor.where')}
        name="where"
        table={draft.table}
        predicates={draft.where}
        faultAt={faultAt}
        onChange={(where) => put({ where })}
      />
      <PredicateList
        title={say('editor.among')}
        name="among"
        table={draft.table}
        predicates={draft.among}
        faultAt={faultAt}
        onChange={(among) => put({ among })}
      />
      <fieldset className={styles.part}>
        <legend>{say('editor.window')}</legend>
        <Segments
          label={say('editor.window')}
          labelHidden
          options={[
            { id: 'always', label: say('editor.always') },
            { id: 'window', label: say('editor.inWindow') },
          ]}
          chosen={draft.windowed ? 'window' : 'always'}
          onChoose={(kind) => put({ windowed: kind === 'window' })}
        />
        {draft.windowed ? (
          <div className={styles.line}>
            <NumberBox label={say('editor.from')} value={draft.from} onChange={(from) => put({ from })} />
            <NumberBox
              label={say('editor.to')}
              value={draft.to}
              fault={faultAt('window')}
              onChange={(to) => put({ to })}
            />
            <Segments
              label={say('editor.unit')}
              options={[
                { id: 'days', label: say('unitName.days') },
                { id: 'months', label: say('unitName.months') },
              ]}
              chosen={draft.unit}
              onChoose={(unit) => put({ unit })}
            />
            <AnchorField
              label={say('editor.after')}
              events={anchors}
              chosen={draft.of}
              onChange={(of) => put({ of })}
            />
            <p className={styles.note}>{say('editor.windowNote')}</p>
          </div>
        ) : null}
        {days.length < 2 ? null : (
          <ChoiceField
            label={say('editor.day')}
            options={days.map((day) => ({ id: day, label: say(`eventDay.${day}` as MessageId) }))}
            chosen={draft.day}
            onChoose={(day) => put({ day })}
          />
        )}
      </fieldset>
      <Segments
        label={say('editor.ifNone')}
        options={[
          { id: 'no', label: say('editor.ifNoneNo') },
          { id: 'unknown', label: say('editor.ifNoneUnknown') },
        ]}
        chosen={draft.ifNone}
        onChoose={(ifNone) => put({ ifNone })}
      />
    </>
  );
}
