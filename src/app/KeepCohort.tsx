import { nextName, tidyName, withCohortSaved, workspaceLimits } from '@core/cohort/cohort-workspace';
import { useWords } from '@language/use-words';
import { useCohort } from '@session/use-url';
import { useWorkspace } from '@session/use-workspace';
import { Button } from '@view/ui/Button';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import styles from './cohort-menu.module.css';

/** Puts the current cohort aside under a name; the next letter is proposed. */
export function KeepCohort({ onSaid }: { readonly onSaid: (text: string) => void }) {
  const { say } = useWords();
  const { cohort } = useCohort();
  const { workspace, changeWorkspace } = useWorkspace();
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? nextName(workspace);
  const isFull = workspace.cohorts.length >= workspaceLimits.cohorts;
  const keep = () => {
    if (isFull) return;
    const after = withCohortSaved(workspace, cohort, tidyName(name) ?? '');
    changeWorkspace(() => after);
    setTyped(null);
    onSaid(say('workspace.saved', { name: after.cohorts.at(-1)?.name ?? '' }));
  };
  return (
    // A search form: Chromium describes the fields of others to its maker's autofill service. The sandbox submits none.
    <form className={styles.keep} action="./search">
      <TextField
        className={styles.field ?? ''}
        value={name}
        onChange={setTyped}
        onKeyDown={(event) => {
          // What the field does not use is the menu's: Escape closes it.
          if (event.key !== 'Enter') return event.continuePropagation();
          event.preventDefault();
          keep();
        }}
        maxLength={120}
        autoComplete="off"
      >
        <Label className={styles.label ?? ''}>{say('workspace.name')}</Label>
        <Input className={styles.input ?? ''} />
      </TextField>
      <Button look="primary" isDisabled={isFull} onPress={keep}>
        {say('workspace.save')}
      </Button>
      {isFull ? (
        <p className={styles.note}>{say('workspace.full', { count: workspaceLimits.cohorts })}</p>
      ) : null}
    </form>
  );
}
