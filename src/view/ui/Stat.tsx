import styles from './stat.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Its uncertainty or its unit, in smaller type. */
  readonly detail?: string;
}

/** One number with its name and its uncertainty. Belongs in a `dl`. */
export function Stat({ label, value, detail }: Props) {
  return (
    <div className={styles.stat}>
      <dt>{label}</dt>
      <dd>
        <span className={styles.value}>{value}</span>
        {detail === undefined ? null : <span className={styles.detail}> {detail}</span>}
      </dd>
    </div>
  );
}
