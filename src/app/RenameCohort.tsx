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
  return (
    // A search form: Chromium describes the fields of others to its maker's autofill service.
    <form
      className={styles.rename}
      action="./search"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(typed.trim() === '' ? null : typed);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone(null);
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
      <Button type="submit">{say('workspace.rename')}</Button>
    </form>
  );
}
