import { useWords } from '@language/use-words';
import { useExtractSession } from '@session/use-extract';
import { useEffect, useState } from 'react';
import styles from './drop-target.module.css';

/** The whole page takes files that are dropped on it. The Extract screen has buttons for the same. */
export function DropTarget() {
  const { say } = useWords();
  const { openDropped } = useExtractSession();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const allow = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const take = (event: DragEvent) => {
      setOver(false);
      if (event.dataTransfer === null || !carriesFiles(event)) return;
      event.preventDefault();
      openDropped(event.dataTransfer);
    };
    window.addEventListener('dragenter', allow);
    window.addEventListener('dragover', allow);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', take);
    return () => {
      window.removeEventListener('dragenter', allow);
      window.removeEventListener('dragover', allow);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', take);
    };
  }, [openDropped]);
  return over ? (
    <div className={styles.overlay}>
      <p>{say('shell.drop')}</p>
    </div>
  ) : null;
}
