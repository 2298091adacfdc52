import type { NumberChart } from '@data/queries/cohort-charts';
import { memo } from 'react';
import { barsPath } from './brush-range';
import styles from './chart-card.module.css';

interface Props {
  readonly bins: NumberChart['bins'];
}

/** Bars of a number: grey for all patients, coloured for the cohort. */
export const Histogram = memo(function Histogram({ bins }: Props) {
  const most = Math.max(1, ...bins.map(({ patients }) => patients));
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${Math.max(1, bins.length)} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path
        className={styles.barsAll}
        d={barsPath(
          bins.map(({ patients }) => patients),
          most,
        )}
      />
      <path
        className={styles.barsIn}
        d={barsPath(
          bins.map(({ inCohort }) => inCohort),
          most,
        )}
      />
    </svg>
  );
});
