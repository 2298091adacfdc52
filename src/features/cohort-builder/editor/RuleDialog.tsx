import type { AnchorEvent } from '@core/cohort/anchor-event';
import type { CohortRule } from '@core/cohort/cohort-definition';
import { readDraft } from '@core/cohort/rule-draft';
import { conditionText } from '@language/cohort-sentence';
import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { DialogFrame } from '@view/ui/DialogFrame';
import { Toggle } from '@view/ui/Toggle';
import { useReducer } from 'react';
import { ConditionCountText } from './ConditionCountText';
import { ConditionEditor } from './ConditionEditor';
import styles from './editor.module.css';
import { editorAfter, editorOf, shownDraft } from './editor-state';

interface Props {
  /** The rule to change; `null` for a new one. */
  readonly rule: CohortRule | null;
  readonly index: AnchorEvent;
  readonly onClose: () => void;
  readonly onDone: (rule: CohortRule) => void;
}

/** A rule being made or changed, with its sentence and its count before it is part of the cohort. */
export function RuleDialog({ rule, index, onClose, onDone }: Props) {
  const words = useWords();
  const { say } = words;
  const [state, dispatch] = useReducer(editorAfter, rule, editorOf);
  const draft = shownDraft(state);
  const { condition, faults } = readDraft(draft);
  const inPart = state.frames.length > 1;
  const finish = () => {
    if (condition === null) return dispatch({ kind: 'try' });
    onDone({ condition, unknown: state.unknown });
    onClose();
  };
  return (
    <DialogFrame
      title={say(rule === null ? 'editor.add' : 'editor.change')}
      closeLabel={say('editor.cancel')}
      onClose={onClose}
      foot={
        <>
          <div className={styles.preview}>
            <p className={styles.sentence} aria-live="polite">
              {condition === null ? say('editor.incomplete') : conditionText(words, condition)}
            </p>
            <ConditionCountText condition={condition} index={index} />
          </div>
          <div className={styles.buttons}>
            {inPart ? (
              <>
                <Button onPress={() => dispatch({ kind: 'leave-part' })}>{say('editor.leavePart')}</Button>
                <Button look="primary" onPress={() => dispatch({ kind: 'keep-part' })}>
                  {say('editor.keepPart')}
                </Button>
              </>
            ) : (
              <>
                <Button onPress={onClose}>{say('editor.cancel')}</Button>
                <Button look="primary" onPress={finish}>
                  {say(rule === null ? 'editor.addDone' : 'editor.changeDone')}
                </Button>
              </>
            )}
          </div>
        </>
      }
    >
      {inPart ? <p className={styles.note}>{say('editor.inPart')}</p> : null}
      <ConditionEditor
        key={state.frames.length}
        draft={draft}
        faults={state.tried ? faults : faults.filter(({ reason }) => reason === 'upside-down')}
        onChange={(next) => dispatch({ kind: 'change', draft: next })}
        onPart={(part) => dispatch({ kind: 'open-part', part })}
      />
      {inPart ? null : (
        <Toggle
          label={say('editor.keepUnknown')}
          isOn={state.unknown === 'include'}
          onChange={(keep) => dispatch({ kind: 'unknown', unknown: keep ? 'include' : 'exclude' })}
        />
      )}
    </DialogFrame>
  );
}
