import { useWords } from '@language/use-words';
import { useWorkspace } from '@session/use-workspace';
import { Icon } from '@view/ui/Icon';
import { memo, useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import styles from './step-buttons.module.css';

/** One step back, one step forth: by button, and by the keys that every program has for it. */
export const StepButtons = memo(function StepButtons() {
  const { say } = useWords();
  const { undo, redo } = useWorkspace();
  const [said, setSaid] = useState('');
  const step = useCallback(
    (which: 'undo' | 'redo') => {
      const cohort = { undo, redo }[which]?.();
      if (cohort === undefined) return;
      const count = cohort.rules.length;
      setSaid(say(which === 'undo' ? 'workspace.undone' : 'workspace.redone', { count }));
    },
    [undo, redo, say],
  );
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const which = stepOf(event);
      if (which === null || isTyping(event.target)) return;
      event.preventDefault();
      step(which);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [step]);
  return (
    <div role="group" aria-label={say('workspace.steps')} className={styles.steps}>
      <Button
        className={styles.step ?? ''}
        aria-label={say('workspace.undo')}
        aria-disabled={undo === null}
        onPress={() => step('undo')}
      >
        <Icon name="undo" />
      </Button>
      <Button
        className={styles.step ?? ''}
        aria-label={say('workspace.redo')}
        aria-disabled={redo === null}
        onPress={() => step('redo')}
      >
        <Icon name="redo" />
      </Button>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </div>
  );
});

function stepOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (altKey || ctrlKey === metaKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && ctrlKey && !shiftKey ? 'redo' : null;
}

const withoutText = ['checkbox', 'radio', 'range', 'button', 'submit', 'reset', 'file', 'color'];

/** In a field these keys undo what was typed. A box, a slider or a button holds no text. */
function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !withoutText.includes(target.type) && !target.readOnly;
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
