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
  readonly control: () => void | Promise<void>;
}

/** What leaves of something: a bundle for the person who checks exports, and the control file that stays. */
export function ExportPanel({ intro, policy, make, control }: Props) {
  const { say } = useWords();
  const [making, setMaking] = useState(false);
  const [outcome, setOutcome] = useState<ExportOutcome | 'failed' | null>(null);
  if (policy === null) return <p>{say('exports.noPolicy')}</p>;
  const run = async (work: () => Promise<ExportOutcome | null>) => {
    setMaking(true);
    setOutcome(null);
    try {
      setOutcome(await work());
    } catch {
      setOutcome('failed');
    } finally {
      setMaking(false);
    }
  };
  const saveControl = async () => {
    await control();
    return null;
  };
  return (
    <section className={styles.panel} aria-label={say('exports.panel')}>
      <p>{intro}</p>
      <p>{say('exports.controlNote')}</p>
      <div className={styles.buttons}>
        <Button isDisabled={making} onPress={() => void run(make)}>
          {say(making ? 'exports.making' : 'exports.make')}
        </Button>
        <Button isDisabled={making} onPress={() => void run(saveControl)}>
          {say('exports.control')}
        </Button>
      </div>
      {outcome === null ? null : outcome === 'failed' ? (
        <Notice tone="danger" title={say('exports.failed')} />
      ) : (
        <ExportOutcomeNotice outcome={outcome} threshold={policy.threshold} />
      )}
    </section>
  );
}
