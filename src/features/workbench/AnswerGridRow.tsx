import type { KeptAnswer } from '@data/queries/workbench/kept-answer';
import { useWords } from '@language/use-words';
import { memo } from 'react';
import styles from './answer-grid.module.css';

interface Props {
  readonly place: number;
  /** In pixels from the first row. */
  readonly top: number;
  /** Widths of the columns, as a grid takes them. */
  readonly template: string;
  readonly columns: KeptAnswer['columns'];
  /** `undefined` while they are not here. */
  readonly cells: readonly (string | null)[] | undefined;
}

/** A row of the page, which stands for one row of the answer after another. Drawn anew only when that one changes. */
export const AnswerGridRow = memo(function AnswerGridRow({ place, top, template, columns, cells }: Props) {
  const { say, number } = useWords();
  return (
    <tr
      role="row"
      aria-rowindex={place + 2}
      className={`${styles.row} ${styles.placed}`}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
    >
      <th role="rowheader" scope="row" className={styles.place}>
        {number(place + 1)}
      </th>
      {cells?.map((value, at) => {
        const look = columns[at]?.kind === 'number' ? styles.number : undefined;
        return (
          <td
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
            key={at}
            role="cell"
            className={value === null ? `${styles.null} ${look ?? ''}` : look}
          >
            {value ?? say('workbench.null')}
          </td>
        );
      })}
    </tr>
  );
});
