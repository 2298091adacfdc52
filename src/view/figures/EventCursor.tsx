import type { KeyboardEvent, ReactNode } from 'react';
import styles from './event-cursor.module.css';

interface Props {
  readonly events: number;
  /** The event that the cursor is on; `null` before the first key. */
  readonly at: number | null;
  readonly onMove: (at: number) => void;
  /** What the cursor steps through, and the keys that move it. */
  readonly label: string;
  /** Where it is, read after each step. */
  readonly valueText: string;
  /** What is read aloud, and stands under the picture; `hint` as long as there is nothing to read. */
  readonly reading: ReactNode | null;
  readonly hint: string;
  /** Lines that are kept free for what is read, so that nothing jumps; 2. */
  readonly lines?: number;
  readonly children: ReactNode;
}

/** Steps through the events of a picture by keyboard, in the order of time, and reads each of them. */
export function EventCursor({
  events,
  at,
  onMove,
  label,
  valueText,
  reading,
  hint,
  lines = 2,
  children,
}: Props) {
  function onKey(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at === null ? 0 : at + 1,
      ArrowDown: at === null ? 0 : at + 1,
      ArrowLeft: (at ?? 0) - 1,
      ArrowUp: (at ?? 0) - 1,
      PageDown: (at ?? 0) + 10,
      PageUp: (at ?? 0) - 10,
      Home: 0,
      End: events - 1,
    };
    const next = steps[event.key];
    if (next === undefined || events === 0) return;
    event.preventDefault();
    onMove(Math.max(0, Math.min(events - 1, next)));
  }
  return (
    <>
      <div
        className={styles.cursor}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, events)}
        aria-valuenow={(at ?? 0) + 1}
        aria-valuetext={valueText}
        onKeyDown={onKey}
      >
        {children}
      </div>
      <div className={styles.reading} style={{ minHeight: `${lines * 1.45}em` }} aria-live="polite">
        {reading ?? hint}
      </div>
    </>
  );
}
