import { type ReactNode, use, useId } from 'react';
import { Expander } from './Expander';
import { FigureCodeSlot, FigureExportSlot } from './figure-code-slot';
import styles from './figure-frame.module.css';
import { StandingNotes } from './standing-notes';

interface Props {
  readonly title: string;
  /** One computed sentence: what the figure says. */
  readonly summary?: string;
  readonly controls?: ReactNode;
  readonly children: ReactNode;
  /** Definitions, counts, method: what a reader needs to believe the figure. */
  readonly notes?: ReactNode;
  /** The same numbers as a table; every figure has one. */
  readonly table?: ReactNode;
  readonly tableLabel: string;
  /** A newer answer is on its way; what is shown belongs to the cohort before. */
  readonly refreshing?: boolean;
}

/** A figure with its title, its reading, its notes and its numbers. */
export function FigureFrame({
  title,
  summary,
  controls,
  children,
  notes,
  table,
  tableLabel,
  refreshing,
}: Props) {
  const titleId = useId();
  const standing = use(StandingNotes);
  const code = use(FigureCodeSlot);
  const leaving = use(FigureExportSlot);
  return (
    <figure className={styles.frame} aria-labelledby={titleId} aria-busy={refreshing ?? false}>
      <figcaption className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        {controls === undefined ? null : <div className={styles.controls}>{controls}</div>}
      </figcaption>
      {summary === undefined ? null : <p className={styles.summary}>{summary}</p>}
      <div className={styles.body}>{children}</div>
      {notes === undefined && standing === null ? null : (
        <div className={styles.notes}>
          {notes}
          {standing}
        </div>
      )}
      {table === undefined ? null : (
        <Expander label={tableLabel} level={3} look="link">
          {table}
        </Expander>
      )}
      {code}
      {leaving}
    </figure>
  );
}
