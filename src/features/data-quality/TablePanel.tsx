import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { Segments } from '@view/ui/Segments';
import type { ComponentProps, ReactNode } from 'react';
import styles from './data-quality.module.css';

interface Props<Row extends object, Choice extends string> {
  readonly id: string;
  readonly title: string;
  readonly lead: ReactNode;
  /** What the table can be of. */
  readonly segments: ComponentProps<typeof Segments<Choice>>;
  /** Stands over and under the table. */
  readonly above?: ReactNode;
  readonly below?: ReactNode;
  readonly caption: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly rows: readonly Row[];
}

/** A table under its title, with a choice of what it shows. */
export function TablePanel<Row extends object, Choice extends string>(props: Props<Row, Choice>) {
  const { id, title, lead, segments, above, below, caption, columns, rows } = props;
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <Segments {...segments} />
      </div>
      <p className={styles.lead}>{lead}</p>
      {above}
      <DataTable caption={caption} captionHidden columns={columns} rows={rows} />
      {below}
    </section>
  );
}
