import type { Words } from '@language/use-words';
import styles from './overlap-table.module.css';

interface Props {
  /** Patients per set of cohorts: bit k of the place is cohort k. */
  readonly counts: readonly number[];
  readonly patients: number;
  readonly names: readonly string[];
  readonly words: Words;
}

/** Every combination of cohorts that somebody is in, the largest first: dots say which, a bar says how many. */
export function OverlapTable({ counts, patients, names, words }: Props) {
  const { say } = words;
  const rows = counts
    .map((count, set) => ({ set, count }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || a.set - b.set);
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const isIn = (set: number, k: number) => (set & (1 << k)) !== 0;
  const nameOf = (set: number) =>
    set === 0
      ? say('comparison.inNone')
      : say('comparison.onlyIn', { names: words.list(names.filter((_, k) => isIn(set, k))) });
  return (
    <section className={styles.frame} tabIndex={0} aria-label={say('comparison.overlapTable')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{say('comparison.overlapTable')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.label}>
              <span>{say('comparison.combination')}</span>
            </th>
            {names.map((name, k) => (
              <th key={JSON.stringify([name, k])} scope="col" className={styles.cohort}>
                <span className={styles.name}>{name}</span>
                <span className={styles.size}>
                  {words.number(counts.reduce((sum, count, set) => (isIn(set, k) ? sum + count : sum), 0))}
                </span>
              </th>
            ))}
            <th scope="col" className={styles.numeric}>
              {say('comparison.patients')}
            </th>
            <th scope="col" className={styles.numeric}>
              {say('comparison.share')}
            </th>
            <td className={styles.barHead} />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ set, count }) => {
            const places = names.flatMap((_, k) => (isIn(set, k) ? [k] : []));
            const [first, last] = [places[0] ?? 0, places.at(-1) ?? -1];
            return (
              <tr key={set}>
                <th scope="row" className={styles.label}>
                  <span>{nameOf(set)}</span>
                </th>
                {names.map((name, k) => (
                  <td
                    key={JSON.stringify([name, k])}
                    className={styles.cohort}
                    data-in={isIn(set, k)}
                    data-joined={k > first && k <= last}
                  >
                    <span className={styles.dot} aria-hidden="true" />
                    <span className="visually-hidden">
                      {say(isIn(set, k) ? 'comparison.in' : 'comparison.out')}
                    </span>
                  </td>
                ))}
                <td className={styles.numeric}>{words.number(count)}</td>
                <td className={styles.numeric}>{words.percent(count / Math.max(1, patients), 1)}</td>
                <td className={styles.bar}>
                  <span style={{ width: `${(100 * count) / most}%` }} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
