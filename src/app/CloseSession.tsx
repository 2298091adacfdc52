import { useWords } from '@language/use-words';
import { closeSession } from '@session/close-session';
import { useExtractSession } from '@session/use-extract';
import { Button } from '@view/ui/Button';
import { DialogFrame } from '@view/ui/DialogFrame';
import { useState } from 'react';
import styles from './close-session.module.css';

/** A button that ends the session, once it has said what goes with it. */
export function CloseSession() {
  const { say } = useWords();
  const { extract, opening, stop } = useExtractSession();
  const [isAsking, setAsking] = useState(false);
  if (extract === null && opening === null) return null;
  return (
    <>
      <Button onPress={() => setAsking(true)}>{say('shell.closeSession')}</Button>
      {isAsking ? (
        <DialogFrame
          title={say('shell.closeSession.ask')}
          closeLabel={say('shell.closeSession.stay')}
          onClose={() => setAsking(false)}
          foot={
            <div className={styles.buttons}>
              <Button onPress={() => setAsking(false)}>{say('shell.closeSession.stay')}</Button>
              <Button look="primary" onPress={() => void closeSession(stop)}>
                {say('shell.closeSession')}
              </Button>
            </div>
          }
        >
          <p>{say('shell.closeSession.goes')}</p>
          <p>{say('shell.closeSession.keep')}</p>
        </DialogFrame>
      ) : null}
    </>
  );
}
