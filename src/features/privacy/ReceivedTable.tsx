import { useWords } from '@language/use-words';
import { useReceivedTraffic } from '@session/use-self-check';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import styles from './privacy-view.module.css';

type Traffic = ReturnType<typeof useReceivedTraffic>[number];

/** What each origin has sent to this page since it began. */
export function ReceivedTable() {
  const { say, number } = useWords();
  const traffic = useReceivedTraffic();
  const columns = useMemo(
    (): readonly DataColumn<Traffic>[] => [
      { id: 'origin', header: say('privacy.origin'), cell: ({ origin }) => origin },
      {
        id: 'requests',
        header: say('privacy.requests'),
        cell: ({ requests }) => number(requests),
        numeric: true,
      },
      { id: 'bytes', header: say('privacy.bytes'), cell: ({ bytes }) => number(bytes), numeric: true },
    ],
    [say, number],
  );
  return (
    <section className={styles.panel} aria-labelledby="received">
      <h2 id="received">{say('privacy.received')}</h2>
      <DataTable caption={say('privacy.received')} captionHidden columns={columns} rows={traffic} />
      <p className={styles.note}>{say('privacy.receivedNote')}</p>
    </section>
  );
}
