import styles from './code-block.module.css';

interface Props {
  readonly label: string;
  readonly children: string;
}

/** Code to be read and copied; it scrolls by keyboard. */
export function CodeBlock({ label, children }: Props) {
  return (
    <pre className={styles.code} tabIndex={0} aria-label={label}>
      <code>{children}</code>
    </pre>
  );
}
