import { useWords } from '@language/use-words';
import type { HeaderReading } from '@session/use-self-check';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { Expander } from '@view/ui/Expander';
import { useMemo } from 'react';
import styles from './privacy-view.module.css';

/** The headers of the release, as they came with the page and with the scripts of its workers. */
export function HeaderTable({ headers }: { readonly headers: readonly HeaderReading[] }) {
  const { say } = useWords();
  const columns = useMemo(
    (): readonly DataColumn<HeaderReading>[] => [
      { id: 'name', header: say('privacy.header'), cell: ({ name }) => name },
      {
        id: 'page',
        header: say('privacy.onPage'),
        cell: ({ page }) => say(`privacy.headerState.${page}`),
      },
      {
        id: 'workers',
        header: say('privacy.onWorkers'),
        cell: ({ workers }) => say(`privacy.headerState.${workers}`),
      },
    ],
    [say],
  );
  return (
    <section className={styles.panel} aria-labelledby="headers">
      <h2 id="headers">{say('privacy.headers')}</h2>
      <DataTable caption={say('privacy.headers')} captionHidden columns={columns} rows={headers} />
      <Expander label={say('privacy.values')} level={3} look="link">
        <dl className={styles.values}>
          {headers.map(({ name, onPage }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{onPage ?? say('privacy.headerState.absent')}</dd>
            </div>
          ))}
        </dl>
      </Expander>
    </section>
  );
}
