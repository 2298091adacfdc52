import type { CohortDefinition } from '@core/cohort/cohort-definition';
import { type CombinationKind, withCombined } from '@core/cohort/rule-combination';
import { conditionText, ruleSentence } from '@language/cohort-sentence';
import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { DialogFrame } from '@view/ui/DialogFrame';
import { useState } from 'react';
import { CodeChoice } from './CodeChoice';
import { CombinationKindField } from './CombinationKindField';
import { ConditionCountText } from './ConditionCountText';
import styles from './editor.module.css';

interface Props {
  readonly cohort: CohortDefinition;
  /** The rule that others are combined with. */
  readonly place: number;
  readonly onClose: () => void;
  readonly onDone: (cohort: CohortDefinition) => void;
}

/** Makes one rule of several. */
export function CombineDialog({ cohort, place, onClose, onDone }: Props) {
  const words = useWords();
  const { say } = words;
  const [how, setHow] = useState<CombinationKind>('any');
  const [count, setCount] = useState<number | null>(1);
  const [others, setOthers] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const places = [place, ...others.map(Number)];
  const next = others.length === 0 ? null : withCombined(cohort, places, how, count ?? 1);
  const condition = next?.rules[Math.min(...places)]?.condition ?? null;
  return (
    <DialogFrame
      title={say('editor.combine')}
      closeLabel={say('editor.cancel')}
      onClose={onClose}
      foot={
        <>
          <div className={styles.preview}>
            <p className={styles.sentence} aria-live="polite">
              {condition === null ? say('editor.incomplete') : conditionText(words, condition)}
            </p>
            <ConditionCountText condition={condition} index={cohort.index} />
          </div>
          <div className={styles.buttons}>
            <Button onPress={onClose}>{say('editor.cancel')}</Button>
            <Button
              look="primary"
              onPress={() => {
                if (next === null) return setTried(true);
                onDone(next);
                onClose();
              }}
            >
              {say('editor.combineDone')}
            </Button>
          </div>
        </>
      }
    >
      <CombinationKindField
        how={how}
        count={count}
        countFault={undefined}
        onChange={(change) => {
          if (change.how !== undefined) setHow(change.how);
          if (change.count !== undefined) setCount(change.count);
        }}
      />
      <fieldset className={styles.part}>
        <legend>{say('editor.combineWith')}</legend>
        <CodeChoice
          label={say('editor.combineWith')}
          codes={cohort.rules.flatMap((rule, at) =>
            at === place ? [] : [{ code: String(at), name: ruleSentence(words, rule) }],
          )}
          chosen={others}
          fault={tried && others.length === 0 ? say('editorFault.no-parts') : undefined}
          onChange={setOthers}
        />
      </fieldset>
      <p className={styles.note}>{say('editor.combineNote')}</p>
    </DialogFrame>
  );
}
