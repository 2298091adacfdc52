import { milestoneBands } from '@core/analyses/milestones';
import type { Words } from '@language/use-words';
import { bandStyle } from '@view/charts/milestone-style';
import styles from './milestone.module.css';

/** The bands in the order in which they stand in a bar. */
export function MilestoneLegend({ words }: { readonly words: Words }) {
  return (
    <ul className={styles.legend}>
      {milestoneBands.map((band) => (
        <li key={band}>
          <svg aria-hidden="true" width="14" height="14" viewBox="0 0 14 14">
            <rect
              x="0.5"
              y="0.5"
              width="13"
              height="13"
              rx="2"
              fill={bandStyle[band].fill}
              stroke="var(--line-strong)"
            />
          </svg>
          {words.say(`milestones.band.${band}`)}
        </li>
      ))}
    </ul>
  );
}
