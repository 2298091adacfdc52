import { useWords } from '@language/use-words';
import { type SelfCheck, type Trial, waysFrom } from '@session/use-self-check';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { useMemo } from 'react';
import styles from './privacy-view.module.css';

/** Every way out that was tried, and how its refusal is known. */
export function WayTable({ trials }: { readonly trials: SelfCheck['trials'] }) {
  const { say } = useWords();
  const columns = useMemo(
    (): readonly DataColumn<Trial>[] => [
      { id: 'way', header: say('privacy.way'), cell: ({ way }) => say(`privacy.way.${way}`) },
      { id: 'from', header: say('privacy.from'), cell: ({ way }) => say(`privacy.from.${waysFrom(way)}`) },
      {
        id: 'verdict',
        header: say('privacy.verdict'),
        cell: ({ verdict }) => say(`privacy.verdict.${verdict.kind}`),
      },
      {
        id: 'known',
        header: say('privacy.known'),
        cell: ({ verdict }) => {
          if (verdict.kind === 'unsupported') return '';
          return say(verdict.kind === 'refused' ? `privacy.by.${verdict.by}` : 'privacy.by.nothing');
        },
      },
    ],
    [say],
  );
  return (
    <section className={styles.panel} aria-labelledby="ways">
      <h2 id="ways">{say('privacy.ways')}</h2>
      <DataTable caption={say('privacy.ways')} captionHidden columns={columns} rows={trials} />
    </section>
  );
}
