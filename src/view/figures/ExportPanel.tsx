import type { ExportOutcome } from '@core/analyses/export-outcome';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { Notice } from '@view/ui/Notice';
import { useState } from 'react';
import { ExportOutcomeNotice } from './ExportOutcomeNotice';
import styles from './export-panel.module.css';

interface Props {
  /** What leaves, in a sentence. */
  readonly intro: string;
  /** `null`: nothing leaves. */
  readonly policy: DisclosurePolicy | null;
  /** Makes the bundle, and says what became of it. */
  readonly make: () => Promise<ExportOutcome>;
  /** Saves the control file, which stays. */
  readonly onControl: () => void;
}

/** What leaves of something: a bundle for the person who checks exports, and the control file that stays. */
export function ExportPanel({ intro, policy, make, onControl }: Props) {
  const { say } = useWords();
  const [making, setMaking] = useState(false);
  const [outcome, setOutcome] = useState<ExportOutcome | 'failed' | null>(null);
  if (policy === null) return <p>{say('exports.noPolicy')}</p>;
  const run = async () => {
    setMaking(true);
    setOutcome(null);
    try {
      setOutcome(await make());
    } catch {
      setOutcome('failed');
    } finally {
      setMaking(false);
    }
  };
  return (
    <section className={styles.panel} aria-label={say('exports.panel')}>
      <p>{intro}</p>
      <p>{say('exports.controlNote')}</p>
      <div className={styles.buttons}>
        <Button isDisabled={making} onPress={() => void run()}>
          {say(making ? 'exports.making' : 'exports.make')}
        </Button>
        <Button onPress={onControl}>{say('exports.control')}</Button>
      </div>
      {outcome === null ? null : outcome === 'failed' ? (
        <Notice tone="danger" title={say('exports.failed')} />
      ) : (
        <ExportOutcomeNotice outcome={outcome} threshold={policy.threshold} />
      )}
    </section>
  );
}
