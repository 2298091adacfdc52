import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { useState } from 'react';
import { Input, TextField } from 'react-aria-components';
import styles from './cohort-menu.module.css';

interface Props {
  readonly name: string;
  /** The new name, `null` when it stays. */
  readonly onDone: (name: string | null) => void;
}

/** Another name for a cohort; Enter keeps it, Escape leaves it. */
export function RenameCohort({ name, onDone }: Props) {
  const { say } = useWords();
  const [typed, setTyped] = useState(name);
  const done = (isKept: boolean) => onDone(isKept && typed.trim() !== '' ? typed : null);
  return (
    // A search form: Chromium describes the fields of others to its maker's autofill service. The sandbox submits none.
    <form
      className={styles.rename}
      action="./search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        done(event.key === 'Enter');
      }}
    >
      <TextField
        className={styles.field ?? ''}
        aria-label={say('workspace.newName', { name })}
        value={typed}
        onChange={setTyped}
        maxLength={120}
        autoComplete="off"
        autoFocus
      >
        <Input className={styles.input ?? ''} />
      </TextField>
      <Button onPress={() => done(true)}>{say('workspace.rename')}</Button>
    </form>
  );
}
