import type { ExportOutcome } from '@core/analyses/export-outcome';
import type { DisclosurePolicy } from '@core/disclosure/policy';
import { useWords } from '@language/use-words';
import { Button } from '@view/ui/Button';
import { ExportMaking } from './ExportMaking';
import styles from './export-panel.module.css';
import { type ExportWatch, useMaking } from './use-making';

interface Props {
  /** What leaves, in a sentence. */
  readonly intro: string;
  /** `null`: nothing leaves. */
  readonly policy: DisclosurePolicy | null;
  /** Makes the bundle, and says what became of it. */
  readonly make: (watch: ExportWatch) => Promise<ExportOutcome>;
  /** Saves the control file, which stays. */
  readonly control: (watch: ExportWatch) => void | Promise<void>;
}

/** What leaves of something: a bundle for the person who checks exports, and the control file that stays. */
export function ExportPanel({ intro, policy, make, control }: Props) {
  const { say } = useWords();
  const making = useMaking();
  if (policy === null) return <p>{say('exports.noPolicy')}</p>;
  const isMaking = making.progress !== null;
  const saveControl = async (watch: ExportWatch) => {
    await control(watch);
    return null;
  };
  return (
    <section className={styles.panel} aria-label={say('exports.panel')}>
      <p>{intro}</p>
      <p>{say('exports.controlNote')}</p>
      <div className={styles.buttons}>
        <Button isBusy={isMaking} onPress={() => making.run(make)}>
          {say(isMaking ? 'exports.making' : 'exports.make')}
        </Button>
        <Button isBusy={isMaking} onPress={() => making.run(saveControl)}>
          {say('exports.control')}
        </Button>
      </div>
      <ExportMaking making={making} threshold={policy.threshold} />
    </section>
  );
}
