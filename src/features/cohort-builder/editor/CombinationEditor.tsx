import { negation } from '@core/cohort/rule-combination';
import type { CombinationDraft } from '@core/cohort/rule-draft';
import { conditionText } from '@language/cohort-sentence';
import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { useRef } from 'react';
import { CombinationKindField } from './CombinationKindField';
import styles from './editor.module.css';

interface Props {
  readonly draft: CombinationDraft;
  readonly faultAt: (field: string) => string | undefined;
  readonly onChange: (draft: CombinationDraft) => void;
  readonly onPart: (part: number | null) => void;
}

/** Several conditions as one: how many of them must hold, and each of them. */
export function CombinationEditor({ draft, faultAt, onChange, onPart }: Props) {
  const words = useWords();
  const { say } = words;
  const { parts } = draft;
  const list = useRef<HTMLFieldSetElement>(null);
  const partsFault = faultAt('parts');
  return (
    <>
      <CombinationKindField
        how={draft.how}
        count={draft.count}
        countFault={faultAt('count')}
        onChange={(change) => onChange({ ...draft, ...change })}
      />
      <fieldset ref={list} tabIndex={-1} className={styles.part}>
        <legend>{say('editor.parts')}</legend>
        <ol className={styles.parts}>
          {parts.map((part, at) => {
            const condition = conditionText(words, part);
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: two equal parts are told apart by their place only.
              <li key={at} className={styles.partRow}>
                <span>{condition}</span>
                <span className={styles.partTools}>
                  <Button
                    look="quiet"
                    aria-label={say('editor.editPart', { condition })}
                    onPress={() => onPart(at)}
                  >
                    ✎
                  </Button>
                  <Button
                    look="quiet"
                    aria-label={say('editor.negatePart', { condition })}
                    onPress={() => onChange({ ...draft, parts: parts.with(at, negation(part)) })}
                  >
                    ¬
                  </Button>
                  <Button
                    look="quiet"
                    aria-label={say('editor.removePart', { condition })}
                    onPress={() => {
                      onChange({ ...draft, parts: parts.toSpliced(at, 1) });
                      // The button goes with its part: the keyboard stays at the list.
                      list.current?.focus();
                    }}
                  >
                    ✕
                  </Button>
                </span>
              </li>
            );
          })}
        </ol>
        {partsFault === undefined ? null : (
          <p className={styles.fault} role="alert">
            {partsFault}
          </p>
        )}
        <Button onPress={() => onPart(null)}>{say('editor.addPart')}</Button>
      </fieldset>
    </>
  );
}
