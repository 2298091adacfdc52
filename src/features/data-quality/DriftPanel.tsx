import { changeLimits, extractDrift } from '@core/analyses/extract-drift';
import type { ExtractProfile } from '@core/analyses/extract-profile';
import type { DriftItem } from '@core/domain/drift-item';
import { driftMove, driftSentence, driftSubject, driftValue } from '@language/drift-sentence';
import { useWords } from '@language/use-words';
import { type ExtractComparison, useEarlierExtract } from '@session/use-earlier-extract';
import { useUrlChoice } from '@session/use-url';
import { EarlierExtractField } from '@view/figures/EarlierExtractField';
import type { DataColumn } from '@view/ui/DataTable';
import { useMemo } from 'react';
import styles from './data-quality.module.css';
import { TablePanel } from './TablePanel';

/** What changed since an earlier extract, which is opened beside this one and forgotten again. */
export function DriftPanel() {
  const { say } = useWords();
  const { reading, comparison, compare, cancel } = useEarlierExtract();
  return (
    <div className={styles.screen}>
      <section className={styles.panel} aria-labelledby="drift">
        <h2 id="drift">{say('drift.title')}</h2>
        <p className={styles.lead}>{say('drift.lead')}</p>
        <EarlierExtractField reading={reading} onFiles={compare} onCancel={cancel} />
      </section>
      {comparison === null ? null : <Compared comparison={comparison} />}
    </div>
  );
}

/** Changes as sentences at most this many: the table has them all. */
const mostSentences = 12;

function Compared({ comparison: { before, after } }: { readonly comparison: ExtractComparison }) {
  const words = useWords();
  const { say, number } = words;
  const [shown = 'changed', setShown] = useUrlChoice('drift');
  const items = useMemo(() => extractDrift(before, after), [before, after]);
  const changes = items.filter(({ changed }) => changed);
  const columns = useMemo(
    (): readonly DataColumn<DriftItem>[] => [
      { id: 'topic', header: say('drift.topic'), cell: ({ topic }) => say(`drift.topic.${topic}`) },
      { id: 'subject', header: say('drift.subject'), cell: (item) => driftSubject(words, item), wide: true },
      {
        id: 'before',
        header: say('drift.before'),
        cell: (item) => driftValue(words, item, item.before),
        numeric: true,
      },
      {
        id: 'after',
        header: say('drift.after'),
        cell: (item) => driftValue(words, item, item.after),
        numeric: true,
      },
      { id: 'move', header: say('drift.move'), cell: (item) => driftMove(words, item), numeric: true },
    ],
    [words, say],
  );
  const name = ({ extract }: ExtractProfile) => extract ?? '–';
  return (
    <TablePanel
      id="drift-found"
      title={say('drift.summary', { changed: changes.length, compared: items.length })}
      lead={say('drift.pair', {
        before: name(before),
        beforeDate: before.created ?? '–',
        beforePatients: before.patients,
        after: name(after),
        afterDate: after.created ?? '–',
        afterPatients: after.patients,
      })}
      segments={{
        label: say('drift.shown'),
        labelHidden: true,
        options: (['changed', 'all'] as const).map((id) => ({ id, label: say(`drift.shown.${id}`) })),
        chosen: shown,
        onChoose: (id) => setShown(id === 'changed' ? undefined : id),
      }}
      above={
        <>
          <ul className={styles.changes}>
            {changes.slice(0, mostSentences).map((item) => (
              <li key={`${item.topic} ${item.subject}`}>{driftSentence(words, item)}</li>
            ))}
          </ul>
          <p className={styles.lead}>
            {say('drift.limits', {
              points: number(100 * changeLimits.share),
              deviations: number(changeLimits.difference),
            })}
          </p>
        </>
      }
      caption={say('drift.title')}
      columns={columns}
      rows={shown === 'all' ? items : changes}
    />
  );
}
