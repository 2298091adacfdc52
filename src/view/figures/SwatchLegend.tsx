import styles from './swatch-legend.module.css';

interface Props {
  readonly items: readonly { readonly id: string; readonly name: string; readonly fill: string }[];
}

/** What the colours of a picture stand for, in the order in which they stand in it. */
export function SwatchLegend({ items }: Props) {
  return (
    <ul className={styles.legend}>
      {items.map(({ id, name, fill }) => (
        <li key={id}>
          <svg aria-hidden="true" width="14" height="14" viewBox="0 0 14 14">
            <rect x="0.5" y="0.5" width="13" height="13" rx="2" fill={fill} stroke="var(--line-strong)" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
