import { useWords } from '@language/use-words';
import { useEffect, useState } from 'react';
import styles from './workbench-view.module.css';

/** How long a statement has been running; told once to a screen reader, shown as it goes on. */
export function RunningClock({ since }: { readonly since: number }) {
  const { say, number } = useWords();
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 200);
    return () => clearInterval(timer);
  }, []);
  const seconds = number((now - since) / 1000, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <p className={styles.status} role="timer" aria-live="off" aria-busy="true">
      {say('workbench.running', { seconds })}
    </p>
  );
}
