import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { Expander } from '@view/ui/Expander';
import type { KnownTable, KnownTables } from './known-tables';
import styles from './table-list.module.css';

const groups = ['cohorts', 'extract', 'derived', 'endpoints'] as const;

interface Props {
  readonly tables: KnownTables;
  readonly onInsert: (name: string) => void;
}

/** Every table that a statement may name, with its columns in words; a press writes the name into the script. */
export function TableList({ tables, onInsert }: Props) {
  const { say } = useWords();
  return (
    <section className={styles.list} aria-labelledby="workbench-tables">
      <h2 id="workbench-tables">{say('workbench.tables')}</h2>
      {groups.map((group) => (
        <Expander
          key={group}
          label={say(`workbench.tables.${group}`)}
          level={3}
          look="heading"
          open={group === 'cohorts'}
        >
          {tables[group].map((table) => (
            <TableEntry key={table.name} table={table} onInsert={onInsert} />
          ))}
        </Expander>
      ))}
    </section>
  );
}

function TableEntry({
  table,
  onInsert,
}: {
  readonly table: KnownTable;
  readonly onInsert: Props['onInsert'];
}) {
  const { say } = useWords();
  const name = (text: string) => (
    <Button look="quiet" aria-label={say('workbench.insert', { name: text })} onPress={() => onInsert(text)}>
      <code>{text}</code>
    </Button>
  );
  return (
    <div className={styles.table}>
      <Expander label={<code>{table.name}</code>} level={3} look="link">
        <p className={styles.meaning}>{table.meaning}</p>
        <p>{name(table.name)}</p>
        <dl className={styles.columns}>
          {table.columns.map((column) => (
            <div key={column.name}>
              <dt>{name(column.name)}</dt>
              <dd>
                {[column.type, column.unit].filter((part) => part !== null).join(' · ')}
                {column.meaning === null ? null : <span className={styles.meaning}>{column.meaning}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </Expander>
    </div>
  );
}
