import type { TableOne } from '@core/analyses/table-one';
import type { Words } from '@language/use-words';
import styles from './table-one-table.module.css';
import { exactLines, type NumberLook } from './table-one-text';

interface Props {
  readonly table: TableOne;
  readonly names: readonly string[];
  readonly words: Words;
  readonly look: NumberLook;
  readonly tests: boolean;
}

/** Table 1 with exact numbers, as papers print it. The first column stays in sight. */
export function TableOneTable({ table, names, words, look, tests }: Props) {
  const { say } = words;
  const compared = names.length > 1 && table.disjoint;
  const withTests = compared && tests;
  const head = [
    ...names.map((name, g) =>
      say('comparison.column', { name, count: words.number(table.patients[g] ?? 0) }),
    ),
    ...(compared
      ? names.slice(1).map((name) => say('comparison.differenceOf', { name, first: names[0] ?? '' }))
      : []),
    ...(withTests ? [say('comparison.p'), say('comparison.test')] : []),
  ];
  return (
    <section className={styles.frame} tabIndex={0} aria-label={say('comparison.tableOneTitle')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{say('comparison.tableOneTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('comparison.characteristic')}</th>
            {head.map((text, column) => (
              <th key={JSON.stringify([text, column])} scope="col" className={styles.numeric}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {exactLines(table, words, look).map((line) => {
            const cells = [
              ...line.cells,
              ...(compared ? names.slice(1).map((_, k) => line.differences[k] ?? '') : []),
              ...(withTests ? [line.p, line.test] : []),
            ];
            return (
              <tr key={line.key} data-part={line.isPart}>
                <th scope="row">{line.label}</th>
                {cells.map((text, column) => (
                  <td key={JSON.stringify([line.key, column])} className={styles.numeric}>
                    {text}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
