import { useWords } from '@language/use-words';
import type { SelfCheck } from '@session/use-self-check';
import { Notice } from '@view/ui/Notice';
import styles from './privacy-view.module.css';

/** The self-check in one sentence; what is missing, why it matters and how to mend it. */
export function CheckVerdict({ check }: { readonly check: SelfCheck }) {
  const { say } = useWords();
  const { missing, trials } = check;
  const open = trials.filter(({ verdict }) => verdict.kind === 'open').length;
  if (missing.length > 0) {
    return (
      <Notice tone="danger" title={say('privacy.someMissing', { count: missing.length })}>
        <ul className={styles.list}>
          {missing.map((protection) => (
            <li key={protection}>
              {say(`privacy.why.${protection}`)} {say(`privacy.mend.${protection}`)}
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (open > 0) return <Notice tone="warn" title={say('privacy.firewallNeeded', { open })} />;
  return (
    <p role="status" className={styles.closed}>
      ✓ {say('privacy.allInPlace', { ways: trials.length })}
    </p>
  );
}
