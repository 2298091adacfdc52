import { useWords } from '@language/use-words';
import { contractTables } from '@session/contract-tables';
import type { CurrentExtract } from '@session/use-extract';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import styles from './extract-view.module.css';

type Table = CurrentExtract['tables'][number];

/** The tables of the contract: how many rows, from how many files, and whether each keeps the contract. */
export function Tables({ extract }: { readonly extract: CurrentExtract }) {
  const words = useWords();
  const { say, number, language } = words;
  const columns = useMemo(
    (): readonly DataColumn<Table>[] => [
      { id: 'table', header: say('extract.table'), cell: ({ name }) => name },
      {
        id: 'grain',
        header: say('extract.grain'),
        cell: ({ name }) => contractTables.find((table) => table.name === name)?.grain[language] ?? '',
      },
      { id: 'rows', header: say('extract.rows'), cell: ({ rows }) => number(rows), numeric: true },
      { id: 'files', header: say('extract.files'), cell: ({ files }) => number(files), numeric: true },
      {
        id: 'state',
        header: say('extract.state'),
        cell: ({ present, missingColumns }) => {
          if (!present) return say('extract.state.absent');
          return missingColumns.length === 0
            ? say('extract.state.conforms')
            : say('extract.state.partial', { count: missingColumns.length });
        },
      },
    ],
    [say, number, language],
  );
  return (
    <section className={styles.panel} aria-labelledby="tables">
      <h2 id="tables">{say('extract.tables')}</h2>
      <DataTable caption={say('extract.tables')} captionHidden columns={columns} rows={extract.tables} />
    </section>
  );
}
