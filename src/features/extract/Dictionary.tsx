import { useWords } from '@language/use-words';
import { contractTables } from '@session/contract-tables';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { Expander } from '@view/ui/Expander';
import { useMemo } from 'react';
import styles from './extract-view.module.css';

type Column = (typeof contractTables)[number]['columns'][number];

/** The contract, readable: every table and column with its type, unit, codes and meaning. */
export function Dictionary() {
  const { say, language } = useWords();
  const columns = useMemo(
    (): readonly DataColumn<Column>[] => [
      { id: 'name', header: say('extract.column'), cell: ({ name }) => name },
      { id: 'meaning', header: say('extract.meaning'), cell: ({ description }) => description[language] },
      { id: 'type', header: say('extract.type'), cell: ({ type }) => type },
      { id: 'unit', header: say('extract.unit'), cell: ({ unit }) => unit ?? '' },
      {
        id: 'nullable',
        header: say('extract.nullable'),
        cell: ({ nullable }) => say(nullable ? 'extract.yes' : 'extract.no'),
      },
      { id: 'codes', header: say('extract.codes'), cell: ({ values }) => values?.join(', ') ?? '' },
    ],
    [say, language],
  );
  return (
    <section className={styles.panel} aria-labelledby="dictionary">
      <h2 id="dictionary">{say('extract.dictionary')}</h2>
      <div>
        {contractTables.map((table) => (
          <div key={table.name} className={styles.entry}>
            <Expander
              level={3}
              look="heading"
              label={
                <>
                  {table.name} <span className={styles.entryText}>{table.description[language]}</span>
                </>
              }
            >
              <DataTable
                caption={say('extract.dictionaryOf', { table: table.name })}
                captionHidden
                columns={columns}
                rows={table.columns}
              />
            </Expander>
          </div>
        ))}
      </div>
    </section>
  );
}
