import { useWords } from '@language/use-words';
import { useExtract } from '@session/use-extract';
import { workbench } from '@session/use-workbench';
import type { RunOutcome } from '@session/workbench-store';
import { Button } from '@view/ui/Button';
import { Notice } from '@view/ui/Notice';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { AnswerGrid } from './AnswerGrid';
import styles from './workbench-view.module.css';

interface Props {
  readonly tab: string;
  readonly outcome: Extract<RunOutcome, { kind: 'answered' }>;
}

/** The rows of an answer, in any order, and those alone that meet a condition. */
export function AnswerRows({ tab, outcome }: Props) {
  const words = useWords();
  const { say, number } = words;
  const { engine } = useExtract();
  const [condition, setCondition] = useState(outcome.condition);
  const { answer, shown, order, arrangeFault } = outcome;
  const apply = () => void workbench.arrange(tab, engine, { condition });
  return (
    <>
      <div className={styles.controls}>
        <TextField
          className={styles.condition ?? ''}
          value={condition}
          onChange={setCondition}
          // Not a form: the page's sandbox lets none be sent.
          onKeyDown={(event) => {
            if (event.key === 'Enter') apply();
          }}
          spellCheck="false"
          autoComplete="off"
        >
          <Label>{say('workbench.condition')}</Label>
          <Input />
        </TextField>
        <Button onPress={apply}>{say('workbench.apply')}</Button>
      </div>
      {arrangeFault === null ? null : (
        <Notice tone="danger" title={say('workbench.failed')}>
          <p className={styles.engineWords}>{arrangeFault}</p>
        </Notice>
      )}
      {outcome.condition.trim() === '' ? null : (
        <p role="status" className={styles.hint}>
          {say('workbench.shown', { shown: number(shown.rows), rows: number(answer.rows) })}
        </p>
      )}
      <AnswerGrid
        key={shown.name}
        answer={shown}
        order={order}
        onOrder={(next) => void workbench.arrange(tab, engine, { order: next })}
      />
    </>
  );
}
