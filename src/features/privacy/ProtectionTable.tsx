import type { MessageId } from '@language/catalogue';
import { useWords } from '@language/use-words';
import type { SelfCheck } from '@session/use-self-check';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import styles from './privacy-view.module.css';

type Reading = SelfCheck['protections'][number];

/** What keeps rows in the page, each in place or not, with its mend. */
export function ProtectionTable({ readings }: { readonly readings: SelfCheck['protections'] }) {
  const { say } = useWords();
  const columns = useMemo(
    (): readonly DataColumn<Reading>[] => [
      {
        id: 'protection',
        header: say('privacy.protection'),
        cell: ({ protection }) => say(`privacy.protection.${protection}`),
      },
      { id: 'state', header: say('privacy.state'), cell: ({ state }) => say(`privacy.state.${state}`) },
      {
        id: 'open',
        header: say('privacy.open'),
        cell: ({ protection, open }) =>
          // Headers are named as they are; ways out have words.
          open
            .map((name) => (protection === 'headers' ? name : say(`privacy.way.${name}` as MessageId)))
            .join(', '),
      },
      {
        id: 'mend',
        header: say('privacy.mend'),
        cell: ({ protection, state }) => (state === 'in-place' ? '' : say(`privacy.mend.${protection}`)),
      },
    ],
    [say],
  );
  return (
    <section className={styles.panel} aria-labelledby="protections">
      <h2 id="protections">{say('privacy.protections')}</h2>
      <DataTable caption={say('privacy.protections')} captionHidden columns={columns} rows={readings} />
    </section>
  );
}
