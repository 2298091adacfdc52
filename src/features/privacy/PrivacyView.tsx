import { useWords } from '@language/use-words';
import { useExtractSession } from '@session/use-extract';
import { useSelfCheck } from '@session/use-self-check';
import { Button } from '@view/ui/Button';
import { Notice } from '@view/ui/Notice';
import { CheckVerdict } from './CheckVerdict';
import { HeaderTable } from './HeaderTable';
import { ProtectionTable } from './ProtectionTable';
import styles from './privacy-view.module.css';
import { ReceivedTable } from './ReceivedTable';
import { ReleasePanel } from './ReleasePanel';
import { Unprotected } from './Unprotected';
import { WayTable } from './WayTable';

export function PrivacyView() {
  const { say } = useWords();
  const { extract } = useExtractSession();
  const { check, phase, run } = useSelfCheck();
  const start = () => {
    // A failure is shown by the phase.
    run(extract === null ? null : Promise.resolve(extract.engine)).catch(() => undefined);
  };
  return (
    <div className={styles.screen}>
      <p className={styles.lead}>{say('privacy.lead')}</p>
      <div className={styles.actions}>
        <Button look="primary" isDisabled={phase === 'running'} onPress={start}>
          {say('privacy.run')}
        </Button>
        <p role="status">{phase === 'running' ? say('privacy.running') : null}</p>
      </div>
      {phase === 'failed' ? <Notice tone="danger" title={say('privacy.failed')} /> : null}
      {check === null || phase !== 'idle' ? null : (
        <>
          <CheckVerdict check={check} />
          <ProtectionTable readings={check.protections} />
          <WayTable trials={check.trials} />
          <HeaderTable headers={check.headers} />
        </>
      )}
      <ReceivedTable />
      <ReleasePanel />
      <Unprotected />
    </div>
  );
}
