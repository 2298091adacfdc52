import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface Props {
  readonly tone: 'info' | 'warn' | 'danger';
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** A message in the flow of the page; dangers interrupt a screen reader, the others wait. */
export function Notice({ tone, title, children, actions }: Props) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <div>
        {title === undefined ? null : <p className={styles.title}>{title}</p>}
        {children}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
