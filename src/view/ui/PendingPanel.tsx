import styles from './pending-panel.module.css';

/** The place of a figure while its first answer is computed: same height, so that nothing jumps. */
export function PendingPanel({ label, height }: { readonly label: string; readonly height: number }) {
  return (
    <div className={styles.panel} style={{ height }} role="status">
      {label}
    </div>
  );
}
