import { type TimeUnit, timeUnits } from '@core/analyses/column-survival';
import {
  type AnswerColumn,
  answerValues,
  type KeptAnswer,
  mostRows,
} from '@data/queries/workbench/kept-answer';
import { useWords } from '@language/use-words';
import { useAnswer } from '@session/use-answer';
import { FailureNotice } from '@view/figures/FailureNotice';
import { CheckGroup } from '@view/ui/CheckGroup';
import { ChoiceField } from '@view/ui/ChoiceField';
import { Notice } from '@view/ui/Notice';
import { OptionalChoice } from '@view/ui/OptionalChoice';
import { useMemo, useState } from 'react';
import { columnId, columnOf, columnOptions } from './column-options';
import { EstimateOf, type EstimateRequest } from './estimate/EstimateOf';
import styles from './workbench-view.module.css';

const methods = ['survival', 'incidence', 'cox', 'table'] as const;
type Method = (typeof methods)[number];

/** An estimate on the rows of an answer: a method, and which column is what. */
export function EstimatePanel({ answer }: { readonly answer: KeptAnswer }) {
  const words = useWords();
  const { say } = words;
  const { columns } = answer;
  const [method, setMethod] = useState<Method>('survival');
  const [timeId, setTime] = useState<string | null>(null);
  const [unit, setUnit] = useState<TimeUnit>('days');
  const [eventId, setEvent] = useState<string | null>(null);
  const [groupId, setGroup] = useState<string | null>(null);
  const [chosenIds, setChosen] = useState<readonly string[]>([]);
  const numbers = columns.filter(({ kind }) => kind === 'number');
  const outcomes = columns.filter(({ kind }) => kind !== 'text');
  const time = columnOf(numbers, answer, timeId) ?? likely(numbers, /day|time|month|year|duration/i);
  const event =
    columnOf(outcomes, answer, eventId) ??
    likely(
      outcomes.filter((column) => column !== time),
      method === 'incidence' ? /cause/i : /event|status|observed/i,
    );
  const group = columnOf(columns, answer, groupId);
  const others = columns.filter((column) => column !== time && column !== event);
  const eligible = method === 'table' ? columns.filter((column) => column !== group) : others;
  const chosen = eligible.filter((column) => chosenIds.includes(columnId(column, answer)));
  const needsTime = method !== 'table';
  const needsChosen = method === 'cox' || method === 'table';
  const hasColumns = !needsTime || (time !== undefined && event !== undefined && time !== event);
  const isReady = hasColumns && (!needsChosen || chosen.length > 0);
  const asked = [
    ...(needsTime ? [time, event] : []),
    ...(method === 'cox' ? [] : [group]),
    ...(needsChosen ? chosen : []),
  ].flatMap((column) => (column === undefined ? [] : [column.name]));
  const askedText = JSON.stringify(asked);
  const question = useMemo(
    () => ({ answer, columns: JSON.parse(askedText) as readonly string[], most: mostRows }),
    [answer, askedText],
  );
  const state = useAnswer(answerValues, question, isReady);
  const request: EstimateRequest = {
    method,
    unit,
    time: time?.name ?? '',
    event: event?.name ?? '',
    group: method === 'cox' ? null : (group?.name ?? null),
    columns: chosen.map(({ name }) => name),
  };
  const option = (column: AnswerColumn) => columnId(column, answer);
  return (
    <>
      <div className={styles.controls}>
        <ChoiceField
          label={say('workbench.method')}
          options={methods.map((id) => ({ id, label: say(`workbench.method.${id}`) }))}
          chosen={method}
          onChoose={setMethod}
        />
        {needsTime && time !== undefined ? (
          <>
            <ChoiceField
              label={say('workbench.time')}
              options={columnOptions(numbers, answer)}
              chosen={option(time)}
              onChoose={setTime}
            />
            {method === 'cox' ? null : (
              <ChoiceField
                label={say('workbench.unit')}
                options={timeUnits.map((id) => ({ id, label: say(`workbench.unit.${id}`) }))}
                chosen={unit}
                onChoose={setUnit}
              />
            )}
          </>
        ) : null}
        {needsTime && event !== undefined ? (
          <ChoiceField
            label={say(method === 'incidence' ? 'workbench.cause' : 'workbench.event')}
            options={columnOptions(outcomes, answer)}
            chosen={option(event)}
            onChoose={setEvent}
          />
        ) : null}
        {method === 'cox' ? null : (
          <OptionalChoice
            label={say('workbench.group')}
            none={say('workbench.none')}
            options={columnOptions(columns, answer)}
            chosen={group === undefined ? null : option(group)}
            onChoose={(id) => setGroup(id ?? null)}
          />
        )}
      </div>
      {needsChosen ? (
        <CheckGroup
          label={say(method === 'cox' ? 'workbench.covariates' : 'workbench.described')}
          options={columnOptions(eligible, answer)}
          chosen={chosenIds}
          onChoose={setChosen}
        />
      ) : null}
      <p className={styles.note}>{say('workbench.oneRowEach')}</p>
      {hasColumns ? null : <Notice tone="info" title={say('workbench.needsColumns')} />}
      {hasColumns && !isReady ? <Notice tone="info" title={say('workbench.chooseOne')} /> : null}
      {isReady && state.kind === 'failed' ? <FailureNotice error={state.error} words={words} /> : null}
      {isReady && state.kind === 'answered' && !state.refreshing ? (
        <EstimateOf request={request} values={state.answer} />
      ) : null}
    </>
  );
}

/** The column that is named like one of its kind, else the first. */
const likely = (columns: readonly AnswerColumn[], names: RegExp): AnswerColumn | undefined =>
  columns.find(({ name }) => names.test(name)) ?? columns[0];
