import { useWords } from '@language/use-words';
import { type ReleasedFile, type ServedComparison, useRelease } from '@session/use-release';
import { Button } from '@view/ui/Button';
import { type DataColumn, DataTable } from '@view/ui/DataTable';
import { Expander } from '@view/ui/Expander';
import { Notice } from '@view/ui/Notice';
import { useMemo } from 'react';
import { DocumentLinks } from './DocumentLinks';
import styles from './privacy-view.module.css';

/** Which release this is, by its checksums, and whether the served files are its files. */
export function ReleasePanel() {
  const { say } = useWords();
  const { state, comparison, compare } = useRelease();
  const isComparing = comparison !== null && comparison.done < comparison.all;
  return (
    <section className={styles.panel} aria-labelledby="release">
      <h2 id="release">{say('privacy.release')}</h2>
      {state.kind === 'absent' ? <p className={styles.note}>{say('privacy.noManifest')}</p> : null}
      {state.kind === 'there' ? (
        <>
          <dl className={styles.values}>
            <div>
              <dt>{say('privacy.fingerprint')}</dt>
              <dd className={styles.mono}>{state.manifest.fingerprint ?? say('privacy.noFingerprint')}</dd>
            </div>
          </dl>
          <p className={styles.note}>{say('privacy.fingerprintNote')}</p>
          <div className={styles.actions}>
            <Button isDisabled={isComparing} onPress={compare}>
              {say('privacy.compare')}
            </Button>
            <ComparisonText comparison={comparison} />
          </div>
          <Expander
            label={say('privacy.checksums', { count: state.manifest.files.length })}
            level={3}
            look="link"
          >
            <ChecksumTable files={state.manifest.files} />
          </Expander>
          <DocumentLinks />
        </>
      ) : null}
    </section>
  );
}

function ComparisonText({ comparison }: { readonly comparison: ServedComparison | null }) {
  const { say } = useWords();
  if (comparison === null) return null;
  const { done, all, different } = comparison;
  if (done < all) return <p role="status">{say('privacy.comparing', { done, all })}</p>;
  if (different.length === 0) {
    return (
      <p role="status" className={styles.closed}>
        ✓ {say('privacy.same', { all })}
      </p>
    );
  }
  return (
    <Notice tone="danger" title={say('privacy.different', { count: different.length })}>
      <ul className={styles.list}>
        {different.map((path) => (
          <li key={path}>{path}</li>
        ))}
      </ul>
    </Notice>
  );
}

function ChecksumTable({ files }: { readonly files: readonly ReleasedFile[] }) {
  const { say } = useWords();
  const columns = useMemo(
    (): readonly DataColumn<ReleasedFile>[] => [
      { id: 'path', header: say('privacy.file'), cell: ({ path }) => path },
      { id: 'sha256', header: 'SHA-256', cell: ({ sha256 }) => sha256 },
    ],
    [say],
  );
  return (
    <DataTable
      caption={say('privacy.checksums', { count: files.length })}
      captionHidden
      columns={columns}
      rows={files}
    />
  );
}
