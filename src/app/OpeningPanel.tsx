import type { MessageId } from '@language/catalogue';
import { failureText } from '@language/failure-text';
import { useWords, type Words } from '@language/use-words';
import { contractTables } from '@session/contract-tables';
import { type Opening, useExtractSession } from '@session/use-extract';
import { Link } from '@tanstack/react-router';
import { Button } from '@view/ui/Button';
import { Notice } from '@view/ui/Notice';
import { ProgressBar } from 'react-aria-components';
import styles from './opening-panel.module.css';

/** The extract being opened, with its progress and a way to stop; or why it was not opened. */
export function OpeningPanel() {
  const words = useWords();
  const { extract, opening, failure, cancel, dismiss } = useExtractSession();
  if (opening !== null) {
    const share = shareDone(opening);
    return (
      <section className={styles.panel} aria-label={words.say('extract.opening')}>
        <ProgressBar
          className={styles.progress ?? ''}
          aria-label={words.say('extract.opening')}
          value={share * 100}
          valueLabel={stageText(opening, words)}
        >
          <p className={styles.stage}>{stageText(opening, words)}</p>
          <div className={styles.track}>
            <div className={styles.done} style={{ width: `${share * 100}%` }} />
          </div>
        </ProgressBar>
        <Button onPress={() => leaving(cancel)}>{words.say('extract.cancel')}</Button>
      </section>
    );
  }
  if (failure === null) {
    return extract === null ? null : (
      <p className="visually-hidden" role="status">
        {words.say('extract.isOpen', { name: extract.manifest?.extract_id ?? words.say('extract.unnamed') })}
      </p>
    );
  }
  const { what, next } = failureText(failure, words);
  return (
    <Notice
      tone="danger"
      title={words.say('extract.refused')}
      actions={<Button onPress={() => leaving(dismiss)}>{words.say('shell.dismiss')}</Button>}
    >
      <p>{what}</p>
      {failure.code === 'not-protected' ? (
        <p>
          {words.say(`privacy.why.${failure.details.protection}` as MessageId)}{' '}
          {words.say(`privacy.mend.${failure.details.protection}` as MessageId)}
        </p>
      ) : null}
      <p>{next}</p>
      {failure.code === 'not-protected' ? (
        <p>
          <Link to="/privacy" search={((before: unknown) => before) as never}>
            {words.say('privacy.title')}
          </Link>
        </p>
      ) : null}
      {extract === null ? null : <p>{words.say('extract.stays')}</p>}
    </Notice>
  );
}

/** The button that is pressed disappears: the keyboard goes on at the content. */
function leaving(action: () => void): void {
  action();
  document.getElementById('content')?.focus();
}

function stageText({ progress, isSelfChecking }: Opening, words: Words): string {
  if (isSelfChecking) return words.say('extract.stage.protecting');
  if (progress === null) return words.say('extract.stage.starting');
  const { stage, table, rows } = progress;
  const text = words.say(`extract.stage.${stage}`, { table });
  return rows === 0 ? text : `${text} · ${words.say('extract.progressRows', { rows })}`;
}

/** Tables are of very unequal size: the share counts tables and, within one, files. */
function shareDone({ progress }: Opening): number {
  if (progress === null) return 0.02;
  const within = progress.filesTotal === 0 ? 1 : progress.filesDone / progress.filesTotal;
  const before = contractTables.findIndex(({ name }) => name === progress.table);
  return Math.min(1, (Math.max(0, before) + within) / contractTables.length);
}
