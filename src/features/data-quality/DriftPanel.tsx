import { changeLimits, extractDrift } from '@core/analyses/extract-drift';
import type { ExtractProfile } from '@core/analyses/extract-profile';
import type { DriftItem } from '@core/domain/drift-item';
import { driftMove, driftSentence, driftSubject, driftValue } from '@language/drift-sentence';
import { failureText } from '@language/failure-text';
import { useWords } from '@language/use-words';
import { type ExtractComparison, useEarlierExtract } from '@session/use-earlier-extract';
import { useUrlChoice } from '@session/use-url';
import { Button } from '@view/ui/Button';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { Notice } from '@view/ui/Notice';
import { Segments } from '@view/ui/Segments';
import { useMemo } from 'react';
import { FileTrigger } from 'react-aria-components';
import styles from './data-quality.module.css';

/** What changed since an earlier extract, which is opened beside this one and forgotten again. */
export function DriftPanel() {
  const words = useWords();
  const { say } = words;
  const { reading, comparison, compare, cancel } = useEarlierExtract();
  const take = (files: FileList | null) => {
    if (files !== null && files.length > 0) compare(Array.from(files));
  };
  return (
    <div className={styles.screen}>
      <section className={styles.panel} aria-labelledby="drift">
        <h2 id="drift">{say('drift.title')}</h2>
        <p className={styles.lead}>{say('drift.lead')}</p>
        <div className={styles.buttons}>
          <FileTrigger acceptDirectory onSelect={take}>
            <Button>{say('extract.chooseFolder')}</Button>
          </FileTrigger>
          <FileTrigger allowsMultiple onSelect={take}>
            <Button>{say('extract.chooseFiles')}</Button>
          </FileTrigger>
          {reading.kind === 'reading' ? <Button onPress={cancel}>{say('drift.cancel')}</Button> : null}
        </div>
        <p role="status">{reading.kind === 'reading' ? say('drift.reading') : ''}</p>
        {reading.kind === 'failed' ? (
          <Notice tone="danger" title={say('drift.refused')}>
            <p>{failureText(reading.error, words).what}</p>
            <p>{failureText(reading.error, words).next}</p>
          </Notice>
        ) : null}
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
    <section className={styles.panel} aria-labelledby="drift-found">
      <div className={styles.head}>
        <h2 id="drift-found">{say('drift.summary', { changed: changes.length, compared: items.length })}</h2>
        <Segments
          label={say('drift.shown')}
          labelHidden
          options={(['changed', 'all'] as const).map((id) => ({ id, label: say(`drift.shown.${id}`) }))}
          chosen={shown}
          onChoose={(id) => setShown(id === 'changed' ? undefined : id)}
        />
      </div>
      <p className={styles.lead}>
        {say('drift.pair', {
          before: name(before),
          beforeDate: before.created ?? '–',
          beforePatients: before.patients,
          after: name(after),
          afterDate: after.created ?? '–',
          afterPatients: after.patients,
        })}
      </p>
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
      <DataTable
        caption={say('drift.title')}
        captionHidden
        columns={columns}
        rows={shown === 'all' ? items : changes}
      />
    </section>
  );
}
