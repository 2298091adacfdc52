import type { MessageId } from '@language/catalogue';
import { useWords } from '@language/use-words';
import type { CurrentExtract } from '@session/use-extract';
import styles from './extract-view.module.css';

/** What the manifest says, what was checked, and what could not be. */
export function Identity({ extract }: { readonly extract: CurrentExtract }) {
  const { say } = useWords();
  const { manifest, contract, fingerprint, synthetic, warnings } = extract;
  return (
    <section className={styles.panel} aria-labelledby="identity">
      <h2 id="identity">{say('extract.identity')}</h2>
      <p className={styles.verdict}>✓ {say('extract.verdictPass', { version: contract.version })}</p>
      <dl className={styles.facts}>
        {manifest === null ? null : (
          <>
            <div>
              <dt>{say('extract.id')}</dt>
              <dd>{manifest.extract_id}</dd>
            </div>
            <div>
              <dt>{say('extract.created')}</dt>
              <dd>{manifest.created}</dd>
            </div>
            <div>
              <dt>{say('extract.source')}</dt>
              <dd>
                {manifest.source}
                {synthetic === null
                  ? ''
                  : ` (${say(synthetic ? 'extract.synthetic' : 'extract.notSynthetic')})`}
              </dd>
            </div>
          </>
        )}
        <div>
          <dt>{say('extract.contract')}</dt>
          <dd>
            {contract.id} {contract.version}
          </dd>
        </div>
        <div>
          <dt>{say('extract.fingerprint')}</dt>
          <dd className={styles.mono}>{fingerprint ?? say('extract.noFingerprint')}</dd>
        </div>
      </dl>
      {warnings.length === 0 ? null : (
        <ul className={styles.warnings}>
          {warnings.map((warning) => (
            <li key={`${warning.code} ${warning.details.table ?? ''}`}>
              {say(`extract.warning.${warning.code}` as MessageId, warning.details)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
