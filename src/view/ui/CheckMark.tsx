import styles from './check-mark.module.css';

/** The square of a check box, marked while the box around it is chosen; what is read aloud is the box itself. */
export function CheckMark() {
  return <span className={styles.box} aria-hidden="true" />;
}
